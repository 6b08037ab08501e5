"""XML as a tree, safely: no entity is expanded, nothing is fetched, depth and size are the parser's own limits.

Elements are looked up by their local names, for the same format comes with and without namespaces.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from copy import deepcopy
from html.entities import html5

from lxml import etree

from summarizer.articles.cleaning import visible_line
from summarizer.articles.files.decoding import UndecodableError
from summarizer.articles.files.markup_heads import enclosed

_DECLARATION = re.compile(r"<\?xml\b[^>]{0,500}\?>", re.IGNORECASE)
_DOCTYPE = re.compile(r"<!DOCTYPE\s[^\[>]{0,2000}(?:(?P<subset>\[)|>)", re.IGNORECASE)
_ROOT = re.compile(r"<[A-Za-z_]")
_NAMED = re.compile(r"&([A-Za-z][A-Za-z0-9]{1,31});")
_BARE = re.compile(r"&(?!#?\w{1,32};)")
_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
_MAX_TAGS = 500_000
_OWN = frozenset({"amp", "lt", "gt", "quot", "apos"})
_XML = "{http://www.w3.org/XML/1998/namespace}"


def parsed(text: str) -> etree._Element:
    """The root element of an XML text.

    HTML's named entities, which feeds use without declaring them, and bare ampersands are read as what they stand for.

    Raises:
        UndecodableError: it is broken, nested too deep, or declares entities of its own.
    """
    source = (enclosed(text) or text).lstrip("\ufeff \t\r\n")
    declaration = _DECLARATION.match(source)
    source = source[declaration.end() :] if declaration else source
    _refuse_many(source.count("<"))
    source = _ILLEGAL.sub("", _without_doctype(source))
    source = _BARE.sub("&amp;", _NAMED.sub(_entity, source))
    try:
        return _tree(source.encode("utf-8", "replace"), "utf-8")
    except (etree.LxmlError, ValueError) as error:
        reason = " ".join(str(error).split())[:120]
        raise UndecodableError(f"is broken XML ({reason}); download or export it again") from None


def _refuse_many(tags: int) -> None:
    if tags > _MAX_TAGS:
        raise UndecodableError(f"is XML of more than {_MAX_TAGS:,} tags, too long for an article; take the text out of it")


def _tree(data: bytes, charset: str | None) -> etree._Element:
    """The tree; a prefix that is not declared, which many feeds have, is passed over."""
    try:
        return etree.fromstring(data, parser=_parser(charset))
    except etree.XMLSyntaxError as error:
        if error.code != etree.ErrorTypes.NS_ERR_UNDEFINED_NAMESPACE:
            raise
        lenient = _parser(charset, recover=True)
        root = etree.fromstring(data, parser=lenient)
        if root is None or {entry.type for entry in lenient.error_log} != {etree.ErrorTypes.NS_ERR_UNDEFINED_NAMESPACE}:
            raise
        return root


def _parser(charset: str | None, *, recover: bool = False) -> etree.XMLParser:
    return etree.XMLParser(
        recover=recover,
        encoding=charset,
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )


def _without_doctype(source: str) -> str:
    """The text without its document type; one that declares entities is refused, for what they stand for would be lost."""
    root = _ROOT.search(source)
    match = _DOCTYPE.search(source[: root.start()] if root else source[:5000])
    if not match:
        return source
    if not match["subset"]:
        return source[: match.start()] + source[match.end() :]
    end = re.search(r"\]\s*>", source[match.end() : match.end() + 100_000])
    subset = source[match.end() : match.end() + end.start()] if end else source[match.end() :]
    if end is None or "<!ENTITY" in subset.upper():
        raise UndecodableError("is XML that declares entities of its own, which are not expanded; save it without them")
    return source[: match.start()] + source[match.end() + end.end() :]


def _entity(match: re.Match[str]) -> str:
    name = match[1]
    return match[0] if name in _OWN else html5.get(f"{name};", f"&amp;{name};")


def local(element: etree._Element) -> str:
    """An element's name without its namespace or prefix, in small letters; empty for what is no element."""
    return _bare(element.tag).lower() if isinstance(element.tag, str) else ""


def _bare(name: str) -> str:
    return name.rpartition("}")[2].rpartition(":")[2]


def children(element: etree._Element, *names: str) -> Iterator[etree._Element]:
    """Direct children with one of these names, in order."""
    return (child for child in element if local(child) in names)


def child(element: etree._Element | None, *path: str) -> etree._Element | None:
    """What a path of names leads to, the first at each step."""
    for name in path:
        element = None if element is None else next(children(element, name), None)
    return element


def below(element: etree._Element, *names: str) -> Iterator[etree._Element]:
    """All elements inside with one of these names, in order of the document."""
    return (inner for inner in element.iter() if inner is not element and local(inner) in names)


def first_below(element: etree._Element | None, *names: str) -> etree._Element | None:
    """The first element inside with the first of these names that there is."""
    if element is None:
        return None
    return next((found for name in names for found in below(element, name)), None)


def words(element: etree._Element | None) -> str | None:
    """The text of an element as one line; None if there is none."""
    return None if element is None else visible_line(" ".join("".join(element.itertext())[:2000].split()))


def raw(element: etree._Element) -> str:
    """The text of an element, its line breaks kept; where it holds elements, they as markup."""
    return inner_html(element) if len(element) else str(element.text or "")


def inner_html(element: etree._Element) -> str:
    """The content of an element as HTML, without namespaces and prefixes."""
    copy = deepcopy(element)
    for inner in copy.iter():
        if isinstance(inner.tag, str):
            inner.tag = _bare(inner.tag)
    etree.cleanup_namespaces(copy)
    copy.tail = None
    pieces = [_escaped(copy.text or "")]
    pieces += [etree.tostring(inner, encoding="unicode", method="html") for inner in copy]
    return "".join(pieces)


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def attribute(element: etree._Element | None, *names: str) -> str | None:
    """The first of these attributes that has a value; None without one."""
    if element is None:
        return None
    return next((str(value).strip() for name in names if (value := element.get(name)) and value.strip()), None)


def language_of_element(element: etree._Element) -> str | None:
    """The xml:lang of an element."""
    found = element.get(f"{_XML}lang")
    return None if found is None else str(found)


def base_of(element: etree._Element) -> str:
    """The xml:base that is in force at an element, empty without one."""
    return str(element.base or "")


def parsed_part(data: bytes, name: str) -> etree._Element:
    """The root element of a part of a document, whose bytes say their charset themselves.

    Raises:
        UndecodableError: it is broken, nested too deep, or declares entities.
    """
    _refuse_many(data.count(b"<"))
    if b"<!ENTITY" in data[:20_000].upper():
        raise UndecodableError(f"its part {name} declares entities of its own, as no program writes it; save the text instead")
    try:
        return _tree(data, None)
    except (etree.LxmlError, ValueError) as error:
        reason = " ".join(str(error).split())[:120]
        raise UndecodableError(f"its part {name} is broken ({reason}); save the file again") from None


def own(element: etree._Element | None, name: str) -> str | None:
    """An attribute by its local name, whatever its namespace; None if it is not there."""
    if element is None:
        return None
    named = ((_bare(str(key)), value) for key, value in element.attrib.items())
    return next((str(value) for key, value in named if key == name), None)
