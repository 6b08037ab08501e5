"""The parser in a process of its own, with limits, and why it gave nothing."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

MAX_PAGES = 200
CPU_SECONDS = 10
WALL_SECONDS = 40
_PROGRAM = "summarizer.pdf_words"
_ROOT = Path(__file__).parents[4]


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


def parsed(data: bytes) -> Document:
    """What the parser found.

    Raises:
        PdfError: encrypted, broken, too long, or more than the limits allow.
    """
    found = _run_child(data)
    if "error" in found:
        raise PdfError(_reason(found))
    return Document(found["pages"], found["title"])


def _run_child(data: bytes) -> dict[str, Any]:
    command = [sys.executable, "-P", "-m", _PROGRAM, str(CPU_SECONDS), str(MAX_PAGES)]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, (str(_ROOT), os.environ.get("PYTHONPATH"))))}
    try:
        done = subprocess.run(command, input=data, capture_output=True, timeout=WALL_SECONDS, check=False, env=environment)  # noqa: S603 (our own file)
        found = json.loads(done.stdout)
    except subprocess.TimeoutExpired:
        return {"error": "time"}
    except ValueError:
        return {"error": "limits"}
    return found if isinstance(found, dict) else {"error": "limits"}


def _reason(found: dict[str, Any]) -> str:
    reasons = {
        "encrypted": "is an encrypted PDF; save a copy without a password",
        "pages": f"is a PDF of {found.get('count')} pages, more than {MAX_PAGES}; take out the pages of the article",
        "length": "is a PDF with more text than any article; take out the pages of the article",
        "time": f"is a PDF that could not be read within {WALL_SECONDS} seconds; save its text instead",
        "limits": "is a PDF that needs too much time or memory to read; save its text instead",
    }
    return reasons.get(str(found["error"]), f"is a broken PDF ({found.get('detail')}); save it again or save its text")
