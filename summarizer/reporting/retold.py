"""Who retells whom, and what each retelling changed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from summarizer.reporting.escape import escape
from summarizer.reporting.findings import Findings, folded
from summarizer.reporting.phrases import count, listed, sentence, some
from summarizer.reporting.places import Places
from summarizer.schema import Change, Origin, Report, Retelling
from summarizer.terms import Verdict

CHANGED = {
    "figure": "Another figure",
    "quotation": "Other words in quotation marks",
    "negation": "A negation",
    "name": "Another name",
    "hedge": "A word of caution",
}
"""What the kinds of changes are called."""
Between = Mapping[frozenset[str], Sequence[int]]
"""For each two articles the numbers of the findings between them."""
_LONGEST = 220
OWN_REPORTING = "own reporting"
_ALONE_SHOWN = 12
"""So many articles that are an origin of their own are told one by one; more of them in one line."""
_WHOLE = 0.98
"""Share of a text from which it is printed word for word."""
_WHOLE_SHOWN = 3
"""So many unchanged retellings are told one by one; more of them in one line."""


def retold(report: Report, places: Places, findings: Findings) -> Iterator[str]:
    """First the origins that several articles share, then those of one article; then each retelling's changes."""
    ranked = sorted(report.origins, key=lambda origin: -len(origin.article_ids))
    alone = [origin for origin in ranked if len(origin.article_ids) == 1 and origin.basis == OWN_REPORTING]
    if len(alone) > _ALONE_SHOWN:
        ranked = [origin for origin in ranked if len(origin.article_ids) > 1 or origin.basis != OWN_REPORTING]
    lines = [_origin(origin, places) for origin in ranked]
    if len(alone) > _ALONE_SHOWN:
        names = some([places.name(origin.article_ids[0]) for origin in alone])
        lines.append(f"- {names}: {OWN_REPORTING}, {count(len(alone), 'origin')}.")
    if lines:
        yield "\n".join(lines)
    between = _between(findings)
    in_short = _in_short(report.retellings, between)
    for retellings in in_short.values():
        yield _unchanged(retellings, places)
    told = {id(retelling) for retellings in in_short.values() for retelling in retellings}
    for retelling in report.retellings:
        if id(retelling) not in told:
            yield from _retelling(retelling, places, between)


def _in_short(retellings: Sequence[Retelling], between: Between) -> dict[str, list[Retelling]]:
    """By the article that they print word for word, those that need no word of their own, where they are many."""
    plain: dict[str, list[Retelling]] = defaultdict(list)
    for one in retellings:
        if not one.changes and one.shared >= _WHOLE and frozenset((one.told_id, one.retold_id)) not in between:
            plain[one.told_id].append(one)
    return {told_id: found for told_id, found in plain.items() if len(found) > _WHOLE_SHOWN}


def _origin(origin: Origin, places: Places) -> str:
    names = some([places.name(article_id) for article_id in origin.article_ids])
    label, basis = escape(origin.label), escape(sentence(origin.basis))
    return f"- {names}: {basis}" if label in {"", names} else f"- **{label}** ← {names}: {basis}"


def _unchanged(retellings: Sequence[Retelling], places: Places) -> str:
    """Many articles that print a text as it is, in one line."""
    names = some([places.name(retelling.retold_id) for retelling in retellings])
    return f"**{len(retellings):,} articles print {places.name(retellings[0].told_id)} word for word**: {names}."


def _retelling(retelling: Retelling, places: Places, between: Between) -> Iterator[str]:
    """What one article made of the text it is laid against, with the findings between the two."""
    retold_name, told_name = places.name(retelling.retold_id), places.name(retelling.told_id)
    share = f"{retelling.shared:.0%} of its text stands word for word there"
    numbers = between.get(frozenset((retelling.told_id, retelling.retold_id)), ())
    also = f" Findings between the two: {listed([str(number) for number in numbers])}." if numbers else ""
    yield f"**{retold_name}, laid against {told_name}**: {share}; {_size(retelling.changes)}.{also}"
    lines = [_change(change, retold_name, told_name) for change in retelling.changes]
    if lines:
        yield from folded(f"What was changed ({len(lines)})", ["\n".join(lines)])


def _size(changes: tuple[Change, ...]) -> str:
    if not changes:
        return "no figure, name, negation, quotation or word of caution differs in a passage that both have"
    return f"{count(len(changes), 'passage')} changed in a figure, name, negation, quotation or word of caution"


def _change(change: Change, retold_name: str, told_name: str) -> str:
    what = CHANGED.get(change.what) or escape(change.what)
    told = f"“{escape(_short(change.told.quote))}” — {told_name}, characters {change.told.start}–{change.told.end}"
    retold = f"“{escape(_short(change.retold.quote))}” — {retold_name}, characters {change.retold.start}–{change.retold.end}"
    return f"- {what}: {escape(change.note)}\n  - {told}\n  - {retold}"


def _short(quote: str) -> str:
    line = " ".join(quote.split())
    return line if len(line) <= _LONGEST else f"{line[:_LONGEST].rsplit(' ', 1)[0]} …"


def _between(findings: Findings) -> dict[frozenset[str], list[int]]:
    """For each two articles the numbers of the findings whose sharpest two sides stand in them."""
    numbers: dict[frozenset[str], list[int]] = defaultdict(list)
    for numbered in findings.numbered:
        if numbered.finding.verdict is not Verdict.AGREE:
            numbers[frozenset(side.article_id for side in numbered.finding.sides[:2])].append(numbered.number)
    return numbers
