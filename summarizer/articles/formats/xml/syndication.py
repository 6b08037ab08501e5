"""Feeds: RSS 0.9x, 1.0 and 2.0, and Atom (RFC 4287), each item an article of its own.

A feed gives the whole text, or a teaser; which it is shows in the element that holds it, in its length and in its end.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import urljoin

from lxml import etree

from summarizer.articles.day_orders import region_of
from summarizer.articles.draft import Dated, Draft, Facts, joined_names
from summarizer.articles.fields import language_tag, person, unused_date, web_address
from summarizer.articles.files.decoding import UndecodableError
from summarizer.articles.formats.html.fragments import fragment_text, plain_of
from summarizer.articles.formats.inside import Found
from summarizer.articles.formats.mail.facts import name_in_domain
from summarizer.articles.formats.records.feeds import MAX_ARTICLES
from summarizer.articles.formats.refusals import BadEntry, NotArticlesError
from summarizer.articles.formats.xml.tree import (
    attribute,
    base_of,
    child,
    children,
    inner_html,
    language_of_element,
    local,
    raw,
    words,
)
from summarizer.articles.lines import lines_of, title_key, word_count
from summarizer.articles.marks import apart, without_marks
from summarizer.articles.publication import read_stamp
from summarizer.terms import ZoneKind

BASIS = "feed entry"
_FULL = ("encoded", "content", "full-text", "fulltext", "body", "div", "articlebody")
_SHORT = ("description", "summary", "abstract", "subtitle", "tagline")
_PUBLISHED = ("pubdate", "published", "issued", "date", "created", "datepublished")
_UPDATED = ("updated", "modified", "datemodified", "lastbuilddate")
_WHOLE_WORDS, _MIN_WORDS = 60, 3
_TEASER_END = re.compile(
    r"(?:…|\.\.\.|\[\s?(?:…|\.\.\.)\s?\]|(?:read (?:the )?(?:more|full (?:story|article)|on|rest)|continue reading|"
    r"full story|more|weiterlesen|mehr|"
    r"zum artikel|lire la suite|lire plus|leer más|seguir leyendo|leia mais|continua(?: a leggere)?|leggi tutto|"
    r"lees (?:meer|verder)|läs mer|les mer|"
    r"læs mere|lue lisää|czytaj (?:dalej|więcej)|číst dál|читать далее|подробнее|далее|devamını oku|περισσότερα|"
    r"اقرأ المزيد|ادامه مطلب|המשך קריאה|"
    r"阅读全文|全文|続きを読む|더 ?보기)(?:\b.{0,80})?)[\s»›→>.…\]]{0,10}$",
    re.IGNORECASE,
)
_APPEARED = re.compile(
    r"(?:the post .{1,400} (?:first appeared|appeared first) on .{1,200}|"
    r"der beitrag .{1,400} erschien zuerst auf .{1,200}|l['’]article .{1,400} est apparu en premier sur .{1,200}|"
    r"la entrada .{1,400} se publicó primero en .{1,200})",
    re.IGNORECASE,
)
_FEED_WORDS = re.compile(r"\s*(?:[-–—|:]\s*)?(?:RSS|Atom)(?:[ -]?\d?\.?\d?)?(?:[ -]?feeds?)?\s*$|^RSS[ :-]+", re.IGNORECASE)
_COLLECTED = re.compile(r"google (?:news|alert)|bing news|yahoo news|feedly|inoreader|newsblur|netvibes", re.IGNORECASE)
_MAIL_NAME = re.compile(r"\S{1,100}@\S{1,100}\s*\((?P<name>[^()]{1,100})\)|(?P<before>[^<>@]{1,100})<\S{1,100}@\S{1,100}>")


def read_syndication(root: etree._Element) -> Found:
    """All items of a feed with a text, in order.

    Raises:
        NotArticlesError: it has no items, or none with a text.
        UndecodableError: more items than can be of one story.
    """
    channel = root if local(root) in ("feed", "entry") else child(root, "channel")
    items = list(_items(root))
    if len(items) > MAX_ARTICLES:
        raise UndecodableError(f"is a feed of more than {MAX_ARTICLES:,} items; split it by story")
    if not items:
        raise NotArticlesError("is a feed without items")
    common = _channel_facts(root, channel)
    many = len(items) > 1
    found = [_item(item, common, f"#{number}" if many else "") for number, item in enumerate(items, 1)]
    if not any(isinstance(entry, Draft) for entry in found):
        raise NotArticlesError("is a feed of titles and links without any text; open its links and save the articles")
    return found


def _items(root: etree._Element) -> Iterator[etree._Element]:
    if local(root) == "entry":
        yield root
    for element in root.iter():
        if (
            element is not root
            and local(element) in ("item", "entry")
            and local(element.getparent()) in ("channel", "rdf", "rss", "feed", "items")
        ):
            yield element


def _channel_facts(root: etree._Element, channel: etree._Element | None) -> Facts:
    if channel is None or local(channel) == "entry":
        return Facts(language=language_tag(language_of_element(root)))
    title = _line(child(channel, "title"))
    name = _FEED_WORDS.sub("", title).strip() if title else None
    declared = language_of_element(root) or language_of_element(channel) or words(child(channel, "language"))
    outlet = None if not name or _COLLECTED.search(name) else name_in_domain(name, _host(channel)) or name
    return Facts(outlet=outlet, language=language_tag(declared), region=region_of(declared))


def _host(channel: etree._Element) -> str:
    """The domain of the site that a feed belongs to, empty if it names none."""
    links = [
        words(link) or link.get("href") or "" for link in children(channel, "link") if link.get("rel") in (None, "alternate")
    ]
    address = next((found for link in links if (found := web_address(link))), "")
    return address.partition("://")[2].partition("/")[0].partition(":")[0]


def _item(item: etree._Element, common: Facts, label: str) -> Draft | BadEntry:
    text, whole = _text(item)
    title = _line(child(item, "title"))
    facts = _item_facts(item, title).or_else(common)
    if not _says_more(text, title, facts.outlet):
        return BadEntry(
            label, f"has no text in the feed, only a title{f' (“{title[:80]}”)' if title else ''}; save the article itself"
        )
    incomplete = None if whole and not _TEASER_END.search(text.rstrip()[-120:]) else _teaser(text)
    return Draft(text=_without_service(text), facts=facts, label=label, incomplete=incomplete)


def _says_more(text: str, title: str | None, outlet: str | None) -> bool:
    """It is a text, not only the title again with the outlet's name."""
    rest = title_key(text)
    for name in (title, outlet):
        rest = rest.replace(title_key(name or ""), " ") if name else rest
    return len(rest.split()) >= _MIN_WORDS or word_count(rest) >= _MIN_WORDS


def _teaser(text: str) -> str | None:
    cut = bool(_TEASER_END.search(text.rstrip()[-120:]))
    is_whole = word_count(text) >= _WHOLE_WORDS or sum(line.is_running for line in lines_of(text)) > 1
    return "the feed gives only a teaser" if cut or not is_whole else None


def _text(item: etree._Element) -> tuple[str, bool]:
    """The longest text that an item holds, and whether it stands where feeds put whole texts."""
    full = [(_content(element), True) for element in children(item, *_FULL) if not _is_media(element)]
    short = [(_content(element), False) for element in children(item, *_SHORT) if not _is_media(element)]
    return max([*full, *short], key=lambda found: word_count(found[0]), default=("", False))


def _is_media(element: etree._Element) -> bool:
    """A picture's caption or a link to a recording (Media RSS, iTunes), or an Atom content that lies elsewhere."""
    space = str(element.tag).rpartition("}")[0].lower() + str(element.prefix or "")
    return (
        "media" in space
        or "yahoo.com/mrss" in space
        or "itunes" in space
        or (local(element) == "content" and bool(element.get("src") or element.get("url")))
    )


def _content(element: etree._Element) -> str:
    kind = (element.get("type") or "").lower()
    if len(element):
        return fragment_text(inner_html(element))
    text = str(element.text or "")
    if kind in ("text", "text/plain"):
        return without_marks(text)
    return fragment_text(text) if kind in ("html", "text/html") else plain_of(text)


def _without_service(text: str) -> str:
    """The text with the line set apart in which a blog's software names the blog."""
    return "\n".join(apart(line, ZoneKind.NOTE) if _APPEARED.match(line.strip()[:800]) else line for line in text.split("\n"))


def _line(element: etree._Element | None) -> str | None:
    if element is None:
        return None
    return " ".join(plain_of(raw(element)).split())[:500] or None


def _item_facts(item: etree._Element, title: str | None) -> Facts:
    source = child(item, "source")
    outlet = None if source is None else _line(child(source, "title")) or _line(source if not len(source) else None)
    dates, notes = _dates(item, _PUBLISHED, BASIS)
    updates, _ = _dates(item, _UPDATED, f"{BASIS} (updated)")
    return Facts(
        title=_without_outlet(title, outlet),
        outlet=outlet,
        author=_author(item),
        language=language_tag(language_of_element(item) or words(child(item, "language"))),
        url=_address(item),
        dates=dates[:1],
        updates=updates[:1],
        notes=() if dates else notes[:1],
    )


def _without_outlet(title: str | None, outlet: str | None) -> str | None:
    """The title without " - Outlet" at its end, which collections of news add."""
    if title and outlet and title.endswith(f" - {outlet}"):
        return title[: -len(outlet) - 3].rstrip()
    return title


def _dates(item: etree._Element, names: tuple[str, ...], basis: str) -> tuple[tuple[Dated, ...], tuple[str, ...]]:
    dates, notes = [], []
    for name in names:
        for element in children(item, name):
            value = words(element) or ""
            if stamp := read_stamp(value):
                dates.append(Dated(stamp, basis))
            elif note := unused_date(value, basis):
                notes.append(note)
    return tuple(dates), tuple(notes)


def _author(item: etree._Element) -> str | None:
    names = [words(element) for element in children(item, "creator")]
    if not any(names):
        people = list(children(item, "author"))
        names = [words(child(element, "name")) if len(element) else _mail_name(words(element)) for element in people]
    return joined_names(person(name) for name in names)


def _mail_name(value: str | None) -> str | None:
    """The name in "desk@herald.example (Mira Holt)", the form RSS asks for; None for a bare address."""
    if value is None or "@" not in value:
        return value
    match = _MAIL_NAME.fullmatch(value)
    return ((match["name"] or match["before"]).strip(" \"'") or None) if match else None


def _address(item: etree._Element) -> str | None:
    base = base_of(item)
    candidates = [words(child(item, "origlink"))]
    links = list(children(item, "link"))
    candidates += [
        urljoin(base, link.get("href") or "")
        for link in links
        if (link.get("rel") or "alternate") == "alternate" and link.get("href")
    ]
    candidates += [urljoin(base, words(link) or "") for link in links if not link.get("href")]
    candidates += [words(guid) for guid in children(item, "guid") if attribute(guid, "isPermaLink") != "false"]
    candidates += [words(child(item, "id"))]
    return next((address for value in candidates if value and (address := web_address(value))), None)
