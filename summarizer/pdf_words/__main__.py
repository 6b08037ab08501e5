"""Runs the parser within limits of processor time and memory: python -m summarizer.pdf_words SECONDS PAGES < a.pdf."""

from __future__ import annotations

import gc
import json
import sys

from summarizer.pdf_words.document import parsed

try:
    import resource
except ImportError:  # Windows: the parent's wall clock is the only limit there
    resource = None  # type: ignore[assignment]

_MEMORY_BYTES = 768 * 1024 * 1024


def limit(cpu_seconds: int) -> None:
    """Let this process use so much processor time and memory and no more."""
    if resource is not None:
        resource.setrlimit(resource.RLIMIT_AS, (_MEMORY_BYTES, _MEMORY_BYTES))
        resource.setrlimit(resource.RLIMIT_CPU, (cpu_seconds, cpu_seconds))


def main() -> None:
    """Read the limits from the arguments, the PDF from standard input."""
    limit(int(sys.argv[1]))
    gc.disable()  # a hundred thousand small records and no cycles: to look for some costs a tenth of the time
    try:
        result = parsed(sys.stdin.buffer.read(), int(sys.argv[2]))
    except Exception as error:  # noqa: BLE001 (the parent turns every fault into one message)
        result = {"error": "broken", "detail": type(error).__name__}
    sys.stdout.write(json.dumps(result))


if __name__ == "__main__":
    main()
