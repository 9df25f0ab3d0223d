import re

from server.plots import Twig, tree

LEAF = Twig("Gull", "#Gull", 4)
BIRDS = Twig("Bird", "#Bird", 9, (LEAF, Twig("Tern", None, 0)))


def test_each_twig_is_a_link_with_its_count() -> None:
    drawn = str(tree([BIRDS], "Birds"))
    assert re.findall(r'<a href="(#\w+)">(\w+)</a>', drawn) == [
        ("#Bird", "Bird"),
        ("#Gull", "Gull"),
    ]
    assert re.findall(r">([\d,]+)</tspan>", drawn) == ["9", "4", "0"]
    assert "<title>Birds</title>" in drawn
    assert "style=" not in drawn


def test_more_things_make_a_larger_dot() -> None:
    sizes = [float(size) for size in re.findall(r' r="([\d.]+)"', str(tree([BIRDS], "Birds")))]
    assert sizes[0] > sizes[1] > sizes[2] > 0


def test_no_two_names_of_one_column_stand_at_one_height() -> None:
    many = [
        Twig(f"Kind {n}", None, n, tuple(Twig(f"{n}.{m}", None, m) for m in range(n)))
        for n in range(7)
    ]
    places = re.findall(r'<text x="([\d.]+)%" y="([\d.]+)"', str(tree(many, "Many")))
    assert len(places) == len(set(places)) == 28


def test_names_are_escaped_and_nothing_gives_nothing() -> None:
    assert "&lt;b&gt;" in tree([Twig("<b>", None, 1)], "One")
    assert tree([], "None") == ""
