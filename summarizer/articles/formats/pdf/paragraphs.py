"""Lines joined to paragraphs, across columns and pages, with what interrupts a sentence set after it."""

from __future__ import annotations

import re
from collections import defaultdict, deque
from collections.abc import Sequence
from itertools import islice, pairwise
from statistics import median

from summarizer.articles.formats.pdf.lines import Line, Part
from summarizer.articles.formats.pdf.sentences import is_finished

_HYPHEN_END = re.compile(r"[^\W\d_][-\u00ad\u2010]$")
_OPEN_END = re.compile(r"[,;–—-]$")
_BULLET = re.compile(r"(?:[•‣◦▪●■]|[*–—-]\s)")
_OPENING = "\"'“„‘«»(["
_LOOK_AHEAD = 60
_INDENT = 0.7
_SPACING = 1.35
_FAR = 2.6
_OTHER_SIZE = 0.06
_HEADING = 1.12
_CHAR_WIDTH = 0.5
_WIDE_CHAR = "\u3000"
_LOOSE = 0.25
_SOME_WORDS = 4
_MOST_LEADING = 1.7

Paragraph = list[Line]


def paragraphs_of(lines: Sequence[Line], body: float) -> list[Paragraph]:
    """The lines grouped to paragraphs; what stands in the middle of one, such as a box or a note, follows it."""
    pitches = _pitches(lines, body)
    queue = deque(lines)
    done: list[Paragraph] = []
    while queue:
        paragraph, held = [queue.popleft()], []
        while queue:
            if not _joins(paragraph[-1], queue[0], pitches):
                between = _interruption(queue, paragraph[-1])
                if not between:
                    break
                held += [queue.popleft() for _ in range(between)]
            paragraph.append(queue.popleft())
        done.append(paragraph)
        queue.extendleft(reversed(held))
    return done


class _Pitches(dict[float, float]):
    """The usual distance of two lines by type size, points."""

    def of(self, line: Line) -> float:
        return self.get(round(line.size, 1), 1.3 * line.size)


def _pitches(lines: Sequence[Line], body: float) -> _Pitches:
    gaps: dict[float, list[float]] = defaultdict(list)
    for last, line in pairwise(lines):
        if last.column == line.column and _is_alike(last, line) and line.down > last.down:
            gaps[round(line.size, 1)].append(line.down - last.down)
    pitches = _Pitches()
    for size, found in gaps.items():
        pitches[size] = median(found) if abs(size - body) < 1 else min(median(found), _MOST_LEADING * size)
    return pitches


def _is_alike(last: Line, line: Line) -> bool:
    return abs(last.size - line.size) <= _OTHER_SIZE * last.size


def _joins(last: Line, line: Line, pitches: _Pitches) -> bool:
    """The line goes on with the paragraph that ends in `last`."""
    if last.part is not line.part or line.part is Part.CELLS or line.label or not _is_alike(last, line):
        return False
    if _BULLET.match(line.text) or (last.bold != line.bold and not _resumes(last, line)):
        return False
    if _HYPHEN_END.search(last.text[-3:]) and line.text[0].isalpha():
        return True
    if last.column == line.column and line.down > last.down:
        return _joins_below(last, line, pitches)
    return _joins_elsewhere(last, line)


def _joins_below(last: Line, line: Line, pitches: _Pitches) -> bool:
    """The same for a line under the last one in its column."""
    gap, pitch = line.down - last.down, pitches.of(line)
    if gap > _SPACING * pitch:
        near = gap < _FAR * pitch or not _fits(last, line)
        return near and _resumes(last, line) and not _ends_short(last, line)
    if _is_indented(line) and not _is_indented(last):
        return not is_finished(last.text) and (_resumes(last, line) or not _fits(last, line))
    if not _fits(last, line):
        return True
    if is_finished(last.text):
        return False
    return _resumes(last, line) or not _ends_short(last, line)


def _joins_elsewhere(last: Line, line: Line) -> bool:
    """The same for the first line of the next column or page."""
    if is_finished(last.text):
        return line.text[0].islower() and not _is_indented(line)
    if _resumes(last, line) or (line.text[0].isdigit() and last.text.count(" ") >= _SOME_WORDS):
        return True
    return not _is_indented(line) and (not _fits(last, line) or not _ends_short(last, line))


def _resumes(last: Line, line: Line) -> bool:
    """The words go on in the middle of a sentence."""
    if is_finished(last.text):
        return False
    first = line.text.lstrip(_OPENING)[:1]
    return first.islower() or bool(_OPEN_END.search(last.text))


def _fits(last: Line, line: Line) -> bool:
    """The line's first word had room at the end of the last, so that a new paragraph begins with it."""
    word = line.text.split(" ", 1)[0]
    letters = 1.0 if word[:1] >= _WIDE_CHAR else len(word) * _CHAR_WIDTH
    return last.right - last.end > 1.15 * (letters + 0.25) * line.size


def _ends_short(last: Line, line: Line) -> bool:
    """So much room is left after the last line that no ragged margin explains it."""
    return last.right - last.end > _LOOSE * max(last.right - last.left, line.right - line.left)


def _is_indented(line: Line) -> bool:
    return line.start - line.left > _INDENT * line.size


def _interruption(queue: deque[Line], last: Line) -> int:
    """How many lines stand between an unfinished line and the one that goes on with it; 0 if nothing goes on."""
    if last.part is not Part.TEXT or is_finished(last.text):
        return 0
    for count, line in enumerate(islice(queue, _LOOK_AHEAD)):
        if line.part is Part.TEXT and _is_alike(last, line) and line.bold == last.bold:
            full = line.column != last.column and not _is_indented(line) and not _fits(last, line)
            return count if full or _resumes(last, line) or _HYPHEN_END.search(last.text[-3:]) else 0
    return 0
