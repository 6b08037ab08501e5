"""From paths to articles: one file, a folder, a feed, standard input."""

from __future__ import annotations

import hashlib
import os
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import IO

from summarizer.articles import sources
from summarizer.articles.cleaning import clean_characters, replacement_share
from summarizer.articles.decoding import UndecodableError, decode
from summarizer.articles.draft import Dated, Draft, Facts
from summarizer.articles.feeds import BadEntry, BrokenJsonError, NotArticlesError, read_feed
from summarizer.articles.language import language_of
from summarizer.articles.pages import read_page
from summarizer.articles.pdf import PdfError, read_pdf
from summarizer.articles.plain_text import read_markdown, read_plain
from summarizer.articles.publication import month_of_name, stamp_of_name, stamp_of_url
from summarizer.articles.sniffing import BY_SUFFIX, Kind, foreign_format, is_json, is_pdf, looks_like_json, text_kind
from summarizer.articles.zones import mark_zones, running_text
from summarizer.errors import ArticleError
from summarizer.schema import Article

STDIN = "-"
_MAX_BAD_SHARE = 0.01
_MAX_NUMBER = 10
_MAX_CONTROL_SHARE = 0.02
_NO_TEXT = "has no text; check that it is the file you mean"


@dataclass(frozen=True, slots=True)
class ReadResult:
    """Articles in order of their paths, and every input that could not be used."""

    articles: tuple[Article, ...] = ()
    failures: tuple[ArticleError, ...] = ()


def read_article(path: str | os.PathLike[str]) -> Article:
    """Read one file that holds one article.

    Raises:
        ArticleError: the file cannot be used, or holds several articles.
    """
    entries = list(_read_file(path))
    articles = [entry for entry in entries if isinstance(entry, Article)]
    if len(articles) > 1:
        raise ArticleError(sources.shown(path), f"holds {len(articles)} articles, not one; read it as a feed")
    if articles:
        return articles[0]
    raise next(entry for entry in entries if isinstance(entry, ArticleError))


def read_articles(paths: Iterable[str | os.PathLike[str]], stdin: IO[bytes] | None = None) -> ReadResult:
    """Read files, folders and "-" (standard input, a binary stream). One bad file never stops the others."""
    entries: list[Article | ArticleError] = []
    for path in dict.fromkeys(os.fspath(path) for path in paths):
        entries.extend(_read_named(path, stdin))
    failures = [entry for entry in entries if isinstance(entry, ArticleError)]
    articles, copies = _without_copies([entry for entry in entries if isinstance(entry, Article)])
    failures = sorted(
        {str(failure): failure for failure in [*failures, *copies]}.values(), key=lambda failure: _order(failure.path)
    )
    return ReadResult(tuple(articles), tuple(failures))


def _order(path: str) -> tuple[str, int]:
    """Sort key: the file, then the number of the article in it."""
    name, mark, number = path.rpartition("#")
    return (name, int(number)) if mark and number.isdecimal() and len(number) < _MAX_NUMBER else (path, 0)


def _read_named(path: str, stdin: IO[bytes] | None) -> Iterator[Article | ArticleError]:
    try:
        if path == STDIN:
            yield from _read_stdin(stdin)
        elif sources.is_folder(path):
            yield from _read_folder(path)
        else:
            yield from _read_file(path)
    except ArticleError as error:
        yield error


def _read_stdin(stdin: IO[bytes] | None) -> Iterator[Article | ArticleError]:
    if stdin is None:
        raise ArticleError(STDIN, "there is no standard input to read; pipe an article in or name a file")
    try:
        data = sources.read_capped(stdin, STDIN)
    except (OSError, ValueError) as error:
        raise ArticleError(STDIN, f"standard input cannot be read ({error})") from None
    try:
        yield from _read_bytes(data, STDIN, None)
    except NotArticlesError as error:
        raise ArticleError(STDIN, str(error)) from None


def _read_folder(folder: str) -> Iterator[Article | ArticleError]:
    for found in sources.walk(folder):
        if isinstance(found, ArticleError):
            yield found
            continue
        try:
            yield from _read_file(found, named=False)
        except ArticleError as error:
            yield error


def _read_file(path: str | os.PathLike[str], *, named: bool = True) -> Iterator[Article | ArticleError]:
    """The articles of one file; JSON that is no article is silently nothing unless the user named the file."""
    data = sources.load(path)
    hint = BY_SUFFIX.get(Path(os.fsdecode(path)).suffix.lower(), Kind.TEXT)
    try:
        yield from _read_bytes(data, sources.shown(path), hint)
    except NotArticlesError as error:
        if named:
            raise ArticleError(sources.shown(path), f"{error}; leave it out") from None


def _read_bytes(data: bytes, path: str, hint: Kind | None) -> Iterator[Article | ArticleError]:
    try:
        drafts = _drafts(data, hint)
    except (RecursionError, MemoryError):
        raise ArticleError(path, "is built so that it cannot be read; save its text instead") from None
    except (UndecodableError, PdfError, BrokenJsonError) as error:
        raise ArticleError(path, str(error)) from None
    for draft in drafts:
        try:
            yield ArticleError(path + draft.label, draft.reason) if isinstance(draft, BadEntry) else _finished(draft, path)
        except ArticleError as error:
            yield error


def _drafts(data: bytes, hint: Kind | None) -> list[Draft | BadEntry]:
    """Drafts of everything in the bytes, in the format that the content shows."""
    if is_pdf(data):
        return [_with_note(read_pdf(data.lstrip(b"\xef\xbb\xbf\x00 \t\r\n")), hint, Kind.PDF)]
    if foreign := foreign_format(data):
        raise UndecodableError(f"is {foreign}, not an article; save it as text, HTML or PDF")
    decoded = decode(data)
    _refuse_binary(decoded.text)
    kind = text_kind(decoded.text, hint)
    notes = (decoded.note,) if decoded.note else ()
    return [d if isinstance(d, BadEntry) else replace(d, notes=notes + d.notes) for d in _parsed(decoded.text, kind, hint)]


def _parsed(text: str, kind: Kind, hint: Kind | None) -> list[Draft | BadEntry]:
    if kind is Kind.JSON or (kind is Kind.TEXT and hint is Kind.TEXT and is_json(text)):
        try:
            return [d if isinstance(d, BadEntry) else _with_note(d, hint, Kind.JSON) for d in read_feed(text)]
        except (BrokenJsonError, NotArticlesError):
            if hint is Kind.JSON or (hint is None and looks_like_json(text)):
                raise
            kind = Kind.TEXT  # a text may begin with a bracket
    cleaned, counts = clean_characters(text)
    readers = {Kind.HTML: read_page, Kind.MARKDOWN: read_markdown}
    draft = readers.get(kind, read_plain)(text if kind is Kind.HTML else cleaned)
    return [_with_note(replace(draft, notes=counts + draft.notes) if kind is not Kind.HTML else draft, hint, kind)]


def _with_note(draft: Draft, hint: Kind | None, kind: Kind) -> Draft:
    if hint in (None, kind):
        return draft
    return replace(draft, notes=(*draft.notes, f"its name says {hint}, its content is {kind}; read as {kind}"))


def _refuse_binary(text: str) -> None:
    control = sum(c < " " and c not in "\t\n\r\f\v" for c in text)
    if text and control > max(20, _MAX_CONTROL_SHARE * len(text)) and text.strip("\0 \t\r\n"):
        raise UndecodableError("holds binary data, not text; save the article as text, HTML or PDF")


def _finished(draft: Draft, path: str) -> Article:
    """An article out of a draft: characters cleaned, zones marked, facts completed, identity given."""
    where = path + draft.label
    text, counts = clean_characters(draft.text)
    if not any(c.isalnum() for c in text):
        raise ArticleError(where, _NO_TEXT)
    if replacement_share(text) > _MAX_BAD_SHARE:
        raise ArticleError(where, "too many characters of it cannot be read; save it again as UTF-8")
    marked = mark_zones(text, draft.facts.title)
    facts = draft.facts.or_else(marked.facts).or_else(_facts_of_path(path, draft.facts.url or marked.facts.url))
    dated = next(iter(facts.dates or facts.updates), None)
    return Article(
        article_id=article_id(text, facts.outlet),
        path=where,
        title=facts.title,
        outlet=facts.outlet,
        author=facts.author,
        published=dated.stamp.date if dated else None,
        published_time=dated.stamp.time if dated else None,
        published_basis=dated.basis if dated else None,
        language=facts.language or language_of(running_text(text, marked.zones)),
        url=facts.url,
        text=text,
        zones=marked.zones,
        notes=tuple(dict.fromkeys((*draft.notes, *counts, *_date_notes(facts), *marked.notes))),
    )


def _facts_of_path(path: str, url: str | None) -> Facts:
    name = Path(path).name
    dates = [Dated(stamp, "web address")] if url and (stamp := stamp_of_url(url)) else []
    if stamp := stamp_of_name(name):
        dates.append(Dated(stamp, "file name"))
    month = month_of_name(name) if not dates else None
    return Facts(dates=tuple(dates), notes=(f"the file name gives only the month {month}",) if month else ())


def _date_notes(facts: Facts) -> tuple[str, ...]:
    """What could not be used of the dates, and where two sources name different days."""
    if not facts.dates:
        return facts.notes
    used = facts.dates[0]
    others = [dated for dated in facts.dates[1:] if dated.stamp.date != used.stamp.date]
    return tuple(
        f"the {dated.basis} says {dated.stamp.date}, the {used.basis} {used.stamp.date}; the latter is used" for dated in others
    )


def normalised(text: str) -> str:
    """The text as compared: compatibility forms, case and white space folded."""
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split())


def article_id(text: str, outlet: str | None) -> str:
    """An "a" and 12 hex digits: the same for the same text from the same outlet, wherever the file lies."""
    digest = hashlib.sha256(f"{normalised(outlet or '')}\n{normalised(text)}".encode())
    return "a" + digest.hexdigest()[:12]


def _without_copies(articles: list[Article]) -> tuple[list[Article], list[ArticleError]]:
    """Articles in order, each text once per outlet. Two outlets with one text are two articles of one origin."""
    kept: list[Article] = []
    copies: list[ArticleError] = []
    seen: dict[str, list[Article]] = {}
    for article in sorted(articles, key=lambda article: _order(article.path)):
        same = seen.setdefault(normalised(running_text(article.text, article.zones)), [])
        first = next((other for other in same if _one_outlet(article, other)), None)
        if first is None:
            same.append(article)
            kept.append(article)
        elif first.path != article.path:
            copies.append(
                ArticleError(article.path, f"has the same text as {first.path}; that one is used, this one is left out")
            )
    return kept, copies


def _one_outlet(left: Article, right: Article) -> bool:
    return left.outlet is None or right.outlet is None or normalised(left.outlet) == normalised(right.outlet)
