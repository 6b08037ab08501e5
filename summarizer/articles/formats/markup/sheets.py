"""Style sheets that are kept in one file with the page that links to them: they say what it hides, strikes out and raises."""

from __future__ import annotations

import html
import re
from collections.abc import Callable

_LINK = re.compile(r"<link\b[^<>]{1,3000}>", re.IGNORECASE)
_ATTRIBUTE = re.compile(
    r"""\b(rel|href|media)\s{0,3}=\s{0,3}(?:"([^"]{0,2000})"|'([^']{0,2000})'|([^\s"'>]{1,2000}))""", re.IGNORECASE
)
_DISABLED = re.compile(r"\sdisabled\b", re.IGNORECASE)
_CLOSING = re.compile(r"</")
_MAX_SHEETS = 30


def with_sheets(page: str, sheet: Callable[[str], str | None]) -> str:
    """A page with each style sheet that it links to written in the place of the link.

    Args:
        page: its markup.
        sheet: the text of a sheet by its address as the page gives it; None if it is not kept.
    """
    return _LINK.sub(lambda match: _written_in(match[0], sheet), page, count=_MAX_SHEETS) if "<link" in page.lower() else page


def _written_in(link: str, sheet: Callable[[str], str | None]) -> str:
    named = {name.lower(): html.unescape(a or b or c) for name, a, b, c in _ATTRIBUTE.findall(link)}
    kinds = named.get("rel", "").lower().split()
    if "stylesheet" not in kinds or "alternate" in kinds or not named.get("href") or _DISABLED.search(link):
        return link
    text = sheet(named["href"])
    if not text:
        return link
    media = html.escape(named.get("media", ""), quote=True)
    return f'<style media="{media}">{_CLOSING.sub("", text)}</style>'
