"""JSON-LD of a page: which of its nodes describes this article, and what that one says.

Nodes of different articles are never put together. The format: https://www.w3.org/TR/json-ld11/; the names:
https://schema.org/NewsArticle
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from lxml import html as lxml_html

from summarizer.articles.draft import Facts, joined_names
from summarizer.articles.fields import best_address, facts_of, name_in
from summarizer.articles.formats.html.page_place import Place

_ARTICLE_TYPES = ("article", "report", "blogposting", "liveblogposting", "posting")
_NO_ARTICLE_TYPES = frozenset({"jobposting"})
_MAX_JSON_LD = 500_000
_MAX_NODES = 2000
_MAX_DEPTH = 6
_DOWN = ("@graph", "mainEntity", "mainEntityOfPage", "@included")
_OTHERS = (
    "liveBlogUpdate",
    "comment",
    "hasPart",
    "itemListElement",
    "relatedLink",
    "citation",
    "isBasedOn",
    "mentions",
    "about",
    "review",
)
_WRAPPED = re.compile(r"^\s*(?:/[/*]\s*)?(?:<!\[CDATA\[|<!--)\s*(?:\*/)?|(?:/[/*]\s*)?(?:\]\]>|-->)\s*(?:\*/)?\s*;?\s*$")
_TRAILING_COMMA = re.compile(r'("(?:[^"\\]|\\.)*")|,(?=\s{0,200}[}\]])')
_PREFIX = re.compile(r"^(?:https?://schema\.org/|schema:)")
_PLAIN_WORK = frozenset({"website", "newspaper", "periodical", "newsmediaorganization", "publication", "blog"})
_ALIKE, _CONTRADICTION = 70, 45
_TWO = 2
_NOTE_OTHER = "the page’s metadata describe another article (“{title}”); they were not used"
_NOTE_SEVERAL = (
    "the page’s metadata describe several articles, none of which can be told to be this one; what differs was not used"
)

Node = Mapping[str, Any]


def facts_of_ld(tree: lxml_html.HtmlElement, place: Place) -> Facts:
    """What the JSON-LD of a page says about the article at this place; nothing but a note if it cannot be told which is it."""
    nodes, known = _nodes(tree)
    candidates = _candidates(nodes)
    chosen, note = _chosen(candidates, place)
    facts = Facts()
    for node in [*chosen, *(node for node in nodes if _is_page(node, place))]:
        told = _node_facts(node, known)
        shown = (place.likeness(told.title) or _ALIKE) >= _ALIKE
        facts = facts.or_else(told if shown else replace(told, title=None))
    if note == _NOTE_SEVERAL:
        facts = _common([_node_facts(node, known) for node in candidates])
    return facts.or_else(Facts(notes=(note,) if note else ()))


def own_nodes(tree: lxml_html.HtmlElement, place: Place) -> list[Node]:
    """The nodes of the JSON-LD that describe the article at this place, then those that describe the page it is on."""
    nodes, _ = _nodes(tree)
    return [*_chosen(_candidates(nodes), place)[0], *(node for node in nodes if _is_page(node, place))]


def _candidates(nodes: list[Node]) -> list[Node]:
    """Nodes of articles that are no part or item of another node."""
    others = _referred(nodes)
    return [node for node in nodes if _is_article(node) and str(node.get("@id")) not in others]


def _chosen(candidates: list[Node], place: Place) -> tuple[list[Node], str | None]:
    """The nodes of this article, the surest first, and what to say if there are none."""
    by_address = [node for node in candidates if place.has_address(_addresses(node))]
    by_title = [node for node in candidates if place.has_title(_title(node))]
    both = [node for node in by_address if any(node is other for other in by_title)]
    own = [node for node in by_title if place.has_address(_addresses(node)) is not False]
    like = [node for node in by_address if (place.likeness(_title(node)) or 0) >= _CONTRADICTION]
    for nodes in (both, like, own, by_address, by_title):
        if nodes:
            return (nodes, None) if _agree(nodes) else ([], _NOTE_SEVERAL)
    fitting = [node for node in candidates if not _contradicts(node, place)]
    if len(fitting) == 1:
        return fitting, None
    if len(candidates) == 1:
        return [], _NOTE_OTHER.format(title=_named(candidates[0]))
    return [], _NOTE_SEVERAL if candidates else None


def _title(node: Node) -> str | None:
    return _text(node.get("headline")) or _text(node.get("name"))


def _named(node: Node) -> str:
    return (_title(node) or next(iter(_addresses(node)), ""))[:100]


def _agree(nodes: list[Node]) -> bool:
    """Nodes of one title or address are of one article unless they have different days and different addresses or titles."""
    days = {(_text(node.get("datePublished")) or "")[:10] for node in nodes} - {""}
    addresses = {address for node in nodes for address in _addresses(node)[:1]}
    titles = {_title(node) for node in nodes}
    return len(days) < _TWO or (len(addresses) < _TWO and len(titles) < _TWO)


def _contradicts(node: Node, place: Place) -> bool:
    """The only node names another title, or no title and another address."""
    title = _title(node)
    likeness = place.likeness(title)
    if title is None or likeness is None:
        return place.has_address(_addresses(node)) is False and not (title and place.shows(title))
    if likeness >= _CONTRADICTION or place.shows(title):
        return False
    return not place.shares_words(title) or place.has_address(_addresses(node)) is False


def _common(all_facts: list[Facts]) -> Facts:
    """Outlet and language, if all agree on them: those of the site, whichever article is meant."""
    outlets = {facts.outlet for facts in all_facts}
    languages = {facts.language for facts in all_facts}
    return Facts(outlet=outlets.pop() if len(outlets) == 1 else None, language=languages.pop() if len(languages) == 1 else None)


def _node_facts(node: Node, known: Mapping[str, Node]) -> Facts:
    kept: dict[str, Any] = {key: _text(node.get(key)) for key in ("headline", "datePublished", "inLanguage")}
    kept["author"] = _people(node.get("author") or node.get("creator"), known)
    kept["publisher"] = _outlet(node, known)
    kept["url"] = best_address(address.partition("#")[0] for address in _addresses(node))
    return facts_of({key: value for key, value in kept.items() if value}, "page metadata")


def _people(value: Any, known: Mapping[str, Node], depth: int = 0) -> str | None:
    """The names of authors in a name, a node, a reference to one, or a list of these in lists."""
    if isinstance(value, list) and depth <= _MAX_DEPTH:
        return joined_names(_people(item, known, depth + 1) for item in value[:20])
    return name_in(_plain(_resolved(value, known)))


def _outlet(node: Node, known: Mapping[str, Node]) -> str | None:
    for key in ("publisher", "sourceOrganization", "provider", "isPartOf"):
        values = node.get(key)
        for value in values if isinstance(values, list) else [values]:
            found = _resolved(value, known)
            if key == "isPartOf" and not (
                isinstance(found, Mapping) and _PLAIN_WORK & {kind.lower() for kind in _types(found)}
            ):
                continue
            if name := name_in(_plain(found)):
                return name
    return None


def _resolved(value: Any, known: Mapping[str, Node]) -> Any:
    """The node that a value refers to by its @id, else the value."""
    if isinstance(value, Mapping) and not {"name", "@value", "legalName"} & set(value):
        return known.get(str(value.get("@id")), value)
    if isinstance(value, str) and value in known:
        return known[value]
    return value


def _plain(value: Any) -> str | None:
    """The name or names that a value gives; an address or a reference is none."""
    if isinstance(value, Mapping):
        names = value.get("name") or value.get("@value") or value.get("legalName")
        return joined_names(_text(name) for name in names[:20]) if isinstance(names, list) else _text(names)
    return value if isinstance(value, str) and not re.match(r"(?:https?:|#|_:)", value) else None


def _is_page(node: Node, place: Place) -> bool:
    """The node describes this page as a page, which some sites give the author and the day of the article."""
    kinds = {kind.lower() for kind in _types(node)}
    if not kinds & {"webpage", "itempage"} or _is_article(node) or not place.has_address(_addresses(node)):
        return False
    return place.likeness(_title(node)) is None or place.has_title(_title(node))


def _text(value: Any) -> str | None:
    """A scalar out of a value, a list of one, or {"@value": …}."""
    if isinstance(value, list):
        return next((text for item in value[:20] if (text := _text(item))), None)
    if isinstance(value, Mapping):
        return _text(value.get("@value")) or _text(value.get("name"))
    return html.unescape(value).strip() or None if isinstance(value, str) else None


def _addresses(node: Node) -> list[str]:
    found = []
    for key in ("url", "mainEntityOfPage", "@id"):
        values = node.get(key)
        for value in values if isinstance(values, list) else [values]:
            inner = (value.get("@id") or value.get("url")) if isinstance(value, Mapping) else value
            if isinstance(inner, str) and re.match(r"https?://|/\w", inner.strip()):
                found.append(inner.strip())
    return found


def _nodes(tree: lxml_html.HtmlElement) -> tuple[list[Node], dict[str, Node]]:
    """All nodes that stand for themselves in the page's blocks, outermost first, and every node by its @id."""
    known: dict[str, Node] = {}
    found: list[Node] = []
    for script in tree.iter("script"):
        if (script.get("type") or "").split(";")[0].strip().lower() == "application/ld+json":
            for value in _loaded((script.text_content() or "")[:_MAX_JSON_LD]):
                _learn(value, known)
                found += _own_nodes(value)
    return found[:_MAX_NODES], known


def _loaded(source: str) -> Iterator[Any]:
    """The JSON of a block, also where it is wrapped in CDATA, escaped as HTML, or has a comma too many."""
    plain = _WRAPPED.sub("", _WRAPPED.sub("", source)).strip()
    repairs = (str, html.unescape, _without_trailing_commas, lambda text: _without_trailing_commas(html.unescape(text)))
    for repaired in repairs:
        try:
            yield json.loads(repaired(plain), strict=False, parse_int=str)
        except (ValueError, RecursionError):
            continue
        return


def _without_trailing_commas(source: str) -> str:
    return _TRAILING_COMMA.sub(lambda match: match[1] or "", source)


def _learn(value: Any, known: dict[str, Node], depth: int = 0) -> None:
    """Remember every node that has an @id and says more than that."""
    if depth > _MAX_DEPTH or len(known) > _MAX_NODES:
        return
    if isinstance(value, list):
        for item in value[:_MAX_NODES]:
            _learn(item, known, depth + 1)
    elif isinstance(value, Mapping):
        name = value.get("@id")
        if isinstance(name, str) and len(value) > 1:
            known.setdefault(name, _short_keys(value))
        for item in value.values():
            _learn(item, known, depth + 1)


def _own_nodes(value: Any) -> list[Node]:
    queue, found, seen = [value], [], 0
    while queue and seen < _MAX_NODES:
        seen += 1
        item = queue.pop(0)
        if isinstance(item, list):
            queue.extend(item[:_MAX_NODES])
        elif isinstance(item, Mapping):
            node = _short_keys(item)
            found.append(node)
            queue.extend(node[key] for key in _DOWN if isinstance(node.get(key), list | dict))
    return found


def _short_keys(node: Mapping[Any, Any]) -> Node:
    return {_PREFIX.sub("", str(key)): value for key, value in node.items()}


def _referred(nodes: list[Node]) -> set[str]:
    """@ids of nodes that others name as their updates, comments, parts or list items."""
    found: set[str] = set()
    for node in nodes:
        for key in _OTHERS:
            values = node.get(key)
            for value in values if isinstance(values, list) else [values]:
                inner = value.get("item", value) if isinstance(value, Mapping) else value
                name = inner.get("@id") if isinstance(inner, Mapping) else inner
                if isinstance(name, str):
                    found.add(name)
    return found


def _types(node: Node) -> list[str]:
    kinds = node.get("@type")
    values = kinds if isinstance(kinds, list) else [kinds]
    return [_PREFIX.sub("", kind) for kind in values if isinstance(kind, str)]


def _is_article(node: Node) -> bool:
    return any(name.lower().endswith(_ARTICLE_TYPES) and name.lower() not in _NO_ARTICLE_TYPES for name in _types(node))
