"""Prompt files: read, checked and filled in. A prompt is two messages, split by a line "---user---".

A prompt whose instructions are "@name" takes those of another prompt, so that endpoints cache them once.

Placeholders are `$name`; values are put in once and never looked at again, so nothing in an article is a template. Nor
can a value hold a mark that the prompt sets around its data, and a name or a title is one line.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path
from string import Template

from summarizer.defusing import defused_line, defused_value
from summarizer.errors import ConfigError
from summarizer.settings import shipped

_SPLIT = "\n---user---\n"
_ONE_LINE = frozenset({"outlet", "title", "published"})
"""Values that stand on a line of their own behind their label."""


@dataclass(frozen=True)
class Prompt:
    """One task for the model: fixed instructions first, so that endpoints can cache them, the data last."""

    name: str
    system: str
    user: Template

    @property
    def text(self) -> str:
        """Instructions and question as one text, which the digest is made of."""
        return f"{self.system}{_SPLIT}{self.user.template}"

    @property
    def digest(self) -> str:
        """Short hash of the template, for the run record."""
        return hashlib.sha256(self.text.encode()).hexdigest()[:12]

    def messages(self, **values: str) -> list[dict[str, str]]:
        """The chat messages. Raises ConfigError if a placeholder gets no value."""
        missing = sorted(set(self.user.get_identifiers()) - set(values))
        if missing:
            raise ConfigError(f"prompt {self.name!r} asks for values nobody gives: {', '.join(missing)}")
        shown = {name: defused_line(value) if name in _ONE_LINE else defused_value(value) for name, value in values.items()}
        return [
            {"role": "system", "content": self.system},
            {"role": "user", "content": self.user.substitute(shown)},
        ]


def read_prompt(name: str, folder: Path | None = None) -> Prompt:
    """The prompt of a task ("extract", "propose"). Raises ConfigError if its file is missing or has no user part."""
    path = (folder or shipped("prompts")) / f"{name}.md"
    try:
        text = path.read_text(encoding="utf-8")
    except OSError as error:
        raise ConfigError(f"the prompt {name!r} cannot be read at {path}: {error.strerror}; reinstall the program") from error
    system, split, user = text.partition(_SPLIT)
    if not split:
        raise ConfigError(f"the prompt {path} has no line '---user---' between instructions and data")
    system = system.strip()
    if system.startswith("@"):
        system = read_prompt(system[1:], folder).system
    return Prompt(name, system, Template(user.strip()))
