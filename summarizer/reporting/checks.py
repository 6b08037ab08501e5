"""What could not be checked, and what the run cost."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from summarizer.reporting.coverage import Coverage
from summarizer.reporting.escape import code, escape
from summarizer.reporting.findings import folded
from summarizer.reporting.opening import failures
from summarizer.reporting.phrases import count, listed, sentence
from summarizer.reporting.places import Places
from summarizer.schema import (
    Answerer,
    Failure,
    MeetingRecord,
    Missing,
    PassedOver,
    Report,
    RunRecord,
    Summary,
    Uncovered,
    UsageRecord,
    WeighingRecord,
)

HASH_SHOWN = 12
"""Characters of a prompt's hash: enough to tell two versions apart."""

FOLDED_FROM = 10
"""A list with this many lines is folded."""

STAGES = {
    "read": "Could not be read",
    "copy": "Left out as a copy",
    "extract": "Could not be extracted",
    "part": "Extracted only in part",
    "items": "Partly unusable answer",
    "audit": "Could not be asked about once more",
    "compare": "Could not be compared",
    "weigh": "Could not be weighed from the passages",
}


def unchecked(report: Report, places: Places) -> Iterator[str]:
    """Failures, answers without evidence, and figures and quotations that no statement covers."""
    every = failures(report)
    if every:
        yield "### Failures"
        yield "\n".join(_failure(failure) for failure in every)
    if report.passed_over:
        kinds = [f"{escape(one.kind)} ({one.files:,})" for one in report.passed_over]
        yield f"In the folders, passed over as no articles: {listed(kinds)}."
    silent = [f"- {places.name(summary.article.article_id)}" for summary in Coverage.of(report).silent]
    if silent:
        yield "### Articles in which the model found no statement"
        yield "They have text. That nothing was found in them is no sign that they agree with the others."
        yield from _list(silent, f"Articles ({len(silent)})")
    missing = [line for summary in report.summaries for line in _missing_lines(summary, places)]
    if missing:
        yield "### Answers of the model that no article bears out"
        yield "These are the model's words. They are **not evidence**, and nothing above rests on them."
        yield from _list(missing, f"Answers without evidence ({len(missing)})")
    uncovered = [line for summary in report.summaries for line in _uncovered_lines(summary, places)]
    if uncovered:
        yield "### Numbers and quotations that no statement covers"
        yield "They stand in the articles and were not compared."
        yield from _list(uncovered, f"Numbers and quotations ({len(uncovered)})")
    if not (every or silent or missing or uncovered):
        yield (
            "Nothing failed. Every answer was found in its article, "
            "and every number and quotation in the running text belongs to a statement."
        )


def cost(run: RunRecord) -> Iterator[str]:
    """What the report rests on and what it took."""
    yield "\n".join(f"- {line}" for line in cost_lines(run, escape, code))


def cost_lines(run: RunRecord, name: Callable[[str], str], code: Callable[[str], str]) -> Iterator[str]:
    """The same line by line, names of ours and of others written by `name` and `code`."""
    yield f"Model: {code(run.model)} at {code(run.endpoint)}" if run.endpoint.strip() else f"Model: {code(run.model)}"
    if run.answered_by:
        yield f"Answered by: {listed([_answerer(one, code) for one in run.answered_by])}"
    yield f"Extraction: {usage_text(run.extraction)}"
    yield f"Comparison: {usage_text(run.comparison)}"
    if run.meeting.pairs:
        yield _meeting(run.meeting)
    if run.weighing.questions:
        yield _weighing(run.weighing)
    if run.articles:
        both = (run.extraction, run.comparison)
        tokens_in = sum(usage.input_tokens for usage in both) / run.articles
        tokens_out = sum(usage.output_tokens for usage in both) / run.articles
        answers = sum(usage.answers for usage in both) / run.articles
        yield f"For each article: {answers:.2f} answers, {tokens_in:,.0f} tokens in, {tokens_out:,.0f} out"
    if run.prompts:
        hashes = [f"{name(prompt)} {code(digest[:HASH_SHOWN])}" for prompt, digest in sorted(run.prompts.items())]
        yield f"Prompts: {listed(hashes)}"
    yield f"Program: {name(run.program)} {name(run.version)}"


def _answerer(one: Answerer, code: Callable[[str], str]) -> str:
    """Which model gave how many answers."""
    name = code(one.model) if one.model else "a model that the endpoint does not name"
    of = f", fingerprint {code(one.fingerprint)}" if one.fingerprint else ""
    return f"{name}{of} ({count(one.answers, 'answer')})"


def _meeting(meeting: MeetingRecord) -> str:
    """How completely the statements were laid side by side."""
    share = meeting.met / meeting.pairs
    tables = f" in {count(meeting.tables, 'table')}" if meeting.tables else ""
    return (
        f"{count(meeting.statements, 'statement')}; of {meeting.pairs:,} pairs of statements of different articles "
        f"{meeting.met:,} ({share:.0%}) were laid side by side{tables}"
    )


def _weighing(weighing: WeighingRecord) -> str:
    """How much of what was proposed was weighed."""
    text = (
        f"{count(weighing.proposed, 'difference')} proposed by the model and by code, "
        f"{count(weighing.questions, 'question')} once merged, {weighing.weighed:,} weighed from the passages"
    )
    lost = weighing.questions - weighing.weighed - weighing.left_out
    if weighing.left_out:
        text += f"; {weighing.left_out:,} of the lowest rank were left out by the limit on calls"
    return f"{text}; {lost:,} got no answer" if lost else text


def usage_text(usage: UsageRecord) -> str:
    """How many answers and tokens, and how many of the answers came without a count."""
    tokens = f"{count(usage.answers, 'answer')}, {usage.input_tokens:,} tokens in, {usage.output_tokens:,} out"
    return f"{tokens} ({usage.unreported:,} without a token count)" if usage.unreported else tokens


def passed_over_text(others: Sequence[PassedOver]) -> str:
    """How many files of each kind nobody could take for articles: "fonts (3) and images (12)"."""
    return listed([f"{one.kind} ({one.files:,})" for one in others])


def _failure(failure: Failure) -> str:
    stage = STAGES.get(failure.stage, f"Failed at {escape(failure.stage)}")
    return f"- {stage}: {code(failure.what)}: {escape(sentence(failure.why))}"


def _missing_lines(summary: Summary, places: Places) -> Iterator[str]:
    for missing in summary.missing:
        yield f"- {places.name(summary.article.article_id)}: {_missing(missing)}"


def _missing(missing: Missing) -> str:
    numbers = listed([str(number) for number in missing.sentences])
    cited = f"sentence{'s' if len(missing.sentences) > 1 else ''} {numbers}"
    claimed = f"claimed to be in {cited}" if numbers else "no sentence cited"
    words = f" in the words “{escape(missing.anchor)}”" if missing.anchor.strip() else ""
    answer = f"“{escape(missing.statement)}” ({escape(missing.kind)}, {claimed}{words})"
    return f"the model says {answer}; {escape(sentence(missing.why))}"


def _uncovered_lines(summary: Summary, places: Places) -> Iterator[str]:
    article_id = summary.article.article_id
    for uncovered in summary.uncovered:
        yield f"- {places.name(article_id)}, {places.of_item(article_id, uncovered)}: {_uncovered(uncovered)}"


def _uncovered(uncovered: Uncovered) -> str:
    return f"“{escape(uncovered.quote)}” ({escape(uncovered.kind)})"


def _list(lines: list[str], summary: str) -> Iterator[str]:
    text = "\n".join(lines)
    if len(lines) < FOLDED_FROM:
        yield text
    else:
        yield from folded(summary, [text])
