"""Bodies are taken in every way that HTTP has, whole or not at all."""

import socket

from tests.support.serving import DIRECT, Client

LEAD = f"POST /sparql HTTP/1.1\r\nHost: a\r\nContent-Type: {DIRECT}\r\nConnection: close\r\n"


def say(client: Client, text: bytes) -> bytes:
    with socket.create_connection(("127.0.0.1", client.port), timeout=30) as connection:
        connection.sendall(text)
        heard = b""
        while some := connection.recv(65536):
            heard += some
    return heard


def test_a_body_in_chunks_is_taken(client: Client) -> None:
    lead = f"{LEAD}Transfer-Encoding: chunked\r\n\r\n".encode()
    heard = say(client, lead + b"3\r\nASK\r\n4\r\n { }\r\n0\r\n\r\n")
    assert heard.startswith(b"HTTP/1.1 200")
    assert b'"boolean":true' in heard


def test_a_body_in_chunks_is_bounded_too(client: Client) -> None:
    lead = f"{LEAD}Transfer-Encoding: chunked\r\n\r\n".encode()
    chunk = b"10000\r\n" + b" " * 0x10000 + b"\r\n"
    heard = say(client, lead + chunk * 5 + b"0\r\n\r\n")
    assert heard.startswith(b"HTTP/1.1 413")


def test_an_empty_body_holds_no_query(client: Client) -> None:
    assert client.send("POST", "/sparql", b"", {"Content-Type": DIRECT}).status == 400
