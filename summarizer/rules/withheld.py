"""The parts of a sentence that it does not assert: said to be untrue, unconfirmed, supposed, asked or rumoured."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from summarizer.answers import Stance
from summarizer.quantities import Quantity
from summarizer.text import Span


@dataclass(frozen=True)
class Withheld:
    """A part that is not asserted; offsets in the sentence.

    Attributes:
        stance: how it is put forward instead; None if it is not put forward at all.
    """

    part: Span
    stance: Stance | None = None

    def holds(self, figure: Quantity) -> bool:
        """The figure stands in this part."""
        return self.part.start <= figure.start and figure.end <= self.part.end


_FEW_WORDS = r"(?:[\w’'-]{1,20}\s+){0,3}?"
_NOT = r"(?:not|never|no\s+longer|\w{2,8}n[’']t|hardly|cannot|far\s+from|yet\s+to\s+be)"
_REPORTS = (
    r"(?:reports?|claims?|allegations?|assertions?|suggestions?|stor(?:y|ies)|accusations?|accounts?|ideas?|notions?|theor(?:y|ies)|"
    r"statements?|assumptions?|beliefs?|messages?|posts?|figures?|estimates?|tolls?|numbers?|rumou?rs?|speculation|headlines?)"
)
_TOLD = rf"(?:{_REPORTS}|videos?|photos?|photographs?|pictures?|images?|footage|clips?|recordings?|tweets?|letters?|documents?)"
_FALSE = (
    r"(?:false|untrue|incorrect|inaccurate|wrong|mistaken|erroneous|baseless|unfounded|groundless|fabricated|fictitious|invented|"
    r"exaggerated|overstated|inflated|misleading|fake|disproved|disproven|debunked|discredited|retracted|withdrawn|corrected|nonsense|"
    r"rubbish|fiction|impossible|inconceivable|unthinkable|denied|dismissed|rejected|refuted|rebutted|ruled\s+out|"
    r"an?\s+(?:\w+\s+)?(?:lie|myth|hoax|fabrication|exaggeration|error|mistake|rumou?r|invention))"
)
_TRUE = r"(?:true|the\s+case|correct|right|accurate|so|credible|a\s+fact)"
_OPEN = (
    r"(?:unclear|uncertain|unknown|unconfirmed|unverified|unproven|unproved|unlikely|doubtful|debatable|disputed|questionable|"
    r"undecided|unsubstantiated|uncorroborated|in\s+doubt|in\s+dispute|an\s+open\s+question)"
)
_KNOWN = (
    r"(?:clear|known|certain|confirmed|verified|corroborated|established|proved|proven|sure|decided|determined|evident|likely|"
    r"possible|announced|disclosed|said|reported|shown|demonstrated|found|substantiated|authenticated|checked|acknowledged|admitted)"
)
_BE = (
    r"(?:is|are|was|were|be|been|being|seems?|seemed|remains?|remained|proved|proves|looks?|appears?|appeared|[’']s|[’']re|it)"
)
_COMPLEMENT = r"\s+(?:that|whether|if|to\s+(?:say|suggest|claim|think|assume|report|state))\b"


def _compiled(*patterns: str) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(pattern, re.IGNORECASE) for pattern in patterns)


# What follows the match, up to the end of its clause, is said not to be so.
_DENYING = _compiled(
    rf"\b{_BE}\s+{_FEW_WORDS}{_FALSE}{_COMPLEMENT}",
    rf"\b{_NOT}\s+{_FEW_WORDS}{_TRUE}{_COMPLEMENT}",
    rf"\b(?:falsely|wrongly|incorrectly|erroneously|mistakenly|inaccurately|untruthfully)\s+{_FEW_WORDS}(?:report|said|say|stat|claim|put|"
    r"list|g[ai]v|suggest|assert|announc|alleg|told|cit|quot|count|record|impl|describ|attribut)\w*",
    r"\b(?:misstated|misreported|overstated|exaggerated|made\s+up|invented|fabricated)\b",
    rf"\b(?:false|fake|untrue|erroneous|mistaken|incorrect|inaccurate|unfounded|baseless|groundless|bogus|debunked|discredited|denied|"
    rf"exaggerated)\s+{_FEW_WORDS}{_REPORTS}\b",
    r"\b(?:hoax(?:es)?|myths?|lies?|falsehoods?)\s+(?:\w+\s+)?(?:that|about|of|saying|claiming)\b",
    rf"\bcontrary\s+to\s+{_FEW_WORDS}{_REPORTS}\b",
    r"\brul(?:es?|ed|ing)\s+out\s+(?:that|the\s+possibility\s+that)\b",
    r"\b(?:wrong|mistaken|incorrect)\s+to\s+(?:say|report|claim|suggest|think|state)\b",
    r"\b(?:not|n[’']t|never)\s+(?:kill(?:ed)?|injured?|wound(?:ed)?|hurt|claim(?:ed)?|cost|destroy(?:ed)?)\s+(?=\S{0,12}\d|\w+\s+(?:people|lives))",
)
# What follows is neither said to be so nor not to be so.
_OPENING = _compiled(
    rf"\b{_BE}\s+{_FEW_WORDS}{_OPEN}{_COMPLEMENT}",
    rf"^(?:\W*\w+\W+){{0,3}}?{_OPEN}{_COMPLEMENT}",
    rf"\b{_NOT}\s+{_FEW_WORDS}{_KNOWN}\s+{_FEW_WORDS}(?:that|whether|if)\b",
    rf"\b(?:no|without|little|any|scant|insufficient|lack\s+of|absence\s+of)\s+{_FEW_WORDS}(?:evidence|proof|signs?|indications?|"
    rf"confirmation|suggestion|records?|truth|basis|hint|grounds|reason|word|reports?|claims?)\s+(?:was\s+|were\s+|found\s+|seen\s+){{0,2}}(?:(?:that|whether|to|in)\b|(?:of|for)\s+(?!the\b|those\b|these\b))",
    rf"\b(?:unconfirmed|unverified|uncorroborated|unsubstantiated|conflicting|contradictory|wild)\s+{_FEW_WORDS}{_REPORTS}\b",
    r"\b(?:rumou?rs?|speculation|gossip|conjecture|conspiracy\s+theor(?:y|ies)|suspicions?|doubts?(?<!no\sdoubt))\s+(?:that|about|of|over|whether)\b",
    r"\b(?:not|never|\w{2,8}n[’']t|cannot)\s+(?:immediately\s+|independently\s+){0,2}(?:confirm|verify|corroborate|substantiate)\b",
    r"\bapologi[sz](?:e[sd]?|ing)\s+for\s+(?:\w+ly\s+)?(?:saying|claiming|reporting|stating|suggesting|writing|tweeting)\b",
    r"\b(?:not|never|\w{2,8}n[’']t|cannot)\s+(?:\w+ly\s+)?(?:rule\s+out|exclude|discount)\b",
    r"\b(?:expected|due|set|likely|going|hoping|planning|wants?|wanted|ready|prepared|about|scheduled|asked|urged|forced)\s+to\s+"
    r"(?:\w+ly\s+)?(?:say|announce|confirm|report|claim|tell|declare|reveal|admit|argue|deny|state)\b",
    r"\b(?:if|unless|lest|whether|supposing|suppose|assuming|imagine|provid(?:ed|ing)\s+that|in\s+case|as\s+though|in\s+the\s+event)\b"
    r"(?!\s+(?:not|only|any|ever|it\s+were\s+not)\b)",
)
# So is what stands between the noun and what is said of it.
_TAKEN_BACK = _compiled(
    rf"\b{_TOLD}\b[^;]{{1,200}}?\b(?:{_BE}|as)\s+{_FEW_WORDS}{_FALSE}\b",
    rf"\b{_REPORTS}\b[^;]{{1,200}}?\b{_NOT}\s+{_FEW_WORDS}{_TRUE}\b",
)
_UNCONFIRMED = _compiled(
    rf"\b{_REPORTS}\b[^;]{{1,200}}?\b{_NOT}\s+(?:be\s+|been\s+|yet\s+)?{_FEW_WORDS}{_KNOWN}\b",
    rf"\b{_REPORTS}\b[^;]{{1,200}}?\b{_BE}\s+{_FEW_WORDS}{_OPEN}\b",
)
_Rules = tuple[tuple[tuple[re.Pattern[str], ...], Stance | None], ...]
_AHEAD: _Rules = ((_DENYING, "denied"), (_OPENING, None))
_WITHIN: _Rules = ((_TAKEN_BACK, "denied"), (_UNCONFIRMED, None))
# These weaken their own clause.
_POSSIBLE = re.compile(
    r"\b(?:may|might|could|would)\b(?!\s+not\b)|\bfear(?:ed|s)?\b|\b(?:expected|forecast|set)\s+to\b|\bpossibly\b|"
    r"\bpotentially\b|\b(?:is|are|was|were|be|looks?|seems?|appears?)\s+(?:\w+ly\s+|very\s+|most\s+)?likely\s+(?:to|that)\b|\bpredict(?:ed|s)?\b"
)
_HEARSAY = re.compile(
    r"\b(?:claiming|alleging|purporting)\b|\b(?:accused|suspected)\s+of\b|\bcharged\s+with\b|"
    r"\b(?:allegedly|reportedly|supposedly|purportedly|apparently|ostensibly|unofficially)\b|"
    r"\b(?:are|is|was|were|been)\s+(?:\w+ly\s+)?(?:believed|thought|presumed|assumed|suspected|rumou?red|alleged|claimed|supposed|said|reported)\s+"
    rf"(?:to\b|dead\b|killed\b|missing\b|that\b|have\b)|\b(?!(?:figures?|tolls?|numbers?)\b){_REPORTS}\s+(?:that|of|about|suggesting|saying|alleging|claiming)\b"
)
_WEAKENING: tuple[tuple[re.Pattern[str], Stance], ...] = ((_HEARSAY, "alleged"), (_POSSIBLE, "expected"))
_ASKING = re.compile(
    r"\W*(?:and|but|so|or)?\s*(?:is|are|was|were|do|does|did|has|have|had|can|could|will|would|should|may|might|shall|must|"
    r"(?:is|are|was|were|do|does|did|has|have|had)n[’']t)\b",
    re.IGNORECASE,
)
_INVERTED = re.compile(r"\W*(?:should|had|were)\s+(?!(?:to\b|been\b|be\b|have\b))\w[^?]*$", re.IGNORECASE)
_CLAUSE_END = re.compile(
    r"[;!?—]|[,.][”\"]|\.(?=\s|$|[”\"])|\s[-–]\s|,\s+(?=(?:but|and|or|though|although|while|whereas|yet|which|who|according|as|he|she|they|it|we|"
    r"the|a|an|this|that|these|those|there|then|his|her|their|police|officials|[A-Z][\w’-]*)\b)|,\s+(?=\w+\s+(?:said|says|told))|"
    r"\s(?=but\s)"
)
_DEFINITE = re.compile(r"\b(?:the|all|these|those|its|their|his|her|our|other)\s+(?:\w+\s+)?$", re.IGNORECASE)
_REPLACED = re.compile(r"\b(?:not|rather\s+than|instead\s+of)\s+(?:the\s+)?(?:\w+\s+){0,2}$", re.IGNORECASE)
_NOT_SO = re.compile(
    r"(?:\s+[a-z’'-]+){0,2}?\s+(?:(?:was|were|had|have|has|did|is|are)\s+not|(?:was|were|had|have|has|did|is|are)n[’']t|never)\s+"
    r"(?:been\s+)?(?:killed|died?|dead|injured|hurt|wounded|harmed|murdered|arrested|detained|missing|displaced|evacuated)\b"
)
_INSTEAD = re.compile(r"(?:\s+\w+){0,2},\s+(?:and\s+)?not\s+(?:the\s+)?(?:\w+\s+)?")
_LONGEST_LEFT = 40
# No real clause is longer; the bound keeps the work linear.
_LONGEST_CLAUSE = 400
_WEAK_CLAUSE_END = re.compile(
    rf"{_CLAUSE_END.pattern}|,\s|\s(?=(?:and\s+(?:may|might|could|would)|who|said|says?|saying|whom)\b)"
)


def withheld(text: str, figures: Sequence[Quantity]) -> list[Withheld]:
    """The parts of a sentence that it does not assert, those not put forward at all first.

    What is named as known ("whether the 12 dead were miners") is asserted all the same and is in none of them: such
    figures are cut out.
    """
    return [*_unasserted(text), *_replaced(text, figures), *_unharmed(text, figures), *_weakened(text, figures)]


def is_presupposed(text: str, figure: Quantity) -> bool:
    """The figure is named as known: "the 12 dead", "all 40 miners"."""
    before = text[max(0, figure.start - _LONGEST_LEFT) : figure.start]
    replaced = _REPLACED.search(before)
    return _DEFINITE.search(before) is not None and (replaced is None or replaced.group().lower().startswith("not"))


def _unasserted(text: str) -> Iterator[Withheld]:
    if text.rstrip(" ”\"'’)").endswith("?") and _ASKING.match(text):
        yield Withheld(Span(0, len(text)))
    elif _INVERTED.match(text):
        yield Withheld(Span(0, _clause_end(text, 0)))
    for patterns, stance in _AHEAD:
        for match in _matches(patterns, text):
            yield Withheld(Span(match.start(), _clause_end(text, match.end())), stance)
    for patterns, stance in _WITHIN:
        for match in _matches(patterns, text):
            yield Withheld(Span(match.start(), match.end()), stance)


def _matches(patterns: Sequence[re.Pattern[str]], text: str) -> Iterator[re.Match[str]]:
    for pattern in patterns:
        yield from pattern.finditer(text)


def _clause_end(text: str, start: int, end_mark: re.Pattern[str] = _CLAUSE_END) -> int:
    limit = min(len(text), start + _LONGEST_CLAUSE)
    match = end_mark.search(text, start, limit)
    return match.start() if match else limit


def _replaced(text: str, figures: Sequence[Quantity]) -> Iterator[Withheld]:
    """The figure that another one takes the place of: "not 40 but 14", "rather than the 40 first reported"."""
    for figure in figures:
        match = _REPLACED.search(text[max(0, figure.start - _LONGEST_LEFT) : figure.start])
        contrasted = match is not None and (
            not match.group().lower().startswith("not") or _is_contrasted(text, figure) or _corrects(text, figure, figures)
        )
        if contrasted:
            yield Withheld(Span(figure.start, figure.end), "denied")


def _unharmed(text: str, figures: Sequence[Quantity]) -> Iterator[Withheld]:
    """Those of whom it is said that nothing befell them: "forty people were not killed"."""
    for figure in figures:
        if _NOT_SO.match(text, figure.end):
            yield Withheld(Span(figure.start, figure.end), "denied")


def _corrects(text: str, figure: Quantity, figures: Sequence[Quantity]) -> bool:
    """True for the second of "14, not 40"."""
    before = next((f for f in reversed(figures) if f.end <= figure.start), None)
    return before is not None and _INSTEAD.fullmatch(text, before.end, figure.start) is not None


def _is_contrasted(text: str, figure: Quantity) -> bool:
    return re.match(r"(?:\s+\w+){0,3}?,?\s+(?:but|as)\b", text[figure.end : figure.end + 60]) is not None


def _weakened(text: str, figures: Sequence[Quantity]) -> Iterator[Withheld]:
    """The clauses of figures that are only possible, expected or reported from hearsay."""
    for figure in figures:
        clause = Span(_clause_start(text, figure.start), _clause_end(text, figure.end, _WEAK_CLAUSE_END))
        for pattern, stance in _WEAKENING:
            if pattern.search(clause.of(text)):
                yield Withheld(Span(figure.start, figure.end), stance)
                break


def _clause_start(text: str, end: int) -> int:
    low = max(0, end - _LONGEST_CLAUSE)
    return max((match.end() for match in _WEAK_CLAUSE_END.finditer(text, low, end)), default=low)
