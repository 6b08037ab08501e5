"""An article whose text a program has in memory, from a database or a service of its own."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from summarizer.articles.draft import Dated, Draft, Facts, Stamp
from summarizer.articles.finishing import finished
from summarizer.articles.formats import drafts_of
from summarizer.articles.formats.plain_text import read_plain
from summarizer.articles.publication import read_stamp
from summarizer.errors import ArticleError
from summarizer.schema import Article

GIVEN = "given"
"""How the article says where its date is from."""
_UNNAMED = "article"


def article_of(
    text: str | bytes,
    *,
    outlet: str | None = None,
    title: str | None = None,
    author: str | None = None,
    published: dt.date | str | None = None,
    url: str | None = None,
    language: str | None = None,
    name: str | None = None,
) -> Article:
    """An article made of a text in memory, as if it had been read from a file.

    Line ends and characters that nobody sees are put right, so offsets index the `text` of what is returned.

    Args:
        text: the article as a text file would hold it, paragraphs apart by line ends; bytes are read as a file would be,
            whatever they hold: a page, a PDF, a mail.
        outlet: who published it. Articles of one outlet are compared with others', and copies within it are left out.
        title: the headline.
        author: the byline.
        published: the day, with the time of day if it is known: a date, a datetime, or ISO 8601. Without it "on Tuesday"
            is no date.
        url: its address; without an outlet, its host is shown.
        language: a code such as "en"; told from the text if it is not given.
        name: what messages call the article; by default a name made of its id.

    Raises:
        ArticleError: there is no text of an article, too much of it, or `published` is no date.
    """
    called = name or _UNNAMED
    stamp = _stamp(published, called)
    given = Facts(
        title=title,
        outlet=outlet,
        author=author,
        language=language,
        url=url,
        dates=(Dated(stamp, GIVEN),) if stamp else (),
    )
    draft = read_plain(_with_plain_ends(text)) if isinstance(text, str) else _draft(text, called)
    article = finished(replace(draft, facts=given.or_else(draft.facts)), called)
    return article if name else article.model_copy(update={"path": f"{_UNNAMED} {article.article_id}"})


def _stamp(published: dt.date | str | None, name: str) -> Stamp | None:
    if published is None:
        return None
    written = published if isinstance(published, str) else published.isoformat()
    stamp = read_stamp(written)
    if stamp is None:
        raise ArticleError(name, f"{written!r} is no date of publication; give a date, or one such as 2026-01-31")
    return stamp


def _with_plain_ends(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _draft(data: bytes, name: str) -> Draft:
    try:
        found = drafts_of(data, None)
    except ArticleError:
        raise
    except (ValueError, RecursionError, MemoryError) as error:
        raise ArticleError(name, str(error) or "cannot be read") from None
    drafts = [one for one in found if isinstance(one, Draft)]
    if len(drafts) != 1:
        reasons = "; ".join(one.reason for one in found if not isinstance(one, Draft))
        raise ArticleError(name, reasons if not drafts and reasons else f"holds {len(drafts)} articles, not one")
    return drafts[0]
