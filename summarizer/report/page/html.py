"""The one place where somebody else's words become HTML or SVG: everything goes through `element` or `text`."""

from __future__ import annotations

from markupsafe import Markup, escape

from summarizer.report.escape import visible

VOID = frozenset("br hr img input meta link".split())


def text(words: str) -> Markup:
    """The words as text: no markup, hidden and steering characters made visible."""
    return escape(visible(words))


def element(name: str, *children: str | Markup | None, **attributes: str | float | bool | None) -> Markup:
    """One element. Children that are not markup are text; None is left out.

    Attributes are named as in Python: `class_`, `for_`, `aria_label` is aria-label. None and False are left out, True
    has no value.
    """
    given = Markup().join(
        _attribute(key, value) for key, value in attributes.items() if value is not None and value is not False
    )
    if name in VOID:
        return Markup("<{}{}>").format(Markup(name), given)
    inner = Markup().join(one if isinstance(one, Markup) else text(one) for one in children if one is not None)
    return Markup("<{0}{1}>{2}</{0}>").format(Markup(name), given, inner)


def _attribute(key: str, value: str | float | bool) -> Markup:
    name = Markup(key.rstrip("_").replace("_", "-"))
    return Markup(" {}").format(name) if value is True else Markup(' {}="{}"').format(name, text(str(value)))


def document(title: str) -> str:
    """A page with this title."""
    return "<!doctype html>\n" + element("html", element("head", element("title", title)), element("body"), lang="en")
