"""Runs as a process of its own: a PDF on standard input, its text as JSON on standard output.

A PDF is a program for the parser, and parsers have holes. Here it can use up its own memory and time only. The file
imports nothing of the package, so that it starts fast.
"""

from __future__ import annotations

import io
import json
import logging
import sys
from typing import Any

import pypdf
from pypdf.errors import DependencyError, PyPdfError

try:
    import resource
except ImportError:  # Windows: the parent's wall clock is the only limit there
    resource = None  # type: ignore[assignment]

_MEMORY_BYTES = 768 * 1024 * 1024
_MAX_CHARS = 5_000_000


def limit(cpu_seconds: int) -> None:
    """Let this process use so much processor time and memory and no more."""
    if resource is not None:
        resource.setrlimit(resource.RLIMIT_AS, (_MEMORY_BYTES, _MEMORY_BYTES))
        resource.setrlimit(resource.RLIMIT_CPU, (cpu_seconds, cpu_seconds))


def parsed(data: bytes, max_pages: int) -> dict[str, Any]:
    """{"pages": […], "title", "author"}, or {"error": what is wrong}."""
    reader = pypdf.PdfReader(io.BytesIO(data), strict=False)
    if reader.is_encrypted and not reader.decrypt(""):
        return {"error": "encrypted"}
    count = len(reader.pages)
    if count > max_pages:
        return {"error": "pages", "count": count}
    pages: list[str] = []
    for page in reader.pages:
        pages.append(page.extract_text())
        if sum(map(len, pages)) > _MAX_CHARS:
            return {"error": "length"}
    about = reader.metadata
    return {"pages": pages, "title": about.title if about else None, "author": about.author if about else None}


def main() -> None:
    """Read the limits from the arguments, the PDF from standard input."""
    logging.disable(logging.CRITICAL)
    limit(int(sys.argv[1]))
    try:
        result = parsed(sys.stdin.buffer.read(), int(sys.argv[2]))
    except DependencyError:
        result = {"error": "encrypted"}
    except (PyPdfError, MemoryError, RecursionError) as error:
        result = {"error": "broken", "detail": type(error).__name__}
    except Exception as error:  # noqa: BLE001 (the parent turns every fault into one message)
        result = {"error": "broken", "detail": type(error).__name__}
    sys.stdout.write(json.dumps(result))


if __name__ == "__main__":
    main()
