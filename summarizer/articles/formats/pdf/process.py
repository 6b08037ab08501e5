"""The parser in a process of its own, with limits, and why it gave nothing."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

MAX_PAGES = 200
CPU_SECONDS = 10
WALL_SECONDS = 40
_CHILD = Path(__file__).with_name("child.py")


class PdfError(ValueError):
    """The PDF has no text that can be read."""


def parsed(data: bytes) -> dict[str, Any]:
    """What the parser found: {"pages": […], "title"}.

    Raises:
        PdfError: encrypted, broken, too long, or more than the limits allow.
    """
    found = _run_child(data)
    if "error" in found:
        raise PdfError(_reason(found))
    return found


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
