"""How much markup is read: a page with more tags than any article is refused, a tag with more attributes made smaller.

The parser goes through an element's attributes anew for each one, so that its time grows as their square.
"""

from __future__ import annotations

import re

from summarizer.articles.files.decoded import UndecodableError
from summarizer.articles.formats.markup.flattening import ATTRIBUTE, TAG

MAX_TAGS = 600_000
_LONG_TAG = 5_000
_MAX_ATTRIBUTES = 100
_TELLING = frozenset(
    """class id style hidden popover open role lang dir href rel src name content property itemprop itemscope itemtype
    datetime type media align color bgcolor background text size colspan rowspan cite title alt""".split()
)


def bounded(source: str) -> str:
    """The markup with no more than a hundred attributes to a tag, beside those that say how it is read.

    Raises:
        UndecodableError: it has more tags than any article.
    """
    count = source.count("<")
    if count > MAX_TAGS:
        raise UndecodableError(
            f"is a page of {count:,} tags, more than the {MAX_TAGS:,} that are read; take the text out of it"
        )
    last = source.rfind(">") + 1
    if last < _LONG_TAG or not any(tag.end() - tag.start() >= _LONG_TAG for tag in TAG.finditer(source, 0, last)):
        return source
    return TAG.sub(_trimmed, source[:last]) + source[last:]


def _trimmed(match: re.Match[str]) -> str:
    tag = match[0]
    if len(tag) < _LONG_TAG or not match["name"] or match["end"]:
        return tag
    found = list(ATTRIBUTE.finditer(match["attributes"]))
    if len(found) <= _MAX_ATTRIBUTES:
        return tag
    first: dict[str, str] = {}
    for at, attribute in enumerate(found):
        name = attribute[1].lower()
        if at < _MAX_ATTRIBUTES or name in _TELLING:
            first.setdefault(name, attribute[0])
    return f"<{match['name']} {' '.join(first.values())}>"
