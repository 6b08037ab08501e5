"""Small characters above the line: marks of footnotes leave the text, exponents and ordinal endings stay in it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field

from summarizer.articles.formats.pdf.layout import GLUED, Page, Run

_SMALLER = 0.86
_LEAST_SHARE = 0.38
_LEAST_RISE = 0.12
_MOST_RISE = 0.75
_NEAR = 0.35
_MOST_CHARS = 12
_MOST_NEAR = 60
_MARK = re.compile(r"[\[(]?(?:\d{1,3}|[a-z]|[*†‡§¶#]{1,3})(?:\s?[,;–-]\s?(?:\d{1,3}|[a-z]))*[\])]?[,.]?")
_ORDINAL = re.compile(
    r"(?:st|nd|rd|th|ers?|res?|ère|es?|d|nde?|ème|eme|me|os?|as?|de|te|ste|й|я|е|го|ta|º|ª)\.?", re.IGNORECASE
)
_SMALL_NUMBER = re.compile(r"(?:\d\.|[nN]\.?|(?<!\d)(?:1?\d|20))$")
_POWER_BASE = re.compile(r"(?:(?:^|[\s(×x·*])10|(?<![^\W\d_])(?:k|c|d|m|h|da|n|μ|µ)?m|(?<![^\W\d_])(?:ft|in|mi|yd|sec|s))$")
_POWER = re.compile(r"[-−–+]?\d{1,3}")
_SUPER = str.maketrans("0123456789+-−–", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁻")
_SUPER_CHARS = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_PLAIN = str.maketrans(_SUPER_CHARS, "0123456789")
_WRITTEN = re.compile(rf"(?P<before>[^\s{_SUPER_CHARS}])(?P<mark>[{_SUPER_CHARS}]{{1,3}})(?![⁄/{_SUPER_CHARS}])")
_FRACTION = ("⁄", "∕", "/")


@dataclass
class Raised:
    """How many marks of notes were left out of the text."""

    marks: int = 0
    labels: set[str] = field(default_factory=set)


def settle_raised(page: Page, found: Raised) -> None:
    """Take the marks of notes out of a page's runs, and join to their words what else is raised or lowered."""
    places = _Places(page.runs)
    kept: list[Run] = []
    for index, run in enumerate(page.runs):
        base = places.base_of(index)
        if base is None:
            kept.append(run)
        elif _is_label(run, base):
            base.text, base.label, base.start = f"{run.text} {base.text}", True, run.start
        else:
            _settle(run, base, page.runs[index + 1 : index + 2], kept, found)
    page.runs = kept
    for run in page.runs:
        if not run.text.isascii():
            run.text = _WRITTEN.sub(lambda match: _written(match, found), run.text)


def _settle(run: Run, base: Run, following: list[Run], kept: list[Run], found: Raised) -> None:
    """One raised or lowered run beside its base: a part of the word, a fraction, an exponent or a mark."""
    lowered = run.down > base.down
    if following and following[0].text[:1] in _FRACTION and not lowered:
        run.flags &= ~GLUED
        run.down = base.down
        following[0].down = base.down
        kept.append(run)
        return
    if lowered or _is_ordinal(run.text, base.text) or not _MARK.fullmatch(run.text):
        if _POWER.fullmatch(run.text) and not lowered:
            base.text += run.text.translate(_SUPER)
            base.end = max(base.end, run.end)
            return
        run.down, run.flags, run.size = base.down, run.flags | GLUED, base.size
        kept.append(run)
        return
    if _POWER.fullmatch(run.text) and _POWER_BASE.search(base.text):
        base.text += run.text.translate(_SUPER)
    else:
        found.marks += 1
        found.labels.add(run.text.strip("[]()., "))
    base.end = max(base.end, run.end)


def _written(match: re.Match[str], found: Raised) -> str:
    """A raised digit that the font has as a character of its own."""
    before = match.string[max(0, match.start() - 6) : match.end("before")]
    if _POWER_BASE.search(before):
        return match[0]
    found.marks += 1
    found.labels.add(match["mark"].translate(_PLAIN))
    return match["before"]


def _is_ordinal(ending: str, before: str) -> bool:
    """The ending of an ordinal number; a lone "a" or "o" only after a small number, for it may be the mark of a note."""
    if ending.casefold() in {"a", "o"}:
        return bool(_SMALL_NUMBER.search(before))
    return bool(_ORDINAL.fullmatch(ending))


def _is_label(run: Run, base: Run) -> bool:
    """It stands before the first word of a note."""
    return run.start < base.start and base.start - run.end < base.size


class _Places:
    """The runs of a page by their baseline, to find what a small one belongs to."""

    def __init__(self, runs: list[Run]) -> None:
        self.runs = runs
        self.order = sorted(range(len(runs)), key=lambda index: runs[index].down)
        self.downs = [runs[index].down for index in self.order]
        self.largest = max((run.size for run in runs), default=0.0)

    def base_of(self, index: int) -> Run | None:
        """The larger run that a short small one is raised above or lowered below, right after or before it."""
        run = self.runs[index]
        if len(run.text) > _MOST_CHARS or run.size >= self.largest:
            return None
        before = self.runs[index - 1] if index else None
        if run.flags & GLUED and before and _belongs(run, before):
            return before
        after = [other for other in self._around(run) if _belongs(run, other)]
        if after:
            return after[0]
        return next((other for other in self._around(run) if _leads(run, other)), None)

    def _around(self, run: Run) -> Iterator[Run]:
        reach = _MOST_RISE * min(self.largest, 4 * run.size)
        first = bisect_left(self.downs, run.down - reach)
        for place in range(first, min(first + _MOST_NEAR, len(self.downs))):
            if self.downs[place] > run.down + reach:
                return
            yield self.runs[self.order[place]]


def _belongs(run: Run, base: Run) -> bool:
    return _is_off_line(run, base) and -0.2 * base.size < run.start - base.end < _NEAR * base.size


def _leads(run: Run, base: Run) -> bool:
    raised = _LEAST_RISE * base.size < base.down - run.down
    return raised and _is_off_line(run, base) and -0.1 * base.size < base.start - run.end < base.size


def _is_off_line(run: Run, base: Run) -> bool:
    if run.size < _LEAST_SHARE * base.size or (len(base.text) == 1 and base.text.isalpha()):
        return False
    return run.size < _SMALLER * base.size and _LEAST_RISE * base.size < abs(base.down - run.down) < _MOST_RISE * base.size
