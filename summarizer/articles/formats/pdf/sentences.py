"""Where a sentence ends."""

from __future__ import annotations

import re

_SENTENCE_END = re.compile(r"[.!?:。！？؟۔।…][\"'”’»«“)\]」』]*$")


def is_finished(text: str) -> bool:
    """It ends as a sentence does."""
    return bool(_SENTENCE_END.search(text[-8:]))
