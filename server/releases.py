"""``/release/{snapshot}/…``: every address of the site as it stood in one snapshot."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

RELEASE = "entente.release"
_PREFIX = re.compile(r"(/release/([0-9a-f]{16}))(/.*)", re.DOTALL)


def pin_releases(app: WSGIApplication) -> WSGIApplication:
    """Take ``/release/{snapshot}`` off a path, and leave the snapshot's id in the environment.

    What is taken off becomes part of the script's own path, so that links lead to the same release.
    """

    def pinned(environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        if match := _PREFIX.fullmatch(environ.get("PATH_INFO", "")):
            prefix, name, path = match.groups()
            script: Any = environ.get("SCRIPT_NAME", "")
            environ |= {"SCRIPT_NAME": script + prefix, "PATH_INFO": path, RELEASE: name}
        return app(environ, start_response)

    return pinned
