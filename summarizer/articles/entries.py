"""What the bytes of one file hold: its articles, and the reason for each entry that cannot be used."""

from __future__ import annotations

from collections.abc import Iterator

from summarizer.articles.draft import Draft
from summarizer.articles.fetched import NOTHING_TOLD, Told
from summarizer.articles.files.archives import Budget
from summarizer.articles.files.sniffing import Kind
from summarizer.articles.finishing import OwnReportError, finished
from summarizer.articles.formats import (
    BadEntry,
    BrokenJsonError,
    NotArticlesError,
    PdfError,
    SavedReportError,
    UndecodableError,
    drafts_of,
)
from summarizer.articles.formats.pdf import Parse, parsed
from summarizer.articles.formats.records.feeds import MAX_ARTICLES
from summarizer.errors import ArticleError
from summarizer.schema import Article

TOO_MUCH = "needs too much time or memory to read; split it, or save its text instead"
_BUILT = "is built so that it cannot be read; save its text instead"


def entries_or_fault(
    data: bytes, path: str, hint: Kind | None, parse: Parse = parsed, budget: Budget | None = None, told: Told = NOTHING_TOLD
) -> Iterator[Article | ArticleError]:
    """The same, with a fault of this program told as what became of this one file: it stops no other."""
    try:
        yield from entries_of(data, path, hint, parse, budget, told)
    except ArticleError:
        raise
    except Exception as error:
        kind = type(error).__name__
        raise ArticleError(
            path, f"cannot be read for a fault of this program ({kind}); please report it with the file"
        ) from error


def entries_of(
    data: bytes, path: str, hint: Kind | None, parse: Parse = parsed, budget: Budget | None = None, told: Told = NOTHING_TOLD
) -> Iterator[Article | ArticleError]:
    """Every entry of a file, in order.

    Args:
        data: what the file holds.
        path: the file as it is named to the user.
        hint: the format that its name tells, None where it tells none.
        parse: what finds the words on the pages of a PDF.
        budget: how much may be unpacked.
        told: what the list beside a fetched file says of it.

    Raises:
        ArticleError: the file as a whole cannot be used.
    """
    for draft in _drafts(data, path, hint, parse, budget, told):
        where = path + draft.label
        try:
            yield ArticleError(where, draft.reason) if isinstance(draft, BadEntry) else finished(draft, path)
        except ArticleError as error:
            yield error
        except RecursionError:
            yield ArticleError(where, _BUILT)
        except MemoryError:
            yield ArticleError(where, TOO_MUCH)


def _drafts(
    data: bytes, path: str, hint: Kind | None, parse: Parse, budget: Budget | None, told: Told
) -> list[Draft | BadEntry]:
    """Drafts of everything in a file. Raises ArticleError: the file as a whole cannot be used."""
    try:
        drafts = drafts_of(data, hint, parse, budget, told.charset)
    except RecursionError:
        raise ArticleError(path, _BUILT) from None
    except MemoryError:
        raise ArticleError(path, TOO_MUCH) from None
    except (UndecodableError, PdfError, BrokenJsonError) as error:
        raise ArticleError(path, str(error)) from None
    except SavedReportError as error:
        raise OwnReportError(path, str(error)) from None
    except NotArticlesError as error:
        raise ArticleError(path, f"{error}; leave it out") from None
    if len(drafts) > MAX_ARTICLES:
        raise ArticleError(path, f"holds {len(drafts):,} entries, more than {MAX_ARTICLES:,}; split it by story")
    if len(drafts) == 1 and isinstance(drafts[0], Draft):
        return [told.added_to(drafts[0])]
    return drafts
