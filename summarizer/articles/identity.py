"""Names and texts compared across files: what makes two of them one, and an article's id."""

from __future__ import annotations

import hashlib
import re
import unicodedata

_TITLE_MARKS = " |-–—·•:»"
_TITLE_PARTS = re.compile(r"\s+[|\-–—·•»]\s+|(?<=\S):\s+")


def normalised(text: str) -> str:
    """The text as compared: compatibility forms, case and white space folded."""
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split())


def article_id(text: str, outlet: str | None) -> str:
    """An "a" and 12 hex digits: the same for the same text from the same outlet, wherever the file lies."""
    digest = hashlib.sha256(f"{normalised(outlet or '')}\n{normalised(text)}".encode())
    return "a" + digest.hexdigest()[:12]


def without_outlet(title: str | None, outlet: str | None) -> str | None:
    """A title without the name of the site that many pages and services write before or behind it ("… | The Post")."""
    if not title or not outlet:
        return title
    names = {normalised(outlet), normalised(outlet).removeprefix("the ")}
    parts = _TITLE_PARTS.split(title)
    if len(parts) > 1 and normalised(parts[-1]).removeprefix("the ") in names:
        return title[: title.rindex(parts[-1])].rstrip(_TITLE_MARKS)
    if len(parts) > 1 and normalised(parts[0]).removeprefix("the ") in names:
        return title[len(parts[0]) :].lstrip(_TITLE_MARKS)
    return title
