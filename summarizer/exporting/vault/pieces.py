"""What notes are made of: properties, links, callouts."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Mapping, Sequence

import yaml

from summarizer.exporting.vault.names import shown_in_link
from summarizer.reporting.escape import in_note, visible

Value = str | int | bool | dt.date | Sequence[str] | None
_STEERING = re.compile(
    r"(?<=\[)(?=\[)|(?<=<)(?=[%a-z/!?])|(?<=\{)(?=[{%=])|(?<=%)(?=%)|(?<=`)(?=`)|(?<=\$)(?==)|(?<=\])(?=[(\[])|(?<=\\)(?=\S)",
    re.IGNORECASE,
)
"""Between two characters that open a link, a tag, a template, a comment or a command even in a property.

Pandoc reads properties as Markdown, with HTML and TeX in it.
"""


def plain(text: str | None) -> str | None:
    """Somebody's words as the value of a property: one line, with a blank inside what would open a link or a template."""
    return _STEERING.sub(" ", visible(text).strip()) or None if text else None


def properties(values: Mapping[str, Value]) -> str:
    """The block of properties at the head of a note; what is None or empty is left out."""
    kept = {
        key: list(value) if isinstance(value, tuple) else value
        for key, value in values.items()
        if value not in (None, "", (), [])
    }
    dumped = yaml.dump(
        kept, Dumper=getattr(yaml, "CSafeDumper", yaml.SafeDumper), allow_unicode=True, sort_keys=False, width=1 << 20
    )
    return f"---\n{dumped}---"


def link(name: str, shown: str | None = None, block: str | None = None) -> str:
    """A link to a note by its name without folders, which is its own in the whole vault, and to a block of it.

    So it holds where a person moves the note, and in programs that know no folders.
    """
    own = name.rpartition("/")[2]
    where = f"{own}#^{block}" if block else own
    return f"[[{where}|{shown_in_link(shown or '') or own}]]"


def in_table(markdown: str) -> str:
    """A link in a cell of a table: its bar is escaped."""
    return re.sub(r"(?<!\\)\|", r"\\|", markdown)


def callout(kind: str, title: str, lines: Iterable[str], block: str) -> str:
    """A callout that other notes can show by its block's id; title and lines are ready for Markdown."""
    body = "\n".join(f"> {line}".rstrip() for line in lines)
    return f"> [!{kind}] {title}\n>\n{body}\n\n^{block}"


def note(head: Mapping[str, Value], title: str, blocks: Iterable[str]) -> str:
    """A whole note; the title is somebody's words, the blocks are ready for Markdown."""
    return "\n\n".join((properties(head), f"# {in_note(title) or '(no title)'}", *(one for one in blocks if one))) + "\n"


def table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table of cells that are ready for Markdown."""
    lines = (f"| {' | '.join(map(in_table, row))} |" for row in rows)
    return "\n".join((f"| {' | '.join(heads)} |", f"|{' --- |' * len(heads)}", *lines))
