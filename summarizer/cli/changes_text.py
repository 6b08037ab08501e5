"""The changes between two reports as text for people, the gravest first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TypeVar

from summarizer.changes import ArticleChange, Changes, FindingChange
from summarizer.cli.changes_lines import (
    Lines,
    Named,
    article_lines,
    brief_lines,
    failure_lines,
    figure_lines,
    finding_lines,
    origins_lines,
    words_lines,
)
from summarizer.reporting.phrases import count, listed
from summarizer.schema import Report
from summarizer.terms import RULES, Verdict

_Change = TypeVar("_Change")
MOST = 20
"""Entries of a section; --json has all."""
NOTHING = "nothing changed: both reports say the same"
TWO_STORIES = "no article stands in both reports: they look like reports on two stories, and are not compared"
_JUDGED = {"verdict", "severity", "cause", "standing", "sides", "sharpest", "kind", "matter", "origins", "unweighed", "second"}
_SHOWN = (Verdict.CONTRADICT, Verdict.DIFFERS, Verdict.UNSURE)


def lines_of(changes: Changes, old: Report, new: Report) -> Lines:
    """The text, a line at a time; one line if nothing changed."""
    if changes.is_empty:
        yield NOTHING
        return
    if not changes.shared_articles:
        yield TWO_STORIES
        return
    named = Named(old, new, changes)
    yield _head(changes)
    yield from (f"Note: {note}" for note in _notes(changes))
    kinds = _sorted_out(changes)
    yield from _section("New contradictions", changes.new_contradictions, lambda one: finding_lines(one, named))
    yield from _section("Contradictions that are gone", changes.gone_contradictions, lambda one: finding_lines(one, named))
    yield from _section("Figures that moved", changes.figures, lambda one: figure_lines(one, named))
    yield from _section("Speakers' words that are others", changes.words, lambda one: words_lines(one, named))
    yield from _section("Articles", _but_moved(changes), lambda one: article_lines(one, named))
    yield from _moved(changes)
    yield from _section("Findings judged in another way", kinds["judged"], lambda one: finding_lines(one, named))
    yield from _section("Other findings, new", kinds["new"], lambda one: brief_lines(one, named))
    yield from _section("Other findings, gone", kinds["gone"], lambda one: brief_lines(one, named))
    yield from _counted(kinds)
    yield from _section("Articles that count as other sources", changes.origins, lambda one: origins_lines(one, named))
    yield from _section("The runs", changes.run, lambda one: iter([f"{one.name}: {one.old or '-'} → {one.new or '-'}"]))
    yield from _section("What failed", changes.failures, failure_lines)


def _head(changes: Changes) -> str:
    new, gone = changes.new_contradictions, changes.gone_contradictions
    articles = _but_moved(changes)
    parts = [
        _with_severities(new, "new contradiction"),
        _with_severities(gone, "contradiction") + " gone" if gone else "",
        count(len(changes.figures), "figure") + " moved" if changes.figures else "",
        count(len(changes.words), "statement") + " of speakers changed" if changes.words else "",
        _articles([one for one in articles if one.old is None], "added"),
        _articles([one for one in articles if one.new is None], "removed"),
        _articles([one for one in articles if one.old and one.new], "changed"),
    ]
    return ", ".join(part for part in parts if part)


def _with_severities(some: Sequence[FindingChange], what: str) -> str:
    by_severity = Counter(one.severity.value for one in some)
    told = listed([f"{by_severity[name]} {name}" for name in ("high", "medium", "low") if by_severity[name]])
    return f"{count(len(some), what)}{f' ({told})' if told else ''}" if some else f"no {what}"


def _articles(some: Sequence[ArticleChange], what: str) -> str:
    return f"{count(len(some), 'article')} {what}" if some else ""


def _only_moved(change: ArticleChange) -> bool:
    """Only the path is another one: somebody named the folder in another way, or moved it."""
    return change.fields == ("path",) and bool(change.same_text) and change.same_file is not False


def _but_moved(changes: Changes) -> list[ArticleChange]:
    return [one for one in changes.articles if not _only_moved(one)]


def _moved(changes: Changes) -> Lines:
    moved = [one for one in changes.articles if _only_moved(one) and one.old and one.new]
    if moved:
        yield ""
        first = moved[0]
        told = f"{first.old.path} → {first.new.path}" if first.old and first.new else ""
        yield f"{count(len(moved), 'article')} under another path, text unchanged: {told}{', …' if len(moved) > 1 else ''}"


def _notes(changes: Changes) -> Iterator[str]:
    if changes.later == "old":
        yield "OLD looks the later report of the two; if it is, name it second"
    run = {one.name: one for one in changes.run}
    if "model" in run and RULES in (run["model"].old, run["model"].new):
        side = "NEW" if run["model"].new == RULES else "OLD"
        yield f"rules read the articles of {side}, and no model weighed them: what only the other report has is not settled"
    elif "model" in run:
        yield f"another model read the articles ({run['model'].old} → {run['model'].new}): much may differ for that alone"
    elif any(name.startswith("prompt ") for name in run):
        yield "the model was asked in other words: something may differ for that alone"
    for what, some in (("OLD", [one.old for one in changes.failures]), ("NEW", [one.new for one in changes.failures])):
        failed = [one for one in some if one is not None and one.exit_code]
        if failed:
            yield f"{what} is incomplete ({count(len(failed), 'failure')}): what it lacks may be lost, not gone"


def _sorted_out(changes: Changes) -> dict[str, list[FindingChange]]:
    """The findings that are no contradiction that came or went."""
    kinds: dict[str, list[FindingChange]] = {"judged": [], "new": [], "gone": [], "few": [], "worded": []}
    for one in changes.findings:
        if one.is_new_contradiction or one.is_gone_contradiction:
            continue
        both = [finding for finding in (one.old, one.new) if finding is not None]
        if not any(finding.verdict in _SHOWN for finding in both):
            kinds["few"].append(one)
        elif len(both) == 1:
            kinds["new" if one.new else "gone"].append(one)
        else:
            kinds["judged" if _JUDGED & set(one.fields) else "worded"].append(one)
    return kinds


def _counted(kinds: Mapping[str, Sequence[FindingChange]]) -> Lines:
    few, worded = kinds["few"], kinds["worded"]
    if few:
        came, went = sum(one.old is None for one in few), sum(one.new is None for one in few)
        yield ""
        yield (
            f"Explained differences and agreements: {came} new, {went} gone, {len(few) - came - went} told in another way "
            "(--json lists them)"
        )
    if worded:
        yield ""
        yield f"{count(len(worded), 'further finding')} only worded in another way (--json lists them)"


def _section(title: str, some: Sequence[_Change], shown: Callable[[_Change], Lines]) -> Lines:
    if not some:
        return
    yield ""
    yield f"{title} ({len(some)})"
    for one in some[:MOST]:
        first, *rest = shown(one)
        yield f"  {first}"
        yield from (f"      {line}" for line in rest)
    if len(some) > MOST:
        yield f"  … and {len(some) - MOST} more; --json has all"
