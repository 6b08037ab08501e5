"""The one place where somebody else's words become HTML or SVG: everything goes through `element`, `text` or `data_block`."""

from __future__ import annotations

import re
from collections.abc import Iterable

from markupsafe import Markup, escape

from summarizer.reporting.escape import visible
from summarizer.reporting.flat import dumped

VOID = frozenset("br hr img input meta link".split())
_JOINERS = re.compile("(?<=[^\x00-\u02ff])([\u200c\u200d])(?=[^\x00-\u02ff])")
"""Between letters of Persian or of an Indian script, and in pictures made of several, a joiner is part of the spelling."""
_CLOSING = {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026"}


def text(words: str) -> Markup:
    """The words as text: no markup, hidden and steering characters made visible."""
    return escape(shown(words))


def shown(words: str) -> str:
    """The words on one line with hidden and steering characters made visible, not yet fit to stand in HTML."""
    return "".join(one if _is_joiner(one) else visible(one) for one in _JOINERS.split(words))


def _is_joiner(piece: str) -> bool:
    return piece in {"\u200c", "\u200d"}


def element(name: str, /, *children: str | Markup | None, **attributes: str | float | bool | None) -> Markup:
    """One element. Children that are not markup are text; None is left out.

    Attributes are named as in Python: `class_`, `for_`, `aria_label` is aria-label. None and False are left out, True
    has no value.
    """
    given = "".join([_attribute(key, value) for key, value in attributes.items() if value is not None and value is not False])
    if name in VOID:
        return Markup(f"<{name}{given}>")
    inner = "".join([one if isinstance(one, Markup) else text(one) for one in children if one is not None])
    return Markup(f"<{name}{given}>{inner}</{name}>")


def filled(template: str, *parts: str | Markup | None) -> Markup:
    """Our own words with these parts at each `{}`. Parts that are not markup are text; None is nothing."""
    return Markup(template).format(*["" if one is None else one if isinstance(one, Markup) else text(one) for one in parts])


def chained(parts: Iterable[str | Markup], between: str = "") -> Markup:
    """The parts behind each other, with our own words between two. Parts that are not markup are text."""
    return Markup(between).join([one if isinstance(one, Markup) else text(one) for one in parts])


def _attribute(key: str, value: str | float | bool) -> str:
    """Plain strings, because joining markup escapes every part again, which takes most of a large page's time."""
    name = key.rstrip("_").replace("_", "-")
    return f" {name}" if value is True else f' {name}="{text(str(value))}"'


def opened(name: str, /, **attributes: str | float | bool | None) -> Markup:
    """The start tag alone, for what is written piece by piece; `closed` is its end."""
    whole = element(name, **attributes)
    return Markup(whole[: -len(closed(name))])


def closed(name: str) -> Markup:
    """The end tag alone."""
    return Markup("</{}>").format(Markup(name))


def own_code(name: str, code: str) -> Markup:
    """A style or script that is shipped with the program, as it is: its hash stands in the page's policy."""
    return Markup("<{0}>{1}</{0}>").format(Markup(name), Markup(code))


def data_block(block_id: str, value: object) -> Markup:
    """What JSON can hold, for the page's script to read. Nothing in it can end the block."""
    code = re.sub("[<>&]", lambda match: _CLOSING[match.group()], dumped(value))
    return Markup('<script type="application/json" id="{}">{}</script>').format(block_id, Markup(code))
