"""Errors speak of the command's options; a note says what those are called here."""

from __future__ import annotations

import re
from typing import Final

from summarizer.errors import SummarizerError

ARGUMENTS: Final = "model base_url replay store out afresh max_cost max_tokens prices deadline in_flight ask_again".split()
_OPTION = re.compile(r"(?<![\w-])--([a-z]+(?:-[a-z]+)*)(?![\w-])")


def noted(error: BaseException) -> BaseException:
    """The same error, with a note (PEP 678) where it names options that are arguments of the functions."""
    if isinstance(error, SummarizerError):
        named = dict.fromkeys(option.replace("-", "_") for option in _OPTION.findall(str(error)))
        if told := [f"--{name.replace('_', '-')} is {name}=" for name in named if name in ARGUMENTS]:
            error.add_note(f"called from Python, {', '.join(told)}")
    return error
