"""What an export is told besides the report and its review."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Publisher:
    """The organisation that answers for what it publishes.

    Attributes:
        page: the address of the page on which its reviews stand, if there is one already.
    """

    name: str
    url: str
    page: str | None = None


@dataclass(frozen=True)
class Given:
    """All of it; each format takes what it needs.

    Attributes:
        publisher: None where nobody is named.
        document_ids: ids of the articles' files in another program, by the ids of the articles.
        story: what the report is called among others; a file name of every system.
    """

    publisher: Publisher | None = None
    document_ids: Mapping[str, str] = field(default_factory=dict)
    story: str = "story"
