"""Elements of HTML and SVG from names, attributes and content; everything is escaped."""

from __future__ import annotations

from markupsafe import Markup, escape

NOTHING = Markup("")
LEAVES = ("circle", "line", "path", "rect", "use")


def element(name: str, *content: str | Markup, **attributes: str | float | None) -> Markup:
    """Write an element; an attribute of None is left out, ``class_`` and ``stroke_width`` fit.

    >>> element("p", "a < b", class_="x", title=None)
    Markup('<p class="x">a &lt; b</p>')
    >>> element("line", x1=0.5, stroke_width=2)
    Markup('<line x1="0.5" stroke-width="2"/>')
    """
    told = Markup("").join(
        Markup(' {}="{}"').format(_name(key), value if isinstance(value, str) else number(value))
        for key, value in attributes.items()
        if value is not None
    )
    if name in LEAVES and not content:
        return Markup("<{0}{1}/>").format(name, told)
    return Markup("<{0}{1}>{2}</{0}>").format(name, told, joined(content))


def joined(content: object) -> Markup:
    """Join pieces, each escaped where it is not yet markup."""
    assert isinstance(content, tuple | list)  # noqa: S101
    return NOTHING.join(escape(piece) for piece in content)


def number(value: float) -> str:
    """Write a number with at most two decimals and no needless zero.

    >>> number(12.5), number(3.0), number(1/3)
    ('12.5', '3', '0.33')
    """
    return f"{value:.2f}".rstrip("0").rstrip(".")


def percent(part: float) -> str:
    """Write a share of the width, given from 0 to 100.

    >>> percent(33.3333)
    '33.33%'
    """
    return f"{number(part)}%"


def address(href: str, root: str) -> str:
    """Give an address as seen from the page; ``root`` is the way to the site's root.

    >>> address("page/norway", "../"), address("#a", "../"), address("https://a.example/", "../")
    ('../page/norway', '#a', 'https://a.example/')
    """
    here = href.startswith(("#", "http://", "https://"))
    return href if here else root + href


def link(label: str, href: str | None, root: str, class_: str | None = None) -> Markup:
    """Write a name, linked where it has an address."""
    if href is None:
        return element("span", label, class_=class_)
    outside = "noopener nofollow" if href.startswith(("http://", "https://")) else None
    return element("a", label, class_=class_, href=address(href, root), rel=outside)


def counted(many: int, one: str, more: str = "") -> str:
    """Join a number and its noun.

    >>> counted(1, "thing"), counted(1200, "thing")
    ('1 thing', '1,200 things')
    """
    return f"{many:,} {one if many == 1 else more or one + 's'}"


def _name(key: str) -> str:
    return key.rstrip("_").replace("_", "-")
