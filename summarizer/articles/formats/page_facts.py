"""Facts of an HTML page: JSON-LD, meta tags, time tags, the lang attribute, the canonical address.

A date counts only where the page declares it as that of publication; none is searched for in the text.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from lxml import html as lxml_html
from trafilatura.metadata import extract_metadata

from summarizer.articles.draft import Dated, Facts
from summarizer.articles.fields import facts_of, language_tag, name_in, person, unused_date, web_address
from summarizer.articles.publication import read_stamp

_ARTICLE_TYPES = ("article", "report", "blogposting", "liveblogposting", "posting")
_DATE_METAS = (
    "article:published_time", "article:published", "og:published_time", "og:article:published_time", "datepublished",
    "date_published", "publishdate", "publish-date", "pubdate", "publication_date", "publication-date", "parsely-pub-date",
    "sailthru.date", "cxenseparse:recs:publishtime", "rnews:datepublished", "article.published", "citation_publication_date",
    "citation_date", "dc.date.issued", "dcterms.issued", "dcterms.created", "dc.date.created", "dc.date", "dcterms.date",
    "date", "created",
)  # fmt: skip
_TITLE_METAS = ("og:title", "twitter:title", "dc.title", "parsely-title", "title")
_OUTLET_METAS = ("og:site_name", "publisher", "dc.publisher", "application-name", "source_organization", "copyright")
_AUTHOR_METAS = ("author", "article:author_name", "parsely-author", "dc.creator", "byl", "sailthru.author", "citation_author")
_LANGUAGE_METAS = ("og:locale", "content-language", "language", "dc.language", "inlanguage")
_MAX_JSON_LD = 500_000
_MAX_NODES = 2000


def facts_of_page(tree: lxml_html.HtmlElement) -> Facts:
    """What the page declares about its article, in order of trust, then what trafilatura reads out of it."""
    metas = _metas(tree)
    declared = _json_ld(tree).or_else(_meta_facts(metas, tree))
    declared = declared.or_else(Facts(dates=tuple(_time_tags(tree))))
    language = language_tag(tree.get("lang") or tree.get("{http://www.w3.org/XML/1998/namespace}lang"))
    return Facts(language=language).or_else(declared).or_else(_guessed(tree))


def _metas(tree: lxml_html.HtmlElement) -> dict[str, str]:
    found: dict[str, str] = {}
    for element in tree.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop") or element.get("http-equiv")
        content = element.get("content")
        if name and content and content.strip():
            found.setdefault(name.strip().lower(), content.strip()[:2000])
    return found


def _meta_facts(metas: Mapping[str, str], tree: lxml_html.HtmlElement) -> Facts:
    dates, notes = [], []
    for name in _DATE_METAS:
        value = metas.get(name)
        if value and (stamp := read_stamp(value)):
            dates.append(Dated(stamp, "page metadata"))
        elif value and (note := unused_date(value, "page metadata")):
            notes.append(note)
    author = _first(metas, _AUTHOR_METAS)
    return Facts(
        title=_first(metas, _TITLE_METAS),
        outlet=_first(metas, _OUTLET_METAS[:1]),
        author=person(author),
        language=next((code for name in _LANGUAGE_METAS if (code := language_tag(metas.get(name)))), None),
        url=_address(metas, tree),
        dates=tuple(dates[:1]),
        notes=() if dates else tuple(notes[:1]),
    )


def _first(metas: Mapping[str, str], names: tuple[str, ...]) -> str | None:
    return next((text for name in names if name in metas and (text := name_in(metas[name]))), None)


def _address(metas: Mapping[str, str], tree: lxml_html.HtmlElement) -> str | None:
    for link in tree.iter("link"):
        if (link.get("rel") or "").lower() == "canonical" and (address := web_address(link.get("href"))):
            return address
    return web_address(metas.get("og:url"))


def _json_ld(tree: lxml_html.HtmlElement) -> Facts:
    facts = Facts()
    for script in tree.iter("script"):
        if (script.get("type") or "").split(";")[0].strip().lower() == "application/ld+json":
            for node in _article_nodes((script.text or "")[:_MAX_JSON_LD]):
                facts = facts.or_else(_node_facts(node))
    return facts


def _node_facts(node: Mapping[str, Any]) -> Facts:
    kept = {key: node[key] for key in ("headline", "author", "datePublished", "inLanguage", "url", "publisher") if key in node}
    if isinstance(node.get("mainEntityOfPage"), str):
        kept.setdefault("url", node["mainEntityOfPage"])
    return facts_of(kept, "page metadata")


def _article_nodes(source: str) -> Iterator[Mapping[str, Any]]:
    """Objects of an article's type in a JSON-LD block, outermost first."""
    try:
        queue: list[Any] = [json.loads(source, strict=False, parse_int=str)]
    except (ValueError, RecursionError):
        return
    seen = 0
    while queue and seen < _MAX_NODES:
        seen += 1
        value = queue.pop(0)
        if isinstance(value, list):
            queue.extend(value[:_MAX_NODES])
        elif isinstance(value, Mapping):
            if _is_article(value.get("@type")):
                yield value
            queue.extend(value[key] for key in ("@graph", "mainEntity") if key in value)


def _is_article(kind: object) -> bool:
    kinds = kind if isinstance(kind, list) else [kind]
    return any(isinstance(name, str) and name.lower().endswith(_ARTICLE_TYPES) for name in kinds)


def _time_tags(tree: lxml_html.HtmlElement) -> Iterator[Dated]:
    """Time tags that are marked as the date of publication, else the only one of the page's article."""
    tags = [tag for tag in tree.iter("time", "span", "abbr", "p", "div") if _is_marked(tag)]
    if not tags:
        times = [tag for tag in tree.iter("time") if _stands_in_article(tag)]
        values = {_time_value(tag) for tag in times}
        tags = times[:1] if len(values) == 1 else []
    for tag in tags[:1]:
        if stamp := read_stamp(_time_value(tag)):
            yield Dated(stamp, "time tag of the page")


def _is_marked(tag: lxml_html.HtmlElement) -> bool:
    if tag.tag == "time" and (tag.get("pubdate") is not None or "entry-date" in (tag.get("class") or "").split()):
        return True
    return (tag.get("itemprop") or "").lower() == "datepublished"


def _stands_in_article(tag: lxml_html.HtmlElement) -> bool:
    """Inside the article or its header, and in no list of links, sidebar or comment."""
    above = [ancestor.tag for ancestor in tag.iterancestors()]
    return ("article" in above or "main" in above) and not {"aside", "footer", "nav", "li", "a"} & set(above)


def _time_value(tag: lxml_html.HtmlElement) -> str:
    return str(tag.get("datetime") or tag.get("content") or tag.get("title") or tag.text_content() or "")[:100]


def _guessed(tree: lxml_html.HtmlElement) -> Facts:
    """Title, author, outlet and address as trafilatura finds them; its date may be a guess, so it is left out."""
    try:
        found = extract_metadata(tree, extensive=False)
    except Exception:  # noqa: BLE001 (metadata are a gain, never a reason to lose the page)
        return Facts()
    return Facts(
        title=name_in(found.title),
        author=person(name_in((found.author or "").replace("; ", ", "))),
        outlet=name_in(found.sitename),
        url=web_address(found.url),
    )
