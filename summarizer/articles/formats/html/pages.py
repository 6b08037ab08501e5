"""HTML pages: the article's text by trafilatura, without hidden parts, checked against a second reading of the page."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from summarizer.articles.draft import Draft, Facts
from summarizer.articles.formats.html.kept_pages import drop_toolbars, kept_page, without_toolbars
from summarizer.articles.formats.html.main_text import UNTOLD, MainText, main_text
from summarizer.articles.formats.html.page_access import breaks_off, speaks_of_access
from summarizer.articles.formats.html.page_blocks import Block, blocks_of, folded
from summarizer.articles.formats.html.page_facts import facts_of_page, why_held_back
from summarizer.articles.formats.markup.page_text import paragraphs
from summarizer.articles.formats.markup.preparing import Prepared, prepare, tree_of
from summarizer.articles.marks import without_marks

_DOUBTFUL_SHARE = 0.5
_PROBE = 60


def read_page(source: str) -> Draft:
    """An HTML page as a draft; the text is empty if the page has none.

    Where the tree lost a large part of the page's paragraphs, those of a second reading without a tree are the text, and a
    note says so.
    """
    saved = without_marks(source)
    source = without_toolbars(saved)
    parsed = tree_of(source)
    tree = parsed.tree
    if tree is None:
        main = _checked(MainText(""), (), paragraphs(source))
        return Draft(text=main.text, notes=main.notes)
    alive = list(tree.iter())  # lxml makes a new object for an element at every step unless one is held
    kept = kept_page(saved, tree)
    drop_toolbars(tree)
    prepared = prepare(tree, source)
    facts = _settled_facts(facts_of_page(tree, kept, source), prepared)
    blocks = blocks_of(tree)
    main = main_text(tree, blocks, is_told=bool(facts.dates and facts.author))
    if not parsed.is_whole:
        main = _checked(main, blocks, list(dict.fromkeys(paragraphs(source))))
    alive.clear()
    notes = (*prepared.notes, *parsed.notes, *main.notes)
    text = prepared.settled(main.text) if main.text else ""
    locked = why_held_back(tree, kept, text) if speaks_of_access(source) else None
    return Draft(text=text, facts=facts, notes=notes, incomplete=locked or breaks_off(saved))


def _settled_facts(facts: Facts, prepared: Prepared) -> Facts:
    """Facts without words that the page strikes out."""
    without = prepared.marks.without
    return replace(facts, title=without(facts.title), outlet=without(facts.outlet), author=without(facts.author))


def _checked(main: MainText, blocks: Iterable[Block], second: list[str]) -> MainText:
    """The text, or the second reading where the tree lost most of what that one read."""
    seen = sum(map(len, second))
    known = {block.folded[:_PROBE] for block in blocks}
    lost = sum(len(block) for block in second if folded(block)[:_PROBE] not in known)
    if lost > _DOUBTFUL_SHARE * seen:
        return MainText("\n".join(second), (UNTOLD,))
    return main
