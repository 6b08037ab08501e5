"""Large first letters that reach down through several lines, joined to the word they begin."""

from __future__ import annotations

import re

from summarizer.articles.formats.pdf.layout import GLUED, Page, Run

_LARGE = 1.7
_MOST = 20
_INITIAL = re.compile(r"[\"“„«‘']?[^\W\d_]")
_WORDS_OF_ONE = frozenset("AIOYEÀÉУВСКОИЯА")


def settle_initials(page: Page, body: float) -> None:
    """Give each large first letter the place of the word beside its upper edge."""
    initials = [run for run in page.runs if run.size > _LARGE * body and _INITIAL.fullmatch(run.text)]
    for initial in initials[:_MOST]:
        beside = [run for run in page.runs if _is_beside(run, initial)]
        if not beside:
            continue
        first = min(beside, key=lambda run: (round(run.down), run.start))
        if first.down > initial.down + 0.2 * first.size or initial.down - first.down > initial.size:
            continue
        rest = first.text.split(" ", 1)[0]
        apart = initial.text[-1] in _WORDS_OF_ONE and not _is_one_word(initial.text[-1], rest)
        page.runs.remove(initial)
        first.text = initial.text + " " * apart + first.text
        first.start, first.flags = min(first.start, initial.start), first.flags & ~GLUED


def _is_beside(run: Run, initial: Run) -> bool:
    near = -0.1 * initial.size < run.start - initial.end < 0.5 * initial.size
    return near and run.size < initial.size / _LARGE * 1.05 and initial.down - initial.size < run.down <= initial.down + 1


def _is_one_word(letter: str, rest: str) -> bool:
    """What follows is no word of its own: it begins with two letters that none does."""
    return rest[:1].isupper() or rest.casefold() in _ENDINGS or (letter != "I" and rest[:2].casefold() in _STARTS)


_ENDINGS = frozenset(
    "n t s f ll nd nother fter ll most long mong round t bout gain gainst part n f t s nly ne ver ut nce".split()
)
_STARTS = frozenset(
    "ft lt ll lm ls lr ct dd cc pp rr nn ss tt gg mb mm rm rt rg rc nd nt ng nk nx ns nf nv xp xt rd ld".split()
)
