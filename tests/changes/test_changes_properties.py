"""Two reports alike have no changes, and what changed from one to the other is the same from either side."""

from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from summarizer.changes import Changes, changes_between
from summarizer.changes.matching import matched
from summarizer.reporting import parse_report
from summarizer.schema import Report
from summarizer.terms import Severity, Verdict

FILE = Path(__file__).parent.parent.parent / "reports" / "afghanistan" / "report.json"
WHOLE = parse_report(FILE.read_bytes(), "report.json")
_OTHER = {"old": "new", "new": "old"}


def without(report: Report, article_id: str) -> Report:
    """The report without an article and all that rests on it."""
    findings = (one for one in report.findings if all(side.article_id != article_id for side in one.sides))
    origins = (
        one.model_copy(update={"article_ids": tuple(two for two in one.article_ids if two != article_id)})
        for one in report.origins
    )
    return report.model_copy(
        update={
            "summaries": tuple(one for one in report.summaries if one.article.article_id != article_id),
            "findings": tuple(findings),
            "origins": tuple(one for one in origins if one.article_ids),
            "measures": (),
            "topics": (),
            "retellings": (),
        }
    )


def rewritten(report: Report, number: int) -> Report:
    """The report with other figures and words in one article, whose id is another one then."""
    summary = report.summaries[number]
    old = summary.article.article_id
    article = summary.article.model_copy(
        update={"article_id": "a" + old[::-1], "text": summary.article.text.replace("people", "persons"), "text_sha256": None}
    )
    figures = (one.model_copy(update={"low": one.low + 1 if one.low is not None else None}) for one in summary.figures)
    words = (one.model_copy(update={"quote": one.quote.replace("people", "persons")}) for one in summary.attributions)
    summary = summary.model_copy(update={"article": article, "figures": tuple(figures), "attributions": tuple(words)})
    renamed = (
        one.model_copy(
            update={
                "sides": tuple(
                    side.model_copy(update={"article_id": article.article_id}) if side.article_id == old else side
                    for side in one.sides
                )
            }
        )
        for one in report.findings
    )
    summaries = [summary if at == number else one for at, one in enumerate(report.summaries)]
    return report.model_copy(
        update={"summaries": tuple(summaries), "findings": tuple(renamed), "measures": (), "origins": (), "batches": ()}
    )


@st.composite
def reports(draw: st.DrawFn) -> Report:
    report = WHOLE
    if draw(st.booleans()):
        report = rewritten(report, draw(st.integers(0, len(report.summaries) - 1)))
    for _ in range(draw(st.integers(0, 2))):
        report = without(report, draw(st.sampled_from(report.summaries)).article.article_id)
    findings = list(report.findings)
    kept = draw(st.sets(st.integers(0, max(0, len(findings) - 1)), min_size=min(3, len(findings))))
    findings = [one for at, one in enumerate(findings) if at in kept]
    for at, one in enumerate(findings):
        if draw(st.integers(0, 4)) == 0:
            update: dict[str, object] = {
                "verdict": draw(st.sampled_from(Verdict)),
                "severity": draw(st.sampled_from(Severity)),
                "sides": draw(st.permutations(one.sides)),
            }
            if draw(st.booleans()):
                update["finding_id"] = f"f{at}"
            findings[at] = one.model_copy(update={**update, "sides": tuple(one.sides)} if draw(st.booleans()) else update)
    findings = [one.model_copy(update={"sides": tuple(one.sides)}) for one in draw(st.permutations(findings))]
    run = report.run.model_copy(update={"version": draw(st.sampled_from(["0.1.0", "0.2", "1"]))})
    return report.model_copy(update={"findings": tuple(findings), "run": run})


def turned(value: object, key: str = "") -> object:
    """The same with old and new, what was lost and gained swapped, lists in an order of their own."""
    swapped = {
        "old": "new", "new": "old", "old_standing": "new_standing", "new_standing": "old_standing",
        "lost": "gained", "gained": "lost",
    }  # fmt: skip
    if isinstance(value, dict):
        return {swapped.get(name, name): turned(one, name) for name, one in value.items()}
    return [turned(one) for one in value] if isinstance(value, list | tuple) else value


def plain(changes: Changes, *, turn: bool) -> object:
    found = changes.model_dump(mode="json")
    later = found.pop("later")
    for one in found["figures"]:
        del one["measure"], one["where"]  # they are told as the new report has them
    found = turned(found) if turn else found
    lists = {name: sorted(map(repr, map(in_order, some))) for name, some in found.items() if isinstance(some, list)}
    return {"later": _OTHER.get(later, later) if turn else later, "shared": found["shared_articles"], **lists}


def in_order(value: object) -> object:
    if isinstance(value, dict):
        return {name: in_order(value[name]) for name in sorted(value)}
    return value


@settings(max_examples=60, deadline=None)
@given(reports())
def test_a_report_has_no_changes_against_itself(report):
    found = changes_between(report, report)
    assert found.is_empty
    assert found.later is None
    assert found.shared_articles == len(report.summaries)


@settings(max_examples=60, deadline=None)
@given(reports(), reports())
def test_what_changed_is_the_same_from_either_side(left, right):
    assert plain(changes_between(left, right), turn=True) == plain(changes_between(right, left), turn=False)


NAMES = st.sampled_from("abcdef")


@given(st.lists(st.tuples(st.integers(0, 2), NAMES, NAMES), max_size=25))
def test_pairs_are_the_same_from_either_side(edges):
    found = matched(edges)
    assert {new: old for old, new in found.items()} == matched([(rank, new, old) for rank, old, new in edges])
    assert len(set(found.values())) == len(found)
    assert all(old in found or new in found.values() for _, old, new in edges)
