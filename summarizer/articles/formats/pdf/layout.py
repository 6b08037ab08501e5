"""A page as the parser gave it: runs of characters with their places, and the rows they stand in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import accumulate, pairwise
from typing import Any

from summarizer.articles.formats.pdf.bidi import is_right_to_left, reading_order

GLUED, BOLD = 1, 2
_SAME_ROW = 0.3
_SPACE = 0.22
_STEADY = 0.4
_WAVERING = 0.16
_JOINED = 0.65


@dataclass(slots=True)
class Run:
    """A stretch of one line in one style; `down` is its baseline, all lengths in points.

    Attributes:
        flags: GLUED if nothing parts it from the run before, BOLD.
        label: it begins with the mark of a footnote.
    """

    start: float
    end: float
    down: float
    size: float
    flags: int
    text: str
    label: bool = False


@dataclass(slots=True)
class Row:
    """Segments of text on one baseline, in reading direction; a segment is what no wide gap parts."""

    segments: list[Run]
    down: float
    size: float

    @property
    def start(self) -> float:
        """Where it begins."""
        return self.segments[0].start

    @property
    def end(self) -> float:
        """Where it ends."""
        return self.segments[-1].end

    @property
    def text(self) -> str:
        """Its words, two spaces where a wide gap is."""
        return "  ".join(segment.text for segment in self.segments)


@dataclass(slots=True)
class Page:
    """One page; on one whose text runs from right to left all places are mirrored, so that reading goes to greater ones.

    Attributes:
        turned: runs that stand at an angle to the rest.
        boxes, pictures: (start, top, end, bottom) of what is drawn.
    """

    width: float
    height: float
    runs: list[Run]
    turned: list[Run]
    boxes: list[tuple[float, float, float, float]]
    pictures: list[tuple[float, float, float, float]]
    rtl: bool = False
    rows: list[Row] = field(default_factory=list)


def page_of(found: dict[str, Any]) -> Page:
    """A page from the parser's answer, its runs once each."""
    runs = _once(Run(*values) for values in found["runs"])
    turned = _once(Run(*values) for values in found["turned"])
    page = Page(found["width"], found["height"], runs, turned, _boxes(found["boxes"]), _boxes(found["pictures"]))
    page.rtl = is_right_to_left("".join(run.text for run in runs))
    if page.rtl:
        _mirror(page)
    return page


def level_sizes(pages: Sequence[Page], body: float) -> None:
    """Give type of nearly the text's size that very size where sizes waver, as they do in the text layer of a scan."""
    sizes: Counter[float] = Counter()
    for page in pages:
        for run in page.runs:
            sizes[run.size] += len(run.text)
    if not sizes or sizes[body] > _STEADY * sizes.total():
        return
    middle = _median(sizes)
    for page in pages:
        for run in page.runs:
            if abs(run.size - middle) < _WAVERING * middle:
                run.size = middle


def _median(sizes: Counter[float]) -> float:
    half = sizes.total() / 2
    return next(
        size
        for size, below in zip(sorted(sizes), accumulate(sizes[size] for size in sorted(sizes)), strict=True)
        if below >= half
    )


def _boxes(values: Iterable[Sequence[float]]) -> list[tuple[float, float, float, float]]:
    return [(box[0], box[1], box[2], box[3]) for box in values]


def _once(runs: Iterable[Run]) -> list[Run]:
    """Without runs drawn a second time on the same place, as programs do for bold type."""
    kept: list[Run] = []
    places: dict[str, list[Run]] = {}
    for run in runs:
        same = places.setdefault(run.text, [])
        near = 0.15 * run.size
        if any(abs(run.start - other.start) < near and abs(run.down - other.down) < near for other in same[-8:]):
            continue
        same.append(run)
        kept.append(run)
    return kept


def _mirror(page: Page) -> None:
    for run in (*page.runs, *page.turned):
        run.start, run.end = page.width - run.end, page.width - run.start
    page.boxes = [(page.width - box[2], box[1], page.width - box[0], box[3]) for box in page.boxes]
    page.pictures = [(page.width - box[2], box[1], page.width - box[0], box[3]) for box in page.pictures]


def rows_of(runs: Iterable[Run], *, rtl: bool) -> list[Row]:
    """Rows from top to bottom."""
    rows: list[list[Run]] = []
    for run in sorted(runs, key=lambda run: (run.down, run.start)):
        last = rows[-1][0] if rows else None
        if last and run.down - last.down <= _SAME_ROW * min(last.size, run.size):
            rows[-1].append(run)
        else:
            rows.append([run])
    return [_row(sorted(row, key=lambda run: run.start), rtl=rtl) for row in rows]


def _row(runs: list[Run], *, rtl: bool) -> Row:
    segments: list[list[Run]] = []
    for run in runs:
        if segments and _adjoins(segments[-1][-1], run):
            segments[-1].append(run)
        else:
            segments.append([run])
    joined = [_segment(segment, rtl=rtl) for segment in segments]
    return Row(joined, runs[0].down, joined[0].size if len(joined) == 1 else body_size(joined))


def _adjoins(last: Run, run: Run) -> bool:
    return run.start - last.end < _JOINED * max(last.size, run.size)


def _segment(runs: list[Run], *, rtl: bool) -> Run:
    if len(runs) == 1 and not rtl:
        return runs[0]
    ordered = reading_order(runs, rtl=rtl)
    text = ordered[0].text
    for last, run in pairwise(ordered):
        text += " " * _is_parted(last, run) + run.text
    bold = BOLD if all(run.flags & BOLD for run in runs) else 0
    start, end = min(run.start for run in runs), max(run.end for run in runs)
    return Run(start, end, runs[0].down, body_size(runs), bold, text, label=ordered[0].label)


def _is_parted(last: Run, run: Run) -> bool:
    if run.flags & GLUED and abs(run.start - last.end) < _JOINED * max(last.size, run.size):
        return False
    gap = run.start - last.end if run.start >= last.start else last.start - run.end
    if is_unspaced(last.text[-1]) or is_unspaced(run.text[0]):
        return gap > max(last.size, run.size)
    return gap > _SPACE * min(last.size, run.size) or not run.flags & GLUED


def is_unspaced(char: str) -> bool:
    """A Chinese or Japanese character: no space stands beside it."""
    return "\u3000" <= char <= "\u9fff" or "\uff01" <= char <= "\uff60"


def body_size(runs: Iterable[Run]) -> float:
    """The type size of most of the characters, points; 1 if there are none."""
    sizes: dict[float, int] = {}
    for run in runs:
        sizes[run.size] = sizes.get(run.size, 0) + len(run.text)
    return max(sizes, key=sizes.__getitem__) if sizes else 1.0
