"""The talk on stderr: what is said, to whom, and in which form."""

from __future__ import annotations

import contextlib
import re
import sys
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from summarizer.characters import CONTROLS, INVISIBLE, SURROGATES
from summarizer.events import Event, Failed, Notice
from summarizer.log_format import wants_json

if TYPE_CHECKING:
    from summarizer.cli.display.talker import Talker

_UNPRINTABLE = re.compile(f"[{CONTROLS}\t\x0b\x0c\r\u2028\u2029{INVISIBLE}{SURROGATES}]")


class _Talk:
    """The talk of this process: there is one stderr.

    Attributes:
        is_json: each event is one JSON object a line.
        talker: who talks; None until the first word.
    """

    def __init__(self) -> None:
        self.is_json = False
        self.talker: Talker | None = None


_TALK = _Talk()


def begin(arguments: Sequence[str], environment: Mapping[str, str]) -> None:
    """A command begins. What its options say of the form of the talk holds from here on, even if the rest is wrong."""
    end()
    _TALK.talker = None
    _TALK.is_json = wants_json(arguments, environment)


def talks_json() -> bool:
    """Each event is one JSON object a line."""
    return _TALK.is_json


def talker(*, quiet: bool) -> Talker:
    """What tells the person who waits how the work goes; it takes events."""
    from summarizer.cli.display.talker import talker_of

    end()
    _TALK.talker = talker_of(is_json=_TALK.is_json, quiet=quiet)
    return _TALK.talker


def end() -> None:
    """Take away what is shown only while the work goes on: what follows on this terminal is something else."""
    if _TALK.talker is not None:
        _TALK.talker.close()


def say(said: str | Event) -> None:
    """One line on stderr, even when quiet. What could steer a terminal in it is shown as "?"."""
    if isinstance(said, str):
        said = Failed(said) if said.startswith("error") else Notice(said)
    if _TALK.talker is None:
        talker(quiet=True)
    if _TALK.talker is not None:
        _TALK.talker(said)


def write(text: str) -> None:
    """Put some text on stderr.

    Where nobody can be told any more (a closed pipe, a full disk behind it), the work goes on: it is paid for.
    """
    with contextlib.suppress(OSError, ValueError):
        if sys.stderr is not None:
            sys.stderr.write(text)
            sys.stderr.flush()


def printable(text: str) -> str:
    """The text without what could steer a terminal, or hide from who reads it."""
    return _UNPRINTABLE.sub("?", text)


def on_one_line(text: str) -> str:
    """The text as `printable` gives it, with line ends shown as well."""
    return printable(text).replace("\n", "?")
