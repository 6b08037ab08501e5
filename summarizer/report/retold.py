"""Who retells whom, and what each retelling changed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from summarizer.report.escape import code, escape
from summarizer.report.findings import Findings, folded
from summarizer.report.phrases import count, listed, sentence
from summarizer.report.places import Places
from summarizer.schema import Change, Origin, Report, Retelling
from summarizer.terms import Verdict

_WHAT = {
    "figure": "Another figure",
    "quotation": "Other words in quotation marks",
    "negation": "A negation",
    "name": "Another name",
    "hedge": "A word of caution",
}
_LONGEST = 220


def retold(report: Report, places: Places, findings: Findings) -> Iterator[str]:
    """First the origins that several articles share, then those of one article; then each retelling's changes."""
    ranked = sorted(report.origins, key=lambda origin: -len(origin.article_ids))
    lines = [_origin(origin, places) for origin in ranked]
    if lines:
        yield "\n".join(lines)
    for retelling in report.retellings:
        yield from _retelling(retelling, places, findings)


def _origin(origin: Origin, places: Places) -> str:
    names = listed([places.name(article_id) for article_id in origin.article_ids])
    label, basis = escape(origin.label), escape(sentence(origin.basis))
    return f"- {names}: {basis}" if label in {"", names} or code(origin.label) == names else f"- **{label}** ← {names}: {basis}"


def _retelling(retelling: Retelling, places: Places, findings: Findings) -> Iterator[str]:
    """What one article made of the text it is laid against, with the findings between the two."""
    retold_name, told_name = places.name(retelling.retold_id), places.name(retelling.told_id)
    share = f"{retelling.shared:.0%} of its text stands word for word there"
    numbers = list(_between(retelling, findings))
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
    what = _WHAT.get(change.what, change.what)
    told = f"“{escape(_short(change.told.quote))}” — {told_name}, characters {change.told.start}–{change.told.end}"
    retold = f"“{escape(_short(change.retold.quote))}” — {retold_name}, characters {change.retold.start}–{change.retold.end}"
    return f"- {what}: {escape(change.note)}\n  - {told}\n  - {retold}"


def _short(quote: str) -> str:
    line = " ".join(quote.split())
    return line if len(line) <= _LONGEST else f"{line[:_LONGEST].rsplit(' ', 1)[0]} …"


def _between(retelling: Retelling, findings: Findings) -> Iterable[int]:
    """Numbers of the findings whose sharpest two sides stand in the two articles."""
    both = {retelling.told_id, retelling.retold_id}
    for numbered in findings.numbered:
        sides = numbered.finding.sides[:2]
        if numbered.finding.verdict is not Verdict.AGREE and {side.article_id for side in sides} == both:
            yield numbered.number
