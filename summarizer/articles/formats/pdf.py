"""PDF files: parsed in a child process with limits, then lines joined to paragraphs."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections import Counter
from pathlib import Path
from typing import Any

from summarizer.articles.cleaning import clean_characters, visible_line
from summarizer.articles.draft import Draft, Facts
from summarizer.articles.lines import title_key

MAX_PAGES = 200
CPU_SECONDS = 10
WALL_SECONDS = 40
_CHILD = Path(__file__).with_name("pdf_child.py")
_PAGE_NUMBER = re.compile(r"(?:page\s+)?[-–—]?\s*\d{1,4}\s*[-–—]?(?:\s*(?:of|/)\s*\d{1,4})?", re.IGNORECASE)
_HYPHEN = re.compile(r"\b(?P<left>[^\W\d_]{1,40})[-\u00ad\u2010]\n[ \t]*(?P<right>[^\W\d_]{1,40})")
_SENTENCE_END = re.compile(r"[.!?:。؟۔][\"'”’»)\]]*$")
_MIN_FULL = 0.75
_MIN_REPEATS = 3


class PdfError(ValueError):
    """The PDF has no text that can be read."""


def read_pdf(data: bytes) -> Draft:
    """A PDF as a draft: text in reading order, hyphenated line ends joined, repeated page heads left out.

    Raises:
        PdfError: encrypted, broken, too long, or without a text layer.
    """
    found = _run_child(data)
    if "error" in found:
        raise PdfError(_reason(found))
    pages = [clean_characters(str(page))[0] for page in found["pages"]]
    if not any(page.strip() for page in pages):
        raise PdfError("has no text layer (a scan?); run OCR on it first")
    kept, dropped = _without_page_heads(pages)
    text = join_lines(join_hyphens("\n".join(kept)))
    notes: tuple[str, ...] = ("read from a PDF: line breaks inside paragraphs and hyphens at line ends were joined",)
    if dropped:
        notes += (f"{dropped} lines that repeat on the pages (heads, page numbers) were left out",)
    return Draft(text=text, facts=_facts(found, text), notes=notes)


def _run_child(data: bytes) -> dict[str, Any]:
    command = [sys.executable, "-P", str(_CHILD), str(CPU_SECONDS), str(MAX_PAGES)]
    try:
        done = subprocess.run(command, input=data, capture_output=True, timeout=WALL_SECONDS, check=False)  # noqa: S603 (our own file)
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


def _facts(found: dict[str, Any], text: str) -> Facts:
    """The document's own title only if it stands at the top of the text: many programs write a file name there."""
    title = visible_line(str(found.get("title") or ""))
    if title and not title_key(text[:600]).startswith(title_key(title)):
        title = None
    return Facts(title=title)


def _without_page_heads(pages: list[str]) -> tuple[list[str], int]:
    """Pages without page numbers, and without first and last lines that stand on three pages or more."""
    split = [[line.rstrip() for line in page.split("\n")] for page in pages]
    edges = Counter(_masked(line) for lines in split for line in {*_edge(lines)} if line.strip())
    kept, dropped = [], 0
    for lines in split:
        outer = {*_edge(lines)}
        drop = {
            line
            for line in outer
            if edges[_masked(line)] >= _MIN_REPEATS or (len(pages) > 1 and _PAGE_NUMBER.fullmatch(line.strip()))
        }
        dropped += sum(line in drop for line in lines)
        kept.append("\n".join(line for line in lines if line not in drop))
    return kept, dropped


def _edge(lines: list[str]) -> list[str]:
    filled = [line for line in lines if line.strip()]
    return filled[:2] + filled[-2:]


def _masked(line: str) -> str:
    return re.sub(r"\d+", "0", line.strip())


def join_hyphens(text: str) -> str:
    """Words that a line end cut in two made whole.

    The hyphen stays where the right half starts with a capital or where the text writes the word with it elsewhere.
    """

    def joined(match: re.Match[str]) -> str:
        left, right = match["left"], match["right"]
        keeps = right[0].isupper() or f"{left}-{right}".casefold() in folded
        return f"{left}-{right}" if keeps else left + right

    folded = text.casefold()
    return _HYPHEN.sub(joined, text)


def join_lines(text: str) -> str:
    """Paragraphs as one line each: a line goes on in the next if it is full, or breaks off and the next goes on small."""
    lines = [line.strip() for line in text.split("\n")]
    lengths = sorted(len(line) for line in lines if line)
    width = lengths[int(len(lengths) * 0.9)] if lengths else 0
    out: list[str] = []
    for line in lines:
        if out and out[-1] and line and _goes_on(out[-1], line, width, last=len(out[-1].rsplit("\x00", 1)[-1])):
            out[-1] += "\x00" + line
        else:
            out.append(line)
    return "\n".join(out).replace("\x00", " ")


def _goes_on(text: str, following: str, width: int, last: int) -> bool:
    if _SENTENCE_END.search(text):
        return last >= 0.95 * width and not following[0].isupper() and following[0].isalpha()
    return following[0].islower() or last >= _MIN_FULL * width
