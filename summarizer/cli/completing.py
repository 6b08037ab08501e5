"""What shells offer on Tab, beyond the names of commands, options and choices. Nothing here may take time or fail."""

from __future__ import annotations

import contextlib
import re
from collections.abc import Iterator
from pathlib import Path

ABOUT_STORIES = {
    "afghanistan": "a troop withdrawal",
    "ferry": "a ferry that sank",
    "depot": "a blast in a warehouse",
    "market": "two explosions in a market",
}
MOST_FOLDERS = 200
_HARMLESS = re.compile(r"[\w./+,@~:-]+")
"""What may be offered: shells read what they are given once more, and a folder's name may be a stranger's."""


def stories(incomplete: str) -> list[tuple[str, str]]:
    """The shipped stories."""
    return [(name, about) for name, about in ABOUT_STORIES.items() if name.startswith(incomplete)]


def profiles(incomplete: str) -> list[tuple[str, str]]:
    """The profiles: the shipped ones and the user's own."""
    from summarizer.configuring import PROFILES, find_files
    from summarizer.errors import SummarizerError

    offered = {name: "on this machine" if one.is_local else "service" for name, one in PROFILES.items()}
    with contextlib.suppress(SummarizerError, OSError):
        for file in find_files():
            offered.update(dict.fromkeys(file.profiles, "of your own"))
    return [(name, about) for name, about in offered.items() if name.startswith(incomplete) and _HARMLESS.fullmatch(name)]


def report_folders(incomplete: str) -> list[tuple[str, str]]:
    """Folders that hold a report: what begins as it is typed so far, and those one folder below."""
    parent = Path(incomplete) if incomplete.endswith("/") else Path(incomplete).parent
    folders = sorted(_folders(parent, "" if incomplete.endswith("/") else Path(incomplete).name))
    within = [inner for folder in folders for inner in sorted(_folders(folder, ""))]
    found = [str(folder) for folder in (*folders, *within) if (folder / "report.json").is_file()]
    return [(name, "report") for name in found if _HARMLESS.fullmatch(name)]


def _folders(parent: Path, begins: str) -> Iterator[Path]:
    with contextlib.suppress(OSError):
        for number, path in enumerate(parent.iterdir()):
            if number > MOST_FOLDERS:
                return
            if path.name.startswith(begins) and path.is_dir():
                yield path
