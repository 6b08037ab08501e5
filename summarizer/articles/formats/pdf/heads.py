"""Running heads and feet: what stands in the margin of the pages at one place, again and again."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from summarizer.articles.formats.pdf.layout import Page, Row
from summarizer.articles.publication import find_dates

_EDGE_ROWS = 4
_BAND = 0.16
_PLACE = 4.0
_APART = 1.45
_OTHER_SIZE = 0.06
_LARGER = 1.1
_MOST_WORDS = 25
_ENOUGH = 3
_FEW_WORDS = 4
_FIRST_YEAR = 1800
_NUMBER_AT_EDGE = re.compile(r"^\d{1,4}\b|\b\d{1,4}$")
_TOKEN = re.compile(r"\d+|[^\W\d_]+")
_YEAR = re.compile(r"\W*(?:1[89]|20)\d\d\W*")
_ADDRESS = re.compile(r"https?://\S|\bwww\.\S", re.IGNORECASE)
_COUNT = re.compile(
    r"(?<![\d/])\d{1,4}\s?/\s?\d{1,4}\s*$|\b(?:page|seite|página|pagina|strona|sida|side|стр\.?|страница)\s*\d", re.IGNORECASE
)
_CLOCK = re.compile(r"\b\d{1,2}[:.]\d\d\b")
_STAMP = re.compile(r"\d{1,4}[./-]\d{1,2}[./-]\d{1,4},?\s+\d{1,2}[:.]\d\d")
_PRINTED = re.compile(
    r"\b(?:printed|print date|gedruckt|ausgedruckt|ausdruck|imprim(?:é|ée|er)|impreso|imprimido|impresso|stampato|afgedrukt|"
    r"utskriven|utskrift|udskrevet|wydrukowano|vytištěno|распечатано|напечатано|дата печати|надруковано|yazdırıldı)\b",
    re.IGNORECASE,
)
_DATE_LIKE = re.compile(
    r"(?:©|\([cC]\)|[cC]opyright) ?\d{4}|\d{1,2}(?:st|nd|rd|th)?[.,]? (?:de |of )?[^\W\d_]{3,12}[.,]? (?:de )?\d{2,4}|"
    r"[^\W\d_]{1,8}[.:]? ?\d{1,6}\s*[,|·•–—]|\d{1,2}:\d\d\S*"
)
_NUMBER_OF = re.compile(r"(?<![./\d,-])(?:^|(?<=\s))\d[\d.,]* [^\W\d_]{3,} [^\W\d_]{3,}")
_NUMBER_WORD_OF = re.compile(
    r"^(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|dozens?|hundreds|thousands|"
    r"zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf|zwanzig|hunderte|tausende|"
    r"deux|trois|quatre|cinq|sept|huit|neuf|dix|onze|douze|vingt|trente|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|doce|"
    r"due|tre|quattro|cinque|sei|sette|otto|nove|dieci|dodici|dois|duas|três|quatro|sete|oito|dez|doze|"
    r"twee|drie|vijf|zeven|negen|tien|два|две|три|четыре|пять|шесть|семь|восемь|девять|десять|двенадцать)"
    r" [^\W\d_]{2,} [^\W\d_]{3,}",
    re.IGNORECASE,
)
_ROMAN_DIGITS = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}
_ROMAN = re.compile(r"[ivxlc]{1,8}")
_LETTERS = re.compile(r"[^\W\d_]{2}")


@dataclass(frozen=True, slots=True)
class Head:
    """A row that was taken out, its text, and whether it stood above the text of its page."""

    text: str
    above: bool
    page: int


@dataclass(slots=True)
class _Edge:
    """A row near an edge of its page, `depth` 0 for the outermost; `resumed` if a sentence goes on beyond it."""

    page: int
    row: Row
    above: bool
    depth: int
    apart: bool
    body: float
    resumed: bool = False


def without_heads(pages: Sequence[Page]) -> list[Head]:
    """Take running heads and feet out of the pages' rows; returns them in the order of the pages."""
    pitch, body = line_pitch(pages), _body(pages)
    edges = [edge for index, page in enumerate(pages) for edge in _edges(index, page, pitch, body)]
    resumed = {index for index, page in enumerate(pages) if any(row.text[0].islower() for row in page.rows[:_EDGE_ROWS])}
    for edge in edges:
        edge.resumed = (edge.page if edge.above else edge.page + 1) in resumed
    found = _repeated(edges, len(pages)) | _numbered(edges) | {id(edge.row) for edge in edges if _is_print_mark(edge)}
    heads = _outermost(edges, found)
    taken = {id(edge.row) for edge in heads}
    for page in pages:
        page.rows = [row for row in page.rows if id(row) not in taken]
    return [Head(edge.row.text, edge.above, edge.page) for edge in heads]


def is_print_line(text: str) -> bool:
    """It says when or from where the page was printed: its date is not the article's."""
    return bool(_PRINTED.search(text) or _ADDRESS.search(text) or _CLOCK.search(text))


def _edges(index: int, page: Page, pitch: float, body: float) -> list[_Edge]:
    """The rows in the outer bands of a page, each with what parts it from the text."""
    rows = page.rows
    if len(rows) == 1 or not rows:
        return []
    upper = [row for row in rows[:_EDGE_ROWS] if row.down < _BAND * page.height]
    lower = [row for row in rows[: -_EDGE_ROWS - 1 : -1] if row.down > (1 - _BAND) * page.height]
    found = []
    for above, band in ((True, upper), (False, lower)):
        for depth, row in enumerate(band):
            place = depth + 1 if above else len(rows) - depth - 2
            gap = abs(rows[place].down - row.down) if 0 <= place < len(rows) else 0.0
            found.append(_Edge(index, row, above, depth, gap > _APART * pitch, body))
    return found


def line_pitch(pages: Sequence[Page]) -> float:
    """The usual distance of two lines, points."""
    pairs = (pair for page in pages for pair in pairwise(page.rows))
    gaps = [below.down - row.down for row, below in pairs if below.down - row.down > 0.5 * row.size]
    return median(gaps) if gaps else 1.0


def _body(pages: Sequence[Page]) -> float:
    sizes: Counter[float] = Counter()
    for page in pages:
        for row in page.rows:
            sizes[row.size] += sum(len(segment.text) for segment in row.segments)
    return sizes.most_common(1)[0][0] if sizes else 1.0


def _repeated(edges: list[_Edge], pages: int) -> set[int]:
    """Rows that stand on several pages at one place and differ in nothing but the page's number."""
    groups: dict[tuple[object, ...], list[_Edge]] = defaultdict(list)
    for edge in edges:
        words = tuple(sorted(token.casefold() for token in _TOKEN.findall(edge.row.text) if not token.isdigit()))
        if len(words) <= _MOST_WORDS:
            groups[edge.above, words].append(edge)
    found: set[int] = set()
    for group in groups.values():
        for edge, other in _pairs(group):
            if _is_same_head(edge, other) and _is_head_like(edge, group, pages) and _is_head_like(other, group, pages):
                found |= {id(edge.row), id(other.row)}
    return found


def _numbered(edges: list[_Edge]) -> set[int]:
    """Outermost rows that begin or end with the page's number, in small type or apart from the text and alike."""
    found: set[int] = set()
    for above in (True, False):
        outer = {edge.page: edge for edge in edges if edge.above == above and edge.depth == 0 and _may_be_numbered(edge)}
        for page, edge in outer.items():
            other = outer.get(page + 1)
            if other and _counts_up(edge.row, other.row) and (_is_small(edge) or _shares_words(edge.row, other.row)):
                found |= {id(edge.row), id(other.row)}
    return found


def _may_be_numbered(edge: _Edge) -> bool:
    stands_off = _is_small(edge) or (edge.apart and edge.row.size < _LARGER * edge.body)
    return stands_off and len(edge.row.text.split()) <= _MOST_WORDS and not _counts_something(edge.row.text)


def _is_small(edge: _Edge) -> bool:
    return edge.row.size < (1 - _OTHER_SIZE) * edge.body


def _shares_words(row: Row, other: Row) -> bool:
    words, others = ({token.casefold() for token in _TOKEN.findall(one.text) if not token.isdigit()} for one in (row, other))
    return len(words & others) > 1


def _counts_up(row: Row, other: Row) -> bool:
    pairs = [(a, b) for a in _numbers(row.text) for b in _numbers(other.text)]
    return abs(row.down - other.down) <= _PLACE and any(b - a == 1 and a < _FIRST_YEAR for a, b in pairs)


def _numbers(text: str) -> list[int]:
    """The numbers at the ends of a row, or the Roman one that it is."""
    if _ROMAN.fullmatch(text.casefold()):
        values = [_ROMAN_DIGITS[char] for char in text.casefold()]
        return [sum(-value if value < following else value for value, following in pairwise([*values, 0]))]
    return [int(number) for number in _NUMBER_AT_EDGE.findall(text)]


def _pairs(group: list[_Edge]) -> list[tuple[_Edge, _Edge]]:
    """Each row with those of the next pages, two apart for heads of left and right pages."""
    return [(edge, other) for step in (1, 2, 3) for edge, other in zip(group, group[step:], strict=False)]


def _is_same_head(edge: _Edge, other: _Edge) -> bool:
    if edge.page == other.page or abs(edge.row.down - other.row.down) > _PLACE:
        return False
    if abs(edge.row.size - other.row.size) > _OTHER_SIZE * edge.row.size:
        return False
    numbers, others = (Counter(_TOKEN.findall(one.row.text)) for one in (edge, other))
    here = sorted(int(token) for token in (numbers - others).elements() if token.isdigit())
    there = sorted(int(token) for token in (others - numbers).elements() if token.isdigit())
    if len(here) != len(there) or len(here) > 1:
        return False
    return all(b - a == other.page - edge.page for a, b in zip(here, there, strict=True))


def _is_head_like(edge: _Edge, group: list[_Edge], pages: int) -> bool:
    """Its style and place set it apart from the text."""
    text, size = edge.row.text, edge.row.size
    if _counts_something(text):
        return False
    if not _LETTERS.search(text):
        return size <= _LARGER * edge.body and not _YEAR.fullmatch(text)
    counts = len({tuple(re.findall(r"\d+", other.row.text)) for other in group}) > 1
    if size < (1 - _OTHER_SIZE) * edge.body:
        return True
    if counts and size > _LARGER * edge.body:
        return False
    signs = _ADDRESS.search(text) or _COUNT.search(text) or _PRINTED.search(text) or find_dates(text) or text.isupper()
    often = len(group) >= max(_ENOUGH, 0.6 * pages)
    resumed = any(other.resumed for other in group)
    return edge.apart and bool(signs or often or resumed or size > (1 + _OTHER_SIZE) * edge.body)


def _counts_something(text: str) -> bool:
    """It gives a number of something, as a sentence of the text does, and neither a date nor an issue nor a page."""
    if _NUMBER_WORD_OF.match(text):
        return True
    for span in reversed(find_dates(text)):
        text = text[: span.start] + "|" + text[span.end :]
    return bool(_NUMBER_OF.search(_DATE_LIKE.sub("|", text)))


def _is_print_mark(edge: _Edge) -> bool:
    """What browsers and printing programs write on a page: address and page count, or date and time, in the margin."""
    text, words = edge.row.text.strip(), len(edge.row.text.split())
    if edge.depth > 1 or not (edge.apart or edge.row.size < (1 - _OTHER_SIZE) * edge.body):
        return False
    if words > _MOST_WORDS or edge.row.size > _LARGER * edge.body:
        return False
    if _COUNT.search(text) and (words <= _FEW_WORDS or _ADDRESS.match(text)):
        return True
    return bool(_STAMP.match(text) or (_PRINTED.match(text) and _has_day(text)))


def _has_day(text: str) -> bool:
    return bool(find_dates(text[:60]) or _CLOCK.search(text))


def _outermost(edges: list[_Edge], found: set[int]) -> list[_Edge]:
    """Those found that have nothing but other heads between them and the edge of their page."""
    depths: dict[tuple[int, bool], int] = {}
    heads = []
    for edge in edges:
        side = (edge.page, edge.above)
        if id(edge.row) in found and depths.get(side, 0) == edge.depth:
            depths[side] = edge.depth + 1
            heads.append(edge)
    return heads
