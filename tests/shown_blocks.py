"""The blocks of shell lines that the pages show, and how a line of them is to be taken."""

from __future__ import annotations

import re
import shlex
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[1]
PAGES = [
    page for page in (ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md")), ROOT / "CONTRIBUTING.md") if page.exists()
]
_BLOCK = re.compile(
    r"(?:<!-- (?P<mark>not run|file): (?P<told>[^\n]*) -->\n)?^```(?P<language>\w*)\n(?P<text>.*?)^```$",
    re.DOTALL | re.MULTILINE,
)
_OF_A_SHELL = frozenset("|;&<>$*`")
_EXIT = re.compile(r"\bexits (\d+)\b")


@dataclass(frozen=True)
class Block:
    """One block of a page: shell lines, or a file that the lines behind it need.

    Attributes:
        reason: why its lines are not run, if they are not.
        file: the name of the file that it shows, if it shows one.
    """

    page: Path
    number: int
    text: str
    reason: str | None
    file: str | None

    @property
    def lines(self) -> list[str]:
        """The lines to run; blank ones and comments are none."""
        return [line for line in self.text.splitlines() if line.strip() and not line.startswith("#")]


def blocks_of(page: Path) -> list[Block]:
    """The blocks of shell lines of a page and the files it shows, in its order."""
    found = [match for match in _BLOCK.finditer(page.read_text(encoding="utf-8")) if _is_meant(match)]
    return [
        Block(page, number, match["text"], *(match["told"] if match["mark"] == mark else None for mark in ("not run", "file")))
        for number, match in enumerate(found, start=1)
    ]


def _is_meant(block: re.Match[str]) -> bool:
    return block["language"] == "sh" or block["mark"] == "file"


def exit_code_of(line: str) -> int:
    """The exit code that a line must end with: 0 unless its comment says `exits N`."""
    told = _EXIT.search(line.partition(" #")[2])
    return int(told[1]) if told else 0


def plain_call(line: str) -> tuple[list[str], Path | None] | None:
    """The arguments of a line that is one call of summarizer, and the file its output goes to; None for any other line."""
    parts = shlex.split(line, comments=True)
    to = None
    if len(parts) > 2 and parts[-2] == ">":
        parts, to = parts[:-2], Path(parts[-1])
    if parts[:1] != ["summarizer"] or any(_OF_A_SHELL & set(part) for part in parts):
        return None
    return parts[1:], to
