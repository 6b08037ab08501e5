"""The findings: one block each, in the order and under the headings of the report."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from markupsafe import Markup

from summarizer.reporting.findings import (
    CAUSES,
    DECIDERS,
    MOST_SIDES,
    VERDICTS,
    Numbered,
    each_passage_once,
    in_order,
    origins_told,
)
from summarizer.reporting.opening import no_contradiction
from summarizer.reporting.page.decided import decided
from summarizer.reporting.page.html import closed, element, filled, opened, text
from summarizer.reporting.page.naming import Names
from summarizer.reporting.page.sides import full_side, short_side
from summarizer.reporting.page.words import GROUPS, SIGNS
from summarizer.reporting.phrases import count, sentence
from summarizer.reporting.reviewed import DISMISSED
from summarizer.review import SHARPEST, FindingState
from summarizer.schema import Finding, Report
from summarizer.terms import Verdict

States = Mapping[str, FindingState]
FOLDED = frozenset({Verdict.AGREE.value, "dismissed"})


def groups(report: Report, names: Names, states: States) -> Iterator[Markup]:
    """A group a verdict; agreements are folded, and so is, at the end, what reviewers dismissed."""
    numbered = in_order(report)
    place_of = {id(finding): place for place, finding in enumerate(report.findings)}
    cards = {one.number: card(one, place_of[id(one.finding)], names, states[one.finding.finding_id]) for one in numbered}
    dismissed = [one for one in numbered if states[one.finding.finding_id].is_dismissed]
    for verdict, heading in GROUPS.items():
        every = [one for one in numbered if one.finding.verdict is verdict]
        standing = [one for one in every if not states[one.finding.finding_id].is_dismissed]
        if every:
            yield from _group(verdict.value, heading, standing, cards)
        elif verdict is Verdict.CONTRADICT:
            yield element("p", no_contradiction(report), class_="none")
    if dismissed:
        yield from _group("dismissed", DISMISSED, dismissed, cards)


def _group(group: str, heading: str, numbered: Sequence[Numbered], cards: Mapping[int, Markup]) -> Iterator[Markup]:
    """A section; it is one block that folds, so that a reader without the script can skip what agrees."""
    head = element("h3", heading, " ", element("span", f"({len(numbered):,})", class_="size"))
    yield opened("details", class_="group", data_verdict=group, open=group not in FOLDED, hidden=not numbered)
    yield element("summary", head)
    yield from (cards[one.number] for one in numbered)
    yield closed("details")


def card(numbered: Numbered, place: int, names: Names, state: FindingState) -> Markup:
    """One finding with everything that the report knows of it; `place` is where it stands in the list of findings."""
    finding = numbered.finding
    return element(
        "article",
        element("p", *_tags(finding, state), class_="tags"),
        element("h4", _title(numbered)),
        element("p", sentence(finding.why), class_="why", dir="auto") if finding.why.strip() else None,
        decided(state),
        element("div", *_evidence(finding, names), class_="evidence"),
        class_="finding",
        id=f"f-{finding.finding_id}",
        data_number=numbered.number,
        data_place=place,
    )


def _title(numbered: Numbered) -> Markup:
    question = element("bdi", numbered.finding.question.strip() or "(no question given)", class_="question")
    number = element("span", f"{numbered.number}.", class_="number")
    return element("a", number, " ", question, href=f"#f-{numbered.finding.finding_id}")


def _tags(finding: Finding, state: FindingState) -> Iterator[Markup]:
    sign = element("span", SIGNS[finding.verdict], aria_hidden="true")
    yield element("span", sign, f" {VERDICTS[finding.verdict]}", class_=f"tag v-{finding.verdict.value}")
    yield element("span", f"{finding.severity.value} severity", class_=f"tag s-{finding.severity.value}")
    yield element("span", finding.kind.value, class_="tag")
    for word, holds in (("background", finding.background), ("not weighed", finding.unweighed), ("new", state.is_new)):
        if holds:
            yield element("span", word, class_=f"tag t-{word.partition(' ')[0]}")


def _evidence(finding: Finding, names: Names) -> Iterator[Markup]:
    shown = each_passage_once(finding.sides)
    yield element("div", *(full_side(side, names) for side in shown[:SHARPEST]), class_="sides")
    also = [short_side(side, names) for side in shown[SHARPEST:MOST_SIDES]]
    if len(shown) > MOST_SIDES:
        also.append(element("li", f"And {count(len(shown) - MOST_SIDES, 'further passage')}, listed in report.json."))
    if also:
        yield element("p", "Also:", class_="label")
        yield element("ul", *also, class_="further")
    yield element("p", *_provenance(finding, names), class_="provenance")


def _provenance(finding: Finding, names: Names) -> Iterator[Markup]:
    """Why it is none, what would settle it, what code found, who decided, and how many origins it rests on."""
    origins = origins_told(finding, names.labels, str)
    told = [
        f"Why it is no contradiction: {CAUSES[finding.cause]}." if finding.cause else "",
        f"What would settle it: {sentence(finding.settle)}" if finding.settle and finding.verdict is Verdict.UNSURE else "",
        f"Check in code: {sentence(finding.code_says)}" if finding.code_says else "",
        f"{DECIDERS[finding.decided_by]}.",
        _second_reading(finding),
        f"{origins[:1].upper()}{origins[1:]}.",
    ]
    yield text(" ".join(one for one in told if one))
    yield filled(" {}", element("code", finding.finding_id))


def _second_reading(finding: Finding) -> str:
    if finding.second is None:
        return ""
    return "Confirmed by a second reading." if finding.second is finding.verdict else f"Second reading: {finding.second.value}."
