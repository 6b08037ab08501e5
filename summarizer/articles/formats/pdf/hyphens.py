"""Words that a line end cuts in two: joined where they are one word, left with their hyphen where it is their own."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from summarizer.articles.formats.pdf.layout import is_unspaced
from summarizer.articles.formats.pdf.lexicon import Known

_END = re.compile(r"(?P<left>\w[\w'’-]{0,60}?)(?P<hyphen>[-\u00ad\u2010\u2011])$")
_START = re.compile(r"[\w'’]+(?:[-\u2010\u2011][\w'’]+)*")
_WORD = re.compile(r"\w+(?:['’-]\w+)*")
_TWO = 2
_CUT = re.compile(r"[\w'’]{1,60}[-\u00ad\u2010\u2011]$")
_DASH_END = re.compile(r"\S[–—]$")
_AND = frozenset("and or to und oder bis sowie en of och eller og et ou y o e i ja tai és vagy sau și и или и́ та або".split())
_OWN_HYPHEN = frozenset("non anti self vice ill well".split())
_ONE_WORD = frozenset(
    """
    nonsense nonchalant nonetheless nonpareil
    antidote antidotes antibody antibodies antibiotic antibiotics antics antique antiques
    antipathy antiseptic antitrust antithesis antifreeze anticlimax antitoxin anticipate
    anticipated anticipation antigen antigens
    selfish selfless selfsame viceroy viceroys illness illnesses wellness wellington wellspring
    """.split()
)
_CURATED = {
    "co": frozenset(
        "author authored chair defendant defendants founder founders owner owners pilot pilots worker workers star".split()
    ),
    "pre": frozenset("war dawn trial election school paid existing emptive season tax pandemic empt recorded arranged".split()),
    "re": frozenset("elect elected election enter entered entry examine examined establish established emerge emerged".split()),
    "post": frozenset("war mortem election pandemic".split()),
}
_DOUBLED = {"re": "e", "pre": "e", "co": "o"}
_CLOSED = frozenset({"de", "nl", "sv", "da", "no", "nb", "nn", "fi", "hu", "et", "is", "lb"})
"""Languages that write compounds as one word: two words of the list make a third."""


@dataclass
class Hyphens:
    """How many cut words were decided, and how many could not be."""

    decided: int = 0
    undecided: int = 0


class Joiner:
    """Joins lines, deciding each hyphen at a line end by the document's own words and its language's word list."""

    def __init__(self, lines: Sequence[str], language: str | None, known: Known | None) -> None:
        self._lines = lines
        self.language = (language or "").split("-")[0]
        self.known = known
        self.count = Hyphens()

    @cached_property
    def own(self) -> Counter[str]:
        """How often each word stands in the middle of the document's lines, in small letters."""
        return Counter(word for line in _without_cut_words(self._lines) for word in _WORD.findall(line.casefold()))

    def joined(self, lines: Sequence[str]) -> str:
        """The lines of one paragraph as one."""
        text = lines[0]
        for line in lines[1:]:
            text = self._with(text, line)
        return text

    def _with(self, text: str, line: str) -> str:
        cut, follows = _END.search(text[-64:]), _START.match(line)
        if cut and follows:
            left, right = cut["left"], follows[0]
            if cut["hyphen"] == "\u00ad":
                return text[:-1] + line
            return text[:-1] + self._mark(left, right) + line
        if text[-1:] == "\u00ad":
            return text[:-1] + line
        if _DASH_END.search(text[-2:]) or _is_unspaced(text, line):
            return text + line
        return f"{text} {line}"

    def _mark(self, left: str, right: str) -> str:
        """What stands between the halves of a cut word: nothing, a hyphen, or a hyphen and a space."""
        if right.casefold() in _AND:
            return "- "
        if left[-1].isdigit() or right[0].isdigit() or (right[0].isupper() and not (left.isupper() and right.isupper())):
            return "-"
        verdict = self._is_one_word(left.casefold(), right.casefold(), name=left[0].isupper())
        if verdict is None:
            self.count.undecided += 1
            return "-"
        self.count.decided += 1
        return "" if verdict else "-"

    def _is_one_word(self, left: str, right: str, *, name: bool) -> bool | None:
        """Whether the halves make one word; None if nothing decides."""
        own = self._by_own_words(left, right)
        if own is not None:
            return own
        last, first = left.rsplit("-", 1)[-1], re.split(r"[-\u2010\u2011]", right)[0]
        if len(last) < _TWO or self._keeps_hyphen(last, first):
            return False
        chained = last != left or first != right
        return self._by_list(last, first, name=name, chained=chained) if self.known else None

    def _by_own_words(self, left: str, right: str) -> bool | None:
        """How the document writes the word in the middle of its lines."""
        whole, hyphened = self.own[left + right], self.own[f"{left}-{right}"]
        return whole > hyphened if whole or hyphened else None

    def _keeps_hyphen(self, left: str, right: str) -> bool:
        """A first part that is set off with a hyphen."""
        if left + right in _ONE_WORD:
            return False
        if right in _CURATED.get(left, ()) or (left in _DOUBLED and right.startswith(_DOUBLED[left])):
            return True
        return left in _OWN_HYPHEN and (self.known is None or (len(right) > _TWO and self.known(right)))

    def _by_list(self, left: str, right: str, *, name: bool, chained: bool) -> bool | None:
        known = self.known
        if known is None:
            return None
        if known(f"{left}-{right}"):
            return False
        if known(left + right):
            return True
        if self.language in _CLOSED:
            return not (left in _FORMER or (left.endswith(("sch", "o")) and right.endswith(_ADJECTIVE)))
        if name:
            return not ((self.own[left] or right in _AFTER_NAMES) and known(right))
        return not ((chained or len(right) > _TWO) and known(left) and known(right))


_ADJECTIVE = ("isch", "ische", "ischen", "ischer", "isches", "ischem")
_FORMER = frozenset("ex vice oud niet nicht non anti pro".split())
_AFTER_NAMES = frozenset(
    "based born led style class backed owned run wide like made era speaking controlled bound area type".split()
)


def _without_cut_words(lines: Sequence[str]) -> Iterator[str]:
    """The lines without the halves of words at their ends and beginnings."""
    cut = False
    for line in lines:
        yield _CUT.sub("", _START.sub("", line, count=1) if cut else line)
        cut = bool(_CUT.search(line[-64:]))


def _is_unspaced(text: str, line: str) -> bool:
    """Chinese or Japanese goes on without a space, and so does a number in it."""
    left, right = text[-1:], line[:1]
    if left.isdigit() and right.isdigit():
        return any(is_unspaced(char) for char in text[-6:] + line[:6])
    return bool(left and right) and (is_unspaced(left) or is_unspaced(right))
