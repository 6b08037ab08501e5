"""The parser in a process of its own, with limits, and why it gave nothing."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from summarizer.articles.files.allowance import Allowance
from summarizer.articles.files.children import ChildFault, Children

MAX_PAGES = 200
CPU_SECONDS = 10
WALL_SECONDS = 40
ORDINARY_SECONDS = 1
TOGETHER_SECONDS = 30.0
IN_A_ROW = 8
_PROGRAM = "summarizer.pdf_words"
_MOST_BYTES = 64_000_000
_USED_UP = f"slow ones have used up the {TOGETHER_SECONDS:.0f} seconds that a run has for them"
_LEAVE = "leave the slow ones out, or read this one alone"
_OF_A_PAGE = frozenset({"width", "height", "runs", "turned", "boxes", "pictures", "chars", "lost", "hidden"})


class PdfError(ValueError):
    """The PDF has no text that can be read."""


@dataclass(frozen=True, slots=True)
class Document:
    """What the parser found: a record for each page, the document's own title."""

    pages: list[dict[str, Any]]
    title: str

    def total(self, name: str) -> int:
        """How many characters of all pages are drawn ("chars"), not to be seen ("hidden") or of no known letter ("lost")."""
        return sum(page[name] for page in self.pages)


Parse = Callable[[bytes], Document]


def _allowance() -> Allowance:
    return Allowance(CPU_SECONDS, ORDINARY_SECONDS, TOGETHER_SECONDS, IN_A_ROW)


@dataclass(frozen=True, slots=True)
class Parser:
    """Reads the documents of one run, each in a process of its own, all within one allowance of time."""

    children: Children = field(default_factory=Children)
    allowance: Allowance = field(default_factory=_allowance)

    def __call__(self, data: bytes) -> Document:
        """What the parser found.

        Raises:
            PdfError: encrypted, broken, too long, or more than the limits allow.
        """
        seconds = self.allowance.seconds()
        found: dict[str, Any] = self._found(data, seconds) if seconds else {"error": "left"}
        if "error" in found:
            raise PdfError(_reason(found, seconds))
        return Document(found["pages"], found["title"])

    def _found(self, data: bytes, seconds: int) -> dict[str, Any]:
        found: Any
        try:
            found = json.loads(
                self.children.answer(_PROGRAM, (str(seconds), str(MAX_PAGES)), data, seconds=WALL_SECONDS, most=_MOST_BYTES)
            )
        except ChildFault as fault:
            self.allowance.count(seconds, in_vain=True)
            return {"error": "time" if fault.late else "limits"}
        except (ValueError, RecursionError):
            found = None
        if not _is_sound(found):
            self.allowance.count(seconds, in_vain=True)
            return {"error": "limits"}
        self.allowance.count(min(found.get("seconds", 0.0), seconds), in_vain=False)
        return dict(found)


def _is_sound(found: Any) -> bool:
    """It has the shape of an answer; a process that a file took over may write anything."""
    if not isinstance(found, dict) or not isinstance(found.get("seconds", 0.0), int | float):
        return False
    if "error" in found:
        return True
    pages = found.get("pages")
    has_pages = isinstance(pages, list) and all(isinstance(page, dict) and page.keys() >= _OF_A_PAGE for page in pages)
    return has_pages and isinstance(found.get("title"), str)


def parsed(data: bytes) -> Document:
    """What the parser found in one document alone.

    Raises:
        PdfError: encrypted, broken, too long, or more than the limits allow.
    """
    return Parser()(data)


def _reason(found: dict[str, Any], seconds: int) -> str:
    reasons = {
        "encrypted": "is an encrypted PDF; save a copy without a password",
        "pages": f"is a PDF of {found.get('count')} pages, more than {MAX_PAGES}; take out the pages of the article",
        "length": "is a PDF with more text than any article; take out the pages of the article",
        "time": f"is a PDF that could not be read within {WALL_SECONDS} seconds; save its text instead",
        "limits": "is a PDF that needs too much time or memory to read; save its text instead",
        "left": f"is a PDF that was not tried: {_USED_UP}, and the last {IN_A_ROW} came to nothing; {_LEAVE}",
    }
    if found["error"] == "limits" and seconds == ORDINARY_SECONDS:
        return f"is a PDF that takes more than {seconds} second to read, and {_USED_UP}; {_LEAVE}"
    return reasons.get(
        str(found["error"]), f"is a broken PDF ({str(found.get('detail'))[:100]}); save it again or save its text"
    )
