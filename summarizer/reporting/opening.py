"""The first lines of the report: what was compared, what came of it, and what could not be done."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from summarizer.reporting.coverage import Coverage
from summarizer.reporting.escape import escape
from summarizer.reporting.outcome import JUDGING
from summarizer.reporting.phrases import count, listed, period, sentence
from summarizer.schema import Failure, Finding, Report
from summarizer.terms import EXPLAINED, RULES, ArticleStatus, Severity, Verdict

OUTLETS_NAMED = 6
PAIR = 2
"""Fewer articles cannot be compared with each other."""

NO_MODEL = "No language model read these articles."
BY_RULES = (
    "Rules picked the sentences that carry a figure, a quotation or a date, and "
    "code compared them. What is said in other ways was not read, so differences are missing here that a model would find; "
    "and a rule may take two matters for one, so read both articles before you rely on a difference."
)
"""What the reader of a report without a model has to know first."""

UNUSED = frozenset({"read", "extract"})
"""Stages whose failure means that the file is not in the report."""

PARTLY = frozenset({"part", "items"})
"""Stages whose failure means that some of the file is not in the report."""

UNCHECKED = "What could not be checked"
"""The heading that the opening sends the reader to."""


@dataclass(frozen=True)
class Writing:
    """How the sentences of the opening are written down.

    Attributes:
        name: writes a name that an article brings; strong: sets our own words apart.
    """

    name: Callable[[str], str]
    strong: Callable[[str], str]


MARKDOWN = Writing(name=escape, strong=lambda words: f"**{words}**")
PLAIN = Writing(name=str, strong=str)
"""As a page needs them, which escapes whole sentences."""


def opening(report: Report) -> Iterator[str]:
    """The title, the summary and, if the answers are odd, too little was read or anything failed, bold lines that say so."""
    yield f"# {title(report)}"
    if report.run.model == RULES:
        yield f"**{NO_MODEL}** {BY_RULES}"
    for warning in report.run.warnings:
        yield f"**Warning: {escape(sentence(warning))}**"
    parts = (what_was_read(report), Coverage.of(report).share(), what_was_found(report), ungrounded(report))
    yield " ".join(part for part in parts if part)
    for line in gaps(report):
        yield f"**{line}**"


def gaps(report: Report) -> Iterator[str]:
    """Whole sentences: that too little was read, and that something failed."""
    if little := _too_little(report):
        yield little
    failed = _failed(report)
    if failed:
        yield f"{failed}, see “{UNCHECKED}”. What is missing here for that reason is unknown, not absent."


def compared(report: Report) -> int:
    """How many articles had statements to compare; the others failed or were never extracted."""
    return sum(summary.status is ArticleStatus.EXTRACTED for summary in report.summaries)


def failures(report: Report) -> list[Failure]:
    """All failures; an article that failed without being listed is listed too."""
    listed_files = {failure.what for failure in report.failures}
    unlisted = [
        Failure(stage="extract", what=summary.article.path, why=summary.failure or "nothing was extracted", exit_code=4)
        for summary in report.summaries
        if summary.status is ArticleStatus.FAILED and summary.article.path not in listed_files
    ]
    return [*report.failures, *unlisted]


def no_contradiction(report: Report) -> str:
    """What to say instead of a list of contradictions, without promising more than was looked at."""
    articles = compared(report)
    if articles == 0:
        return "No article could be compared, so nothing is known about contradictions."
    if articles == 1:
        text = "Only 1 article could be read into statements, so there was no other to compare it with."
    else:
        text = _too_little(report) or f"No contradiction was found between the {articles} articles that were compared."
    if report.run.model == RULES:
        text += " Only rules looked for one; a language model may find some."
    if any(failure.stage in JUDGING for failure in report.failures):
        text += " Part of the comparison failed, so there may be some."
    missing = len({failure.what for failure in failures(report) if failure.stage in UNUSED})
    if missing:
        text += f" {count(missing, 'file')} could not be used and {'was' if missing == 1 else 'were'} not compared."
    return text


def title(report: Report) -> str:
    """What the report is about, in a line."""
    articles = len(report.summaries)
    if articles == 0:
        return "No article to report on"
    return "1 article: what it states" if articles == 1 else f"{articles:,} articles on one story: where they disagree"


def what_was_read(report: Report, writing: Writing = MARKDOWN) -> str:
    """Which articles, of whom, from when, and to how many origins they go back."""
    articles = [summary.article for summary in report.summaries]
    if not articles:
        return "No article could be read."
    outlets = list(dict.fromkeys(article.outlet for article in articles if article.outlet))
    dates = sorted(article.published for article in articles if article.published)
    undated = len(articles) - len(dates)
    text = count(len(articles), "article")
    if outlets:
        text += f" from {count(len(outlets), 'outlet')} ({listed([writing.name(name) for name in outlets], OUTLETS_NAMED)})"
    if dates:
        text += f", published {period(dates[0], dates[-1])}"
    if undated:
        text += f" ({undated} without a date)" if dates else ", without dates"
    cut = sum(article.incomplete is not None for article in articles)
    if cut:
        text += f". {count(cut, 'article')} {'is' if cut == 1 else 'are'} incomplete"
    if report.origins:
        verb = "They go" if len(articles) > 1 else "It goes"
        text += f". {verb} back to {count(len(report.origins), 'independent origin')}"
    return text + "."


def _too_little(report: Report) -> str:
    """The sentence that stands where nothing can be said about contradictions, or about more of them; empty if it can."""
    why = Coverage.of(report).shortfall()
    if not why or compared(report) < PAIR:
        return ""
    if any(finding.verdict is Verdict.CONTRADICT for finding in report.findings):
        return f"Too little was read to tell whether there are more: {why}."
    return f"Too little was read to tell whether the {compared(report):,} articles contradict each other: {why}."


def what_was_found(report: Report, writing: Writing = MARKDOWN) -> str:
    """How many contradictions and other differences; nothing of the first where too little was read to tell."""
    if compared(report) < PAIR and not report.findings:
        return ""
    contradictions = [finding for finding in report.findings if finding.verdict is Verdict.CONTRADICT]
    explained = [finding for finding in report.findings if finding.verdict in EXPLAINED]
    unsure = sum(finding.verdict is Verdict.UNSURE for finding in report.findings)
    differs = sum(finding.verdict is Verdict.DIFFERS for finding in report.findings)
    parts = [_contradictions(contradictions, writing) if contradictions else _none_found(report)]
    if differs:
        parts.append(f"{differs} told differently")
    if explained:
        parts.append(count(len(explained), "explained difference"))
    if unsure:
        parts.append(f"{unsure} that cannot be told either way")
    told = "; ".join(part for part in parts if part)
    return f"{told}." if told else ""


def _contradictions(found: Sequence[Finding], writing: Writing) -> str:
    numbers = [(severity.value, sum(one.severity is severity for one in found)) for severity in Severity]
    grades = listed([f"{number} of {severity}" for severity, number in numbers if number])
    return f"{writing.strong(count(len(found), 'contradiction'))} ({grades} severity)"


def _none_found(report: Report) -> str:
    """Nothing where too little was read to tell."""
    if _too_little(report):
        return ""
    return "No contradiction was found" + (" in what could be compared" if failures(report) else "")


def ungrounded(report: Report) -> str:
    """How many of the model's answers no article bears out; empty if all are there."""
    missing = sum(len(summary.missing) for summary in report.summaries)
    if not missing:
        return ""
    verb = "was" if missing == 1 else "were"
    return f"{count(missing, 'answer')} of the model {verb} not found in the articles and {verb} left out."


def _failed(report: Report) -> str:
    every = failures(report)
    files = len({failure.what for failure in every if failure.stage in UNUSED})
    partly = len({failure.what for failure in every if failure.stage in PARTLY})
    audits = sum(failure.stage == "audit" for failure in every)
    requests = sum(failure.stage in JUDGING for failure in every)
    parts = []
    if files:
        parts.append(f"{count(files, 'file')} could not be used")
    if partly:
        parts.append(f"{count(partly, 'article')} could be read only in part")
    if audits:
        parts.append(f"{count(audits, 'article')} could not be asked about once more")
    if requests:
        parts.append(f"{count(requests, 'part')} of the comparison failed")
    return listed(parts)
