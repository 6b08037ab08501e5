"""How what lies inside a file is read: by the same rules as a file of its own, within one budget."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from summarizer.articles.draft import Draft
from summarizer.articles.files.archives import Budget
from summarizer.articles.files.decoding import UndecodableError
from summarizer.articles.formats.pdf import Parse, PdfError, parsed
from summarizer.articles.formats.refusals import BadEntry, BrokenJsonError

Found = list[Draft | BadEntry]
_UNUSABLE = (UndecodableError, PdfError, BrokenJsonError)


@dataclass(frozen=True, slots=True)
class Inside:
    """How what lies inside a file is read: the reader of any bytes, and what may still be unpacked.

    Attributes:
        read: drafts of bytes and the name they stand under, "" if they have none.
        budget: shared by everything that lies in one file.
        parse: what finds the words on the pages of a PDF.
    """

    read: Callable[[bytes, str], Found]
    budget: Budget
    parse: Parse = parsed

    def member(self, data: bytes, name: str, label: str) -> Found:
        """The articles of one member under its label; a member that cannot be used is one entry that says why.

        Raises:
            NotArticlesError: it can be read and holds no article.
            DamagedError: the file as a whole unpacks to too much.
        """
        try:
            found = self.read(data, name)
        except (RecursionError, MemoryError):
            return [BadEntry(label, "is built so that it cannot be read; save its text instead")]
        except _UNUSABLE as error:
            if self.budget.left < 0:
                raise
            return [BadEntry(label, str(error))]
        return [replace(entry, label=label + entry.label) for entry in found]


def noted(found: Found, notes: list[str]) -> Found:
    """The entries with notes on the first that is an article."""
    first = next((at for at, entry in enumerate(found) if isinstance(entry, Draft)), None)
    if first is None or not notes:
        return found
    draft = found[first]
    assert isinstance(draft, Draft)  # noqa: S101 (found so just above)
    return [*found[:first], replace(draft, notes=(*draft.notes, *notes)), *found[first + 1 :]]
