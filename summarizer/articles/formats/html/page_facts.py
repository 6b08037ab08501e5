"""Facts of an HTML page: what its JSON-LD, meta tags, attributes, time tags and links say about its own article.

A date counts only where the page declares it as that of publication; none is searched for in the text.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace

from lxml import html as lxml_html
from trafilatura.metadata import examine_title_element, extract_author, extract_title

from summarizer.articles.addresses import is_keepers, whole_address
from summarizer.articles.day_orders import region_of
from summarizer.articles.draft import Dated, Facts, joined_names
from summarizer.articles.fields import (
    best_address,
    facts_of,
    language_tag,
    name_in,
    outlet_name,
    person,
    unused_date,
    web_address,
)
from summarizer.articles.formats.html.json_ld import facts_of_ld
from summarizer.articles.formats.html.kept_pages import Kept, is_keepers_own
from summarizer.articles.formats.html.page_access import held_back
from summarizer.articles.formats.html.page_place import TITLE_METAS, Place, find_place, is_foreign, stands_in, title_words
from summarizer.articles.formats.html.page_scopes import own_people, scoped_facts
from summarizer.articles.formats.html.page_times import own_times
from summarizer.articles.publication import is_ambiguous, read_stamp

_DATE_METAS = (
    "article:published_time", "article:published", "og:published_time", "og:article:published_time", "datepublished",
    "date_published", "publishdate", "publish-date", "pubdate", "publication_date", "publication-date", "parsely-pub-date",
    "sailthru.date", "cxenseparse:recs:publishtime", "rnews:datepublished", "article.published", "citation_publication_date",
    "citation_date", "dc.date.issued", "dcterms.issued", "dcterms.created", "dc.date.created", "dc.date", "dcterms.date",
    "date", "created",
)  # fmt: skip
_OUTLET_METAS = ("og:site_name",)
_FURTHER_OUTLET_METAS = (
    "publisher", "dc.publisher", "dc:publisher", "dcterms.publisher", "sailthru.publisher", "rbpubname",
    "citation_journal_title", "article:publisher", "copyright", "twitter:site", "application-name",
    "apple-mobile-web-app-title", "twitter:app:name:iphone",
)  # fmt: skip
_AUTHOR_METAS = (
    "author", "article:author_name", "article:author", "parsely-author", "dc.creator", "dc:creator", "dcterms.creator",
    "byl", "sailthru.author", "citation_author", "rnews:author",
)  # fmt: skip
_WRITTEN_BY = frozenset({"written by", "author", "by", "von", "verfasst von", "écrit par", "par", "escrito por", "por",
                         "scritto da", "geschreven door",
                         "auteur", "autor", "autore", "автор"})  # fmt: skip
_AUTHORS = (
    *("author", "byl", "username", "channel-name", "zuozhe", "bianji", "xiaobian", "posted-by", "submitted-by"),
    *("journalist-name", "screenname", "writer", "bbl", 'rel="me', "rel='me", "rel=me"),
)
"""What the markup holds that trafilatura looks for an author by."""
_LANGUAGE_METAS = ("og:locale", "content-language", "language", "dc.language", "inlanguage")
_LANGUAGE_ATTRIBUTES = ("lang", "{http://www.w3.org/XML/1998/namespace}lang")

_ALIKE = 70
_MAX_ADDRESSES = 20
_SEVERAL_DAYS = "the page metadata name several days of publication; not used"

Metas = Mapping[str, list[str]]


def facts_of_page(tree: lxml_html.HtmlElement, kept: Kept | None = None, source: str = "author") -> Facts:
    """What the page says about its article, in order of trust, then what can be seen of it.

    Args:
        tree: the page.
        kept: what was found out about where it was saved from.
        source: its characters; no author is looked for in the markup of a page that holds no word for one.
    """
    kept = kept or Kept()
    metas, site = _own_metas(tree)
    addresses = [*_addresses(metas, tree, kept), *kept.addresses]
    place = find_place(tree, [*_titles(metas, tree)], addresses, site)
    declared = Facts(url=best_address(_with_path_first(addresses))).or_else(facts_of_ld(tree, place))
    declared = (
        declared.or_else(_meta_facts(metas, site, place))
        .or_else(_parsely_facts(metas, place))
        .or_else(scoped_facts(tree, place))
    )
    if not declared.dates:
        declared = declared.or_else(Facts(dates=tuple(own_times(tree, place))))
    tag = next((tree.get(name) for name in _LANGUAGE_ATTRIBUTES if language_tag(tree.get(name))), None)
    page = Facts(language=language_tag(tag), region=region_of(tag), kept=kept.days)
    facts = page.or_else(declared).or_else(_seen(tree, place, metas, declared, source))
    return _without_outlet_as_author(facts)


def why_held_back(tree: lxml_html.HtmlElement, kept: Kept | None, text: str) -> str | None:
    """Why this text of the page is not known to be all of its article, by what the page says of who may read it."""
    metas, site = _own_metas(tree)
    addresses = _addresses(metas, tree, kept or Kept())
    return held_back(tree, find_place(tree, _titles(metas, tree), addresses, site), metas, text)


def _own_metas(tree: lxml_html.HtmlElement) -> tuple[Metas, str | None]:
    """The page's meta tags, without those of an archive that keeps it, and the site's name."""
    metas = _metas(tree)
    name = _first(metas, _OUTLET_METAS)
    if is_keepers_own(tree, name):
        metas = {name: values for name, values in metas.items() if name in ("og:title", "twitter:title", "og:url")}
    return metas, outlet_name(name)


def _metas(tree: lxml_html.HtmlElement) -> dict[str, list[str]]:
    """The page's meta tags by name; those that are a property of some scope in the body are not the page's."""
    found: dict[str, list[str]] = {}
    known: dict[lxml_html.HtmlElement, bool] = {}
    for element in tree.xpath("//meta[@content]"):
        if element.getparent().tag != "head" and stands_in(element, is_foreign, known):
            continue
        name = element.get("property") or element.get("name") or element.get("http-equiv")
        if not name and element.getparent().tag == "head":
            name = element.get("itemprop")
        content = element.get("content").strip()
        if name and content:
            found.setdefault(name.strip().lower(), []).append(content[:2000])
    return found


def _meta_facts(metas: Metas, site: str | None, place: Place) -> Facts:
    dates, notes, unclear = [], [], []
    for name in _DATE_METAS:
        values = metas.get(name, [])[:20]
        stamps = [stamp for value in values if (stamp := read_stamp(value))]
        if len({stamp.date for stamp in stamps}) > 1:
            notes.append(_SEVERAL_DAYS)
        elif stamps:
            dates.append(Dated(stamps[0], "page metadata"))
        elif values and is_ambiguous(values[0]):
            unclear.append((values[0], "page metadata"))
        elif values and (note := unused_date(values[0], "page metadata")):
            notes.append(note)
    tag = next((value for name in _LANGUAGE_METAS for value in metas.get(name, []) if language_tag(value)), None)
    return Facts(
        title=_own_title(metas, place),
        outlet=site,
        author=_author(metas),
        language=language_tag(tag),
        region=region_of(tag),
        dates=tuple(dates[:1]),
        notes=() if dates else tuple(notes[:1]),
        unclear=() if dates else tuple(unclear[:1]),
    )


def _parsely_facts(metas: Metas, place: Place) -> Facts:
    """What a "parsely-page" meta tag, which holds JSON, says about this article."""
    try:
        fields = json.loads(next(iter(metas.get("parsely-page", ())), "null"))
    except (ValueError, RecursionError):
        return Facts()
    if not isinstance(fields, dict) or (place.likeness(str(fields.get("title"))) or _ALIKE) < _ALIKE:
        return Facts()
    return facts_of({key: fields[key] for key in ("title", "author", "authors", "pub_date") if key in fields}, "page metadata")


def _author(metas: Metas) -> str | None:
    """The names of the first meta tag that gives any, or of a label "Written by"."""
    for name in _AUTHOR_METAS:
        if names := joined_names(person(name_in(value)) for value in metas.get(name, ())[:20]):
            return names
    for number in ("1", "2", "3"):
        label = next(iter(metas.get(f"twitter:label{number}", ())), "")
        if label.strip(" :").casefold() in _WRITTEN_BY:
            return person(name_in(next(iter(metas.get(f"twitter:data{number}", ())), None)))
    return None


def _first(metas: Metas, names: tuple[str, ...]) -> str | None:
    return next((text for name in names for value in metas.get(name, ())[:1] if (text := name_in(value))), None)


def _own_title(metas: Metas, place: Place) -> str | None:
    """The first title of the meta tags that is the article's and not only the site's name."""
    values = (value for name in TITLE_METAS for value in metas.get(name, ())[:1])
    return next((text for value in values if (text := name_in(value)) and title_words(value) in place.titles), None)


def _titles(metas: Metas, tree: lxml_html.HtmlElement) -> list[str]:
    found = [value for name in TITLE_METAS for value in metas.get(name, ())[:1]]
    return found + [element.text_content() for element in tree.xpath("//head/title[1] | /html/title[1]")]


def _addresses(metas: Metas, tree: lxml_html.HtmlElement, kept: Kept) -> list[str]:
    """The page's canonical address and what its meta tags repeat of it, the most trusted first."""
    given = [link.get("href") for link in tree.xpath("//link[@href]") if "canonical" in (link.get("rel") or "").lower().split()]
    given += [value for name in ("og:url", "twitter:url", "parsely-link") for value in metas.get(name, ())[:1]]
    given = given[:_MAX_ADDRESSES]
    base = next((a for value in (*given, *kept.addresses) if (a := web_address(whole_address(value)))), None)
    return [address for value in given if (address := web_address(whole_address(value, base)))]


def _with_path_first(addresses: list[str]) -> list[str]:
    """The addresses, those of a site's front page last."""
    return sorted(addresses, key=lambda address: not address.partition("//")[2].partition("/")[2] or is_keepers(address))


def _seen(tree: lxml_html.HtmlElement, place: Place, metas: Metas, declared: Facts, source: str) -> Facts:
    """Title, author and outlet as the page shows them, where they can be checked against its own place."""
    author = declared.author or own_people(tree, place)
    if author is None and _may_name_author(source):
        author = _guessed_author(tree, place)
    outlet = next((name for key in _FURTHER_OUTLET_METAS if (name := _site_name(_first(metas, (key,))))), None)
    _, *parts = examine_title_element(tree)
    outlet = outlet or outlet_name(next((part for part in parts if part and "." in part), None))
    return Facts(title=_seen_title(tree, place), author=author, outlet=outlet)


def _may_name_author(source: str) -> bool:
    folded = source.lower()
    return any(word in folded for word in _AUTHORS)


def _site_name(value: str | None) -> str | None:
    """A name without the mark of an account; one all in small letters is written as a name."""
    name = outlet_name(value.lstrip("@") if value else None)
    return name.title() if name and name.islower() and "." not in name else name


def _seen_title(tree: lxml_html.HtmlElement, place: Place) -> str | None:
    if place.heading is not None:
        return name_in(place.heading.text_content())
    return name_in(extract_title(tree))


def _guessed_author(tree: lxml_html.HtmlElement, place: Place) -> str | None:
    """The author that trafilatura finds, if the name stands in the article's own part of the page."""
    try:
        found = extract_author(tree)
    except Exception:  # noqa: BLE001 (metadata are a gain, never a reason to lose the page)
        return None
    names = [name.strip() for name in (found or "").split(";") if name.strip()]
    return joined_names(person(name_in(name)) for name in names if _is_shown(name, tree, place))


def _is_shown(name: str, tree: lxml_html.HtmlElement, place: Place) -> bool:
    wanted = title_words(name)
    last = wanted.split()[-1:] or [""]
    for element in tree.iter():
        if not isinstance(element.tag, str) or element.tag in ("script", "style", "head", "title"):
            continue
        pieces = [element.text or "", *(child.tail or "" for child in element)]
        if any(last[0] in piece.casefold() for piece in pieces) and place.is_own(element):
            return True
    return False


def _without_outlet_as_author(facts: Facts) -> Facts:
    """The facts without an author that is only the outlet's own name."""
    outlet = title_words(facts.outlet or "")
    names = [name for name in (facts.author or "").split(", ") if title_words(name) != outlet]
    return replace(facts, author=", ".join(names) or None)
