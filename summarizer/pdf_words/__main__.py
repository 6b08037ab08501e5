"""Runs the parser within limits of processor time and memory: python -m summarizer.pdf_words SECONDS PAGES < a.pdf."""

from __future__ import annotations

import gc
import json
import sys

from summarizer.limits import limit, used_seconds
from summarizer.pdf_words.document import parsed

_MEMORY_BYTES = 768 * 1024 * 1024


def main() -> None:
    """Read the limits from the arguments, the PDF from standard input."""
    limit(int(sys.argv[1]), _MEMORY_BYTES)
    gc.disable()  # a hundred thousand small records and no cycles: to look for some costs a tenth of the time
    try:
        result = parsed(sys.stdin.buffer.read(), int(sys.argv[2]))
    except Exception as error:  # noqa: BLE001 (the parent turns every fault into one message)
        result = {"error": "broken", "detail": type(error).__name__}
    sys.stdout.write(json.dumps({**result, "seconds": used_seconds()}))


if __name__ == "__main__":
    main()
