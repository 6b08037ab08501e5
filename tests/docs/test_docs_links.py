"""Every link inside the repository leads to a file that is there, and to a heading that it has."""

from __future__ import annotations

import functools
import html
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
TOP = [ROOT / name for name in ("README.md", "CONTRIBUTING.md", "SECURITY.md", "CHANGELOG.md", "cassettes/README.md")]
PAGES = [*TOP, *sorted((ROOT / "docs").rglob("*.md"))]
_CODE = re.compile(r"^```.*?^```|^ {4}[^\n]*$|`[^`\n]+`", re.DOTALL | re.MULTILINE)
_LINK = re.compile(
    r"!?\[(?:[^\[\]]|\[[^\[\]]*\])*\]\(<?([^)\s>]+)>?(?: \"[^\"]*\")?\)|<(?:img|a)\b[^>]*?(?:src|href)=\"([^\"]+)\""
)
_HEADING = re.compile(r"^#{1,6} +(.+?) *#*$", re.MULTILINE)


def links_of(page: Path) -> list[str]:
    text = _CODE.sub(lambda code: "" if "](" in code.group() or code.group()[:1] != "`" else code.group(), _text(page))
    return [html.unescape(first or second) for first, second in _LINK.findall(text)]


def inside(page: Path) -> list[str]:
    return [link for link in links_of(page) if not re.match(r"[a-z][a-z0-9+.-]*:", link)]


@functools.cache
def anchors_of(page: Path) -> frozenset[str]:
    """The anchors that a forge gives to the headings: lower case, marks left out, blanks as hyphens, a number where one is again."""
    seen: dict[str, int] = {}
    found = set()
    for heading in _HEADING.findall(re.sub(r"^```.*?^```", "", _text(page), flags=re.DOTALL | re.MULTILINE)):
        plain = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", heading)
        anchor = re.sub(r"[^\w\- ]", "", plain.lower()).replace(" ", "-")
        number = seen[anchor] = seen.get(anchor, -1) + 1
        found.add(f"{anchor}-{number}" if number else anchor)
    return frozenset(found)


def problem(page: Path, link: str) -> str | None:
    path, _, anchor = link.partition("#")
    to = (page.parent / path).resolve() if path else page
    if not to.is_relative_to(ROOT):
        return f"{link} leads out of the repository"
    if not to.exists():
        return f"{link} leads nowhere"
    if anchor and (to.suffix != ".md" or anchor not in anchors_of(to)):
        return f"{link} has no such heading"
    return None


@functools.cache
def _text(page: Path) -> str:
    return page.read_text(encoding="utf-8")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_lead_somewhere(page):
    assert [told for link in inside(page) if (told := problem(page, link)) is not None] == []


def test_the_pages_have_links_to_be_looked_at():
    assert sum(len(inside(page)) for page in PAGES) > 60


@pytest.mark.parametrize(
    "link", ["nowhere.md", "index.md#no-such-heading", "#no-such-heading", "../../etc/passwd", "page.png#x"]
)
def test_a_link_that_leads_nowhere_is_seen(link):
    assert problem(ROOT / "docs" / "index.md", link) is not None


def test_every_page_is_reached_from_the_map():
    linked = {(ROOT / "docs" / link.partition("#")[0]).resolve() for link in inside(ROOT / "docs" / "index.md")}

    assert [page.name for page in (ROOT / "docs").rglob("*.md") if page not in linked and page.name != "index.md"] == []
