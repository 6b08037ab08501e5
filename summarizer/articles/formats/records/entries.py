"""One article out of named fields: an entry of a JSON feed or a row of a table, under whatever names its service gives them.

The names are those of JSON Feed (https://www.jsonfeed.org/version/1.1/), ninjs (https://iptc.org/standards/ninjs/), schema.org
NewsArticle, the WordPress REST interface, and of services and programs that collect news.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from summarizer.articles.cleaning import visible_line
from summarizer.articles.draft import Draft, Facts
from summarizer.articles.fields import NAMES, facts_of, host_of, name_in, squeezed
from summarizer.articles.files.sniffing import has_markup, is_html
from summarizer.articles.formats.exports.record import shortfall
from summarizer.articles.formats.html.fragments import Fragment, read_fragment, read_plain_fragment
from summarizer.articles.formats.html.pages import read_page
from summarizer.articles.formats.refusals import BadEntry
from summarizer.articles.identity import without_outlet

TEXT_NAMES = tuple(
    (
        "text bodytext articlebody contenttext maintext fulltext articletext bodyplain plaintext cleanedtext "
        "cleantext storytext newstext "
        "pagecontent rawtext body content article story volltext texte texto testo tekst inhalt 正文 全文 内容 "
        "bodyhtml bodyxhtml contenthtml "
        "articlehtml contentencoded html bodies paragraphs components"
    ).split()
)
TEASER_NAMES = tuple(
    "leadparagraph description summary snippet excerpt abstract trailtext standfirst teaser lede lead dek "
    "contentsnippet".split()
)
_HTML_NAMES = frozenset({"bodyhtml", "bodyxhtml", "contenthtml", "articlehtml", "contentencoded", "html"})
_WRAPPERS = (
    "_source", "fields", "article", "attributes", "node", "document", "doc", "story", "post", "item", "record", "data",
    "thread", "metadata", "meta", "news",
)  # fmt: skip
_OTHER_ROLES = ("title", "byline", "author", "caption", "photo", "image", "pullquote", "heading1")
"""Components of Apple News that are not the text."""
_OUTER = ("_source", "thread", "metadata", "meta")
"""Wrappers whose own name would pass for a fact."""
_SPAN_KEYS = frozenset(
    {"text", "type", "_type", "_key", "marks", "bold", "italic", "style", "format", "mode", "detail", "version", "object"}
)
_PARTS = ("rendered", "value", "plain", "text", "content", "body", "html", "paragraph", "#text", "original", "main", "children")
_SOCIAL = frozenset(
    "retweetcount favoritecount inreplytostatusid publicmetrics subreddit selftext numcomments retweetedstatus "
    "likecount repostcount".split()
)
_PLACEHOLDER = re.compile(r"\W*(?:only available in .{0,40}plans?|removed|null|none|n/?a|nan|not available)\W*", re.IGNORECASE)
_TELLING = frozenset((*TEXT_NAMES, *TEASER_NAMES, "name", *(squeezed(name) for name in NAMES["title"])))
_MORE = re.compile(r"\s*\[\+?\s?(?P<count>\d[\d,.]*)\s*chars?\.?\]\s*$")
_OPEN_END = re.compile(
    r"(?:…|\.\.\.|\[(?:…|\.\.\.|&hellip;)\]|\[more\]|\(more\)|(?:read|continue) (?:more|reading|the full (?:story|"
    r"article))\W{0,4})\s*$",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(r"[.!?。！？؟۔।…:;)\]\"'”’»]\s*$")
_CUT_LENGTHS = (140, 150, 160, 200, 240, 250, 255, 256, 260, 280, 300, 350, 400, 500, 512, 1000, 1024, 2000, 2048, 4096)
_CUT_SLACK, _MAX_CUT = 4, 5000
_MIN_CHARS = 80
_MAX_LEVELS, _MAX_TEXT_LEVELS = 2, 6
_FREE_CHARS = 1500
_NOT_FREE = ("false", "no", "0")


@dataclass(frozen=True, slots=True)
class _Text:
    """A text, the name of the field it stood in, what was left out of its markup, and whether it is only a teaser."""

    text: str
    name: str
    notes: tuple[str, ...] = ()
    is_teaser: bool = False


@dataclass(frozen=True, slots=True)
class Entry:
    """An object that may be an article.

    Attributes:
        fields: its values under their compared names.
        facts: what they say about the article.
        text: the text, if it has one.
    """

    fields: Mapping[str, Any]
    facts: Facts
    text: _Text | None

    @property
    def has_text(self) -> bool:
        """It has more than a teaser."""
        return self.text is not None and not self.text.is_teaser

    @property
    def is_article(self) -> bool:
        """It has a text with a fact about it, or a teaser under a title with an address or a date."""
        if self.text is None or self.is_social:
            return False
        if self.facts.title and self._is_placed:
            return True
        return self.has_text and len(self.text.text) >= _MIN_CHARS and bool(self.facts.title or self._is_placed)

    @property
    def is_reference(self) -> bool:
        """It names an article by its title with its address or date, and gives no text."""
        return self.text is None and bool(self.facts.title) and self._is_placed

    @property
    def is_social(self) -> bool:
        """It is a post of a social network: it counts likes or replies and has no headline."""
        return "subreddit" in self.fields or (not self.facts.title and not _SOCIAL.isdisjoint(self.fields))

    @property
    def _is_placed(self) -> bool:
        return bool(self.facts.url or self.facts.dates or self.facts.updates or self.facts.notes or self.facts.unclear)


def entry_of(value: Mapping[str, Any], basis: str) -> Entry:
    """An object seen as an article; `basis` says where its fields stand ("JSON fields")."""
    if not _may_tell(value):
        return Entry({}, Facts(), None)
    fields = _fields(value)
    facts = facts_of(fields, basis)
    text = _text_of(fields)
    if text and facts.title is None and facts.url and isinstance(fields.get("name"), str):
        facts = replace(facts, title=visible_line(fields["name"]))
    return Entry(fields, facts, text)


def _may_tell(value: Mapping[str, Any], level: int = 0) -> bool:
    """One of its names, or of those of an object wrapped in it, is that of a text or a title."""
    if any(_compared(key) in _TELLING for key in value):
        return True
    inside = (value.get(name) for name in _WRAPPERS) if level < _MAX_LEVELS else ()
    return any(isinstance(item, Mapping) and _may_tell(item, level + 1) for item in inside)


def _fields(value: Mapping[str, Any], level: int = 0) -> dict[str, Any]:
    """The fields of an object under their compared names, with those of the objects wrapped in it where it has none itself."""
    own = {_compared(str(key)): item for key, item in value.items() if not (key in _OUTER and isinstance(item, Mapping))}
    for name in _WRAPPERS if level < _MAX_LEVELS else ():
        inside = value.get(name)
        if isinstance(inside, Mapping):
            for key, item in _fields(inside, level + 1).items():
                own.setdefault(key, item)
    return own


def _compared(name: str) -> str:
    """A field's name as it is compared; one that this program added stays apart from all others."""
    return name if name.startswith("\0") else squeezed(name) or name


def draft_of(entry: Entry, label: str, around: Facts | None = None) -> Draft | BadEntry:
    """The article of an entry; `around` is what its file says of all entries."""
    if entry.text is None:
        return BadEntry(label, _why_no_text(entry.facts))
    body, reason = _cut(entry.text.text)
    if entry.text.is_teaser:
        reason = f"the file gives only its teaser (“{entry.text.name}”), not its text"
    facts = _with_surroundings(entry, around or Facts())
    incomplete = reason or _short_by_fields(body, entry.fields)
    return Draft(text=body, facts=facts, notes=entry.text.notes, label=label, incomplete=incomplete)


def _with_surroundings(entry: Entry, around: Facts) -> Facts:
    """The facts with outlet, language and author of the feed; the host of the address or an id where no outlet is named."""
    facts = entry.facts
    is_named = facts.outlet is not None and host_of(facts.outlet) is None
    outlet = facts.outlet if is_named else around.outlet or facts.outlet
    outlet = outlet or (host_of(facts.url) if facts.url else None) or name_in(entry.fields.get("sourceid"))
    return replace(facts, outlet=outlet, title=without_outlet(facts.title, outlet)).or_else(around)


def _why_no_text(facts: Facts) -> str:
    if facts.title and facts.url:
        return f"has no text, only its title “{facts.title[:80]}” and its address; save the article itself"
    if facts.title:
        return f"has no text, only its title “{facts.title[:80]}”; save the article itself"
    return "has no text under “text”, “body_text”, “content” or the like"


def _text_of(fields: Mapping[str, Any]) -> _Text | None:
    """The first text that is whole, else the first; else the longest teaser."""
    texts = [_Text(read.text, name, read.notes) for name in TEXT_NAMES if (read := _read(fields.get(name), name))]
    if texts:
        whole = (text for text in texts if _cut(text.text)[1] is None)
        first = next(whole, texts[0])
        return first if len(first.text) >= len(texts[0].text) / 2 else texts[0]
    read_teasers = ((name, _read(fields.get(name), name)) for name in TEASER_NAMES)
    teasers = [_Text(read.text, name, read.notes, is_teaser=True) for name, read in read_teasers if read]
    return max(teasers, key=lambda teaser: len(teaser.text), default=None)


def _read(value: Any, name: str) -> Fragment | None:
    text = "\n\n".join(_pieces(value))
    if not text.strip() or (len(text) < 60 and _PLACEHOLDER.fullmatch(text)):  # noqa: PLR2004
        return None
    if is_html(text):
        page = read_page(text)
        return Fragment(page.text, page.notes) if page.text else None
    read = read_fragment(text) if name in _HTML_NAMES or has_markup(text) else read_plain_fragment(text)
    return read if read.text.strip() else None


def _pieces(value: Any, level: int = 0) -> Iterator[str]:
    """Strings of a text: itself, the paragraphs of a list, or the text inside an object; of ninjs bodies the plainest."""
    if isinstance(value, str):
        if value.strip():
            yield value
    elif level > _MAX_TEXT_LEVELS:
        return
    elif isinstance(value, list) and value and all(map(_is_span, value)):
        yield "".join(part["text"] for part in value)
    elif isinstance(value, list):
        bodies = [part for part in value if isinstance(part, Mapping) and "contenttype" in part]
        plainest = sorted(bodies, key=lambda part: str(part["contenttype"]) != "text/plain")[:1]
        for part in plainest or value:
            yield from _pieces(part, level + 1)
    elif isinstance(value, Mapping):
        for part in _PARTS if value.get("role") not in _OTHER_ROLES else ():
            if part in value and any(_pieces(value[part], level + 1)):
                yield from _pieces(value[part], level + 1)
                return


def _is_span(value: Any) -> bool:
    """A stretch of a paragraph in a rich text: its characters and perhaps how they are set."""
    return isinstance(value, Mapping) and isinstance(value.get("text"), str) and value.keys() <= _SPAN_KEYS


def _cut(text: str) -> tuple[str, str | None]:
    """The text without the mark of a cut, and why it is known to be cut."""
    if more := _MORE.search(text[-80:]):
        return text[: len(text) - len(more[0])] + "\n", f"the service cut it off; {more['count']} more characters are missing"
    if _OPEN_END.search(text[-60:]):
        return text, "it breaks off with “…”: the service gives only its beginning"
    body = text.strip()
    is_open = len(body) <= _MAX_CUT and "\n" not in body and not _SENTENCE_END.search(body[-20:])
    if is_open and any(abs(len(body) - length) <= _CUT_SLACK for length in _CUT_LENGTHS):
        return text, f"it breaks off after {len(body)} characters in the middle of a sentence"
    return text, None


def _short_by_fields(text: str, fields: Mapping[str, Any]) -> str | None:
    """Why other fields say that the text is not whole: a count of words, or that it is not free to read."""
    count = str(fields.get("wordcount", "")).strip()
    if count.isdecimal() and (short := shortfall(text, count)):
        return short.replace("the export", "the file")
    if str(fields.get("isaccessibleforfree", "")).casefold() in _NOT_FREE and len(text) < _FREE_CHARS:
        return "its publisher says that it is not free to read, and the text is short"
    return None
