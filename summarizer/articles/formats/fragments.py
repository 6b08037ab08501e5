"""HTML inside another format, such as the body of a JSON item, as text."""

from __future__ import annotations

from dataclasses import dataclass

from summarizer.articles.formats.light_markup import cut_bracket_marks, pull_notes, read_light
from summarizer.articles.formats.markup import CUT_SHORT, prepare, tree_of
from summarizer.articles.formats.page_text import visible_blocks
from summarizer.articles.formats.tree_text import text_blocks
from summarizer.articles.marks import without_marks


@dataclass(frozen=True, slots=True)
class Fragment:
    """A text and plain sentences on what was left out of it or set apart in it."""

    text: str
    notes: tuple[str, ...] = ()


def read_plain_fragment(text: str) -> Fragment:
    """Text without markup of blocks, its light markup read."""
    light = read_light(pull_notes(without_marks(text)), is_markdown=False)
    light.text, said = cut_bracket_marks(light.text)
    return Fragment(light.with_notes(), (*light.said, *said))


def read_fragment(html: str) -> Fragment:
    """The visible text of an HTML fragment, one paragraph a line."""
    html = without_marks(html)
    tree, is_whole = tree_of(f"<div>{html}</div>")
    if tree is None or not is_whole:
        return Fragment("\n".join(visible_blocks(html, furniture=True)), (CUT_SHORT,))
    prepared = prepare(tree, html)
    return Fragment(prepared.settled("\n".join(text_blocks(tree, furniture=True))), prepared.notes)
