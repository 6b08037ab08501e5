"""NewsML-G2 and NewsML 1.2, the news agencies' envelopes (iptc.org/standards): each text item is an article."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from lxml import etree

from summarizer.articles.draft import Dated, Draft, Facts, joined_names
from summarizer.articles.fields import language_tag, person, unused_date
from summarizer.articles.files.decoding import UndecodableError
from summarizer.articles.formats.html.fragments import fragment_text, plain_of
from summarizer.articles.formats.inside import Found
from summarizer.articles.formats.records.feeds import MAX_ARTICLES
from summarizer.articles.formats.refusals import BadEntry, NotArticlesError
from summarizer.articles.formats.xml.nitf import nitf_text, read_nitf
from summarizer.articles.formats.xml.tree import (
    attribute,
    below,
    child,
    children,
    first_below,
    inner_html,
    language_of_element,
    local,
    raw,
    words,
)
from summarizer.articles.publication import read_stamp

BASIS = "NewsML metadata"
_BY = re.compile(r"^(?:by|von|par|por|di|door)\s+", re.IGNORECASE)
_ITEMS = ("newsitem",)
_TEXT_CLASS = re.compile(r"text|composite", re.IGNORECASE)
_PICTURES = re.compile(r"picture|photo|graphic|video|audio|animation", re.IGNORECASE)
_ENDED = re.compile(r"cancel|withh?eld|kill", re.IGNORECASE)


def read_newsml(root: etree._Element) -> Found:
    """The texts of a message, in order; pictures and packages are no articles.

    Raises:
        NotArticlesError: none of its items has a text of its own.
        UndecodableError: more items than can be of one story.
    """
    items = [root] if local(root) in _ITEMS else [item for item in below(root, *_ITEMS) if not _is_inner(item)]
    if len(items) > MAX_ARTICLES:
        raise UndecodableError(f"holds more than {MAX_ARTICLES:,} news items; split it by story")
    texts = [item for item in items if not _is_picture(item)]
    many = len(texts) > 1
    found: Found = [entry for number, item in enumerate(texts, 1) for entry in _item(item, f"#{number}" if many else "")]
    if not any(isinstance(entry, Draft) for entry in found):
        reasons = [entry.reason for entry in found if isinstance(entry, BadEntry)]
        raise NotArticlesError(next(iter(reasons), "is a NewsML file in which no item has a text"))
    return found


def _is_inner(item: etree._Element) -> bool:
    return any(local(above) in _ITEMS for above in item.iterancestors())


def _is_picture(item: etree._Element) -> bool:
    kind = attribute(first_below(item, "itemclass"), "qcode", "uri") or ""
    return bool(_PICTURES.search(kind)) and not _TEXT_CLASS.search(kind)


def _item(item: etree._Element, label: str) -> Iterator[Draft | BadEntry]:
    status = (
        attribute(first_below(item, "pubstatus"), "qcode", "uri") or attribute(first_below(item, "status"), "FormalName") or ""
    )
    if _ENDED.search(status):
        yield BadEntry(label, f"was withdrawn by its sender (status “{status[:60]}”); do not use it")
        return
    draft = _draft(item)
    if draft is None:
        yield BadEntry(label, "is a news item without a text of its own; export it with its content")
    else:
        yield replace(draft, label=label)


def _draft(item: etree._Element) -> Draft | None:
    facts = _facts(item)
    nitf = first_below(item, "nitf")
    if nitf is not None:
        return read_nitf(nitf, facts) if nitf_text(nitf).strip() else None
    for element in below(item, "inlinexml", "inlinedata", "datacontent"):
        if text := _text(element):
            return Draft(text=text, facts=facts.or_else(_page_facts(element)))
    return None


def _text(element: etree._Element) -> str:
    body = first_below(element, "body")
    if body is not None:
        return fragment_text(inner_html(body)).strip()
    if len(element):
        return fragment_text(inner_html(element)).strip()
    return plain_of(raw(element)).strip()


def _page_facts(element: etree._Element) -> Facts:
    page = first_below(element, "html")
    return Facts(title=words(first_below(page, "title"))) if page is not None else Facts()


def _facts(item: etree._Element) -> Facts:
    about, lines = child(item, "contentmeta"), first_below(item, "newslines")
    headline = next((element for element in below(item, "headline") if _is_main(element)), None)
    dates, notes = _dates(item, ("contentcreated", "firstcreated", "timestamp"), BASIS)
    updates, _ = _dates(item, ("contentmodified", "versioncreated", "thisrevisioncreated"), f"{BASIS} (updated)")
    byline = words(first_below(about, "by")) or words(first_below(lines, "byline"))
    return Facts(
        title=words(headline),
        outlet=_outlet(item),
        author=person(_BY.sub("", byline)) if byline else _creators(about),
        language=language_tag(_language(item)),
        dates=dates[:1],
        updates=updates[:1],
        notes=() if dates else notes[:1],
    )


def _is_main(headline: etree._Element) -> bool:
    """Not a subtitle, and not the headline of something that the item only refers to."""
    role = (headline.get("role") or "").lower()
    return not role.endswith(("subtitle", "sub", "short", "overline")) and all(
        local(above) not in ("link", "itemref", "group") for above in headline.iterancestors()
    )


def _creators(about: etree._Element | None) -> str | None:
    if about is None:
        return None
    return joined_names(person(words(child(creator, "name"))) for creator in children(about, "creator", "contributor"))


def _outlet(item: etree._Element) -> str | None:
    """The provider by name, else the holder of the rights; a code in place of a name ("nprov:HH") is no name."""
    provider = first_below(item, "provider")
    party = first_below(provider, "party")
    names = [
        words(first_below(provider, "name")),
        attribute(provider, "literal"),
        attribute(party, "FormalName"),
        words(first_below(first_below(item, "copyrightholder"), "name")),
        attribute(first_below(item, "copyrightholder"), "literal"),
        words(child(first_below(item, "copyrightholder"))) if first_below(item, "copyrightholder") is not None else None,
    ]
    return next((name for name in names if name and ":" not in name), None)


def _language(item: etree._Element) -> str | None:
    tag = attribute(first_below(child(item, "contentmeta"), "language"), "tag")
    return tag or attribute(first_below(item, "language"), "FormalName") or language_of_element(item)


def _dates(item: etree._Element, names: tuple[str, ...], basis: str) -> tuple[tuple[Dated, ...], tuple[str, ...]]:
    dates, notes = [], []
    for name in names:
        value = words(first_below(item, name)) or ""
        if stamp := read_stamp(value):
            dates.append(Dated(stamp, basis))
        elif note := unused_date(value, basis):
            notes.append(note)
    return tuple(dates), tuple(notes)
