"""The articles as CSL-JSON, which Zotero, Pandoc and Quarto read.

Source: https://citeproc-js.readthedocs.io/en/latest/csl-json/markup.html
"""

from __future__ import annotations

import hashlib
import json
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any
from urllib.parse import urlsplit

from summarizer.exporting.linking import web_address
from summarizer.naming import file_name, plain
from summarizer.schema import Article, Report, ReviewRecord

CSL_FILE = "articles.csl.json"
_OF_ID = 6
_BY = re.compile(r"\A(?:by|von|par|por|di|door)\s+(?=\S)", re.IGNORECASE)
_BETWEEN = re.compile(r"\s*[;/|&]\s*|,?\s+(?:and|und|et|y|e|en)\s+")
_PERSON = re.compile(r"(?:[^\W\d_][\w'’.-]*) (?:[^\W\d_][\w'’-]*)")
"""Two words: of more nobody can tell where the family's name begins."""
_NO_PERSON = frozenset(
    "afp agency agencies ap associated board bureau by channel columnist committee contributor contributors correspondent "
    "correspondents council crew daily desk editor editorial editors express foreign gazette group herald international "
    "journal mail media monitor monitoring network news newsroom observer office online own post press radio report "
    "reporter reporters reuters service special staff standard sun team telegraph television the times today tribune tv "
    "unit watch weekly wire world writer writers xinhua".split()
)
_BLOGS = ("blogspot.com", "wordpress.com", "substack.com", "medium.com", "tumblr.com")
_FILLER = frozenset("a an and as at by for from in is of on or that the to was with".split())


def csl_files(report: Report, _review: ReviewRecord) -> Iterator[tuple[str, str]]:
    """The one file of all articles, in the order of the report."""
    articles = [summary.article for summary in report.summaries]
    keys = citation_keys(articles)
    items = [_item(article, keys[article.article_id]) for article in articles]
    yield CSL_FILE, json.dumps(items, ensure_ascii=False, indent=2, sort_keys=True) + "\n"


def citation_keys(articles: Sequence[Article]) -> Mapping[str, str]:
    """A citation key for each article by its id, such as "couriervale2021ferry-3f9a1c".

    It ends with a part of a hash of the id, always: an article that is added changes no other's key.
    """
    digests = {one.article_id: hashlib.sha256(one.article_id.encode(errors="replace")).hexdigest() for one in articles}
    keys = {one.article_id: f"{_key(one)}-{digests[one.article_id][:_OF_ID]}" for one in articles}
    times = Counter(keys.values())
    return {key: name if times[name] == 1 else f"{name}{digests[key][_OF_ID:]}" for key, name in keys.items()}


def _key(article: Article) -> str:
    outlet = "".join(word for word in _words(article.outlet) if word not in _FILLER)[:24] or "article"
    title = next((word for word in _words(article.title) if word not in _FILLER), "")[:20]
    return f"{outlet}{article.published.year if article.published else 'nd'}{title}"


def _words(text: str | None) -> list[str]:
    folded = unicodedata.normalize("NFKD", text or "").encode("ascii", "ignore").decode().lower()
    return re.findall(r"[a-z0-9]+", folded)


def _item(article: Article, key: str) -> dict[str, Any]:
    day, address = article.published, web_address(article.url)
    outlet = plain(article.outlet)
    fields = {
        "id": key,
        "citation-key": key,
        "type": _type(outlet, address),
        "title": plain(article.title) or file_name(plain(article.path)),
        "container-title": outlet,
        "author": _authors(article),
        "issued": {"date-parts": [[day.year, day.month, day.day]]} if day else None,
        "URL": address,
        "language": plain(article.language),
        "note": "; ".join(_note(article)),
    }
    return {name: value for name, value in fields.items() if value}


def _note(article: Article) -> Iterator[str]:
    """Which text is cited: CSL has no field for a hash."""
    yield f"summarizer article: {plain(article.article_id)}"
    if article.source_sha256:
        yield f"SHA-256 of the {article.source_kind or 'file'}: {article.source_sha256}"
    if article.text_sha256:
        yield f"SHA-256 of the text: {article.text_sha256}"


def _type(outlet: str, address: str | None) -> str:
    """What is known of the kind: an article has an outlet, a page has only an address, and a blog says so in its own."""
    host = (urlsplit(address).hostname or "") if address else ""
    if any(host == blog or host.endswith(f".{blog}") for blog in _BLOGS):
        return "post-weblog"
    if outlet:
        return "article-newspaper"
    return "webpage" if address else "document"


def _authors(article: Article) -> list[dict[str, str]]:
    """The names of a byline. Where a comma may stand within a name or before a place, the byline stays whole."""
    byline = _BY.sub("", plain(article.author))
    names = [name.strip() for name in _BETWEEN.split(byline) if name.strip()]
    names = [part for name in names for part in _at_commas(name)]
    text = article.text
    return [_name(name, text) for name in names]


def _at_commas(names: str) -> list[str]:
    parts = [part.strip() for part in names.split(",") if part.strip()]
    return parts if all(_PERSON.fullmatch(part) for part in parts) else [names.strip(" ,")]


def _name(name: str, text: str) -> dict[str, str]:
    """A name is parted only if it is two words with capitals and neither is a common one; else it stays as it is."""
    words = name.split()
    if not _PERSON.fullmatch(name) or _NO_PERSON & set(_words(name)) or not all(_is_proper(word, text) for word in words):
        return {"literal": name}
    given, family = words
    return {"family": family, "given": given}


def _is_proper(word: str, text: str) -> bool:
    """It begins with a capital, is no abbreviation, and does not stand in the article as a common word: "boat"."""
    if not word[0].isupper() or (word.isupper() and len(word) > 1 and not word.endswith(".")):
        return False
    return re.search(rf"(?<!\w){re.escape(word.lower())}(?!\w)", text) is None
