"""One finding as a reviewer sees it in the terminal."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from rich.text import Text

from summarizer.cli.reviewing.blocks import Block, Pair, block, shown
from summarizer.cli.reviewing.passages import Passage, passage
from summarizer.naming import day, file_name, names_of
from summarizer.reporting.findings import CAUSES, DECIDERS, VERDICTS, Numbered, each_passage_once, origin_labels
from summarizer.reporting.phrases import count, joined, sentence
from summarizer.reporting.places import Places
from summarizer.reporting.reviewed import told_of
from summarizer.review import SHARPEST, FindingState, articles_of
from summarizer.schema import Article, Finding, Report, Side
from summarizer.terms import Severity, Verdict

BAR = "▌ "
SEVERITY_STYLES = {Severity.HIGH: "bold red", Severity.MEDIUM: "bold yellow", Severity.LOW: "bold"}
WORDS = "bold magenta"
SIDES = ("cyan", "green")
"""Styles of the bars before the first and the second side."""
DIM = "dim"
BREAK = re.compile(r"\s*\n\s*")
"""Where an article begins a new line: so does a passage of it, or a heading would run into the sentence behind it."""


@dataclass(frozen=True)
class Look:
    """How much of a finding is shown.

    Attributes:
        larger: more of both articles; further: the other sides; marks: decisive words between signs, for want of colour.
    """

    larger: bool = False
    further: bool = False
    marks: bool = False


class Cards:
    """The findings of one report, ready to be shown."""

    def __init__(self, report: Report) -> None:
        """Names the articles and finds the places."""
        self.articles: Mapping[str, Article] = articles_of(report)
        self.names = names_of(list(self.articles.values()))
        self.places = Places.of(report.summaries)
        self.labels = origin_labels(report.origins)

    def body(self, one: Numbered, state: FindingState, look: Look) -> Iterator[Block | Pair]:
        """Question, why, both quotes where they stand, what code checked, origins, earlier decisions."""
        finding = one.finding
        yield block(shown(finding.question) or "(no question given)", "bold")
        yield from _reasons(finding)
        yield block()
        yield from self._sharpest(finding, look)
        yield from self._others(finding, look)
        yield block()
        yield from self._provenance(finding, look)
        yield from _decisions(state)

    def _sharpest(self, finding: Finding, look: Look) -> Iterator[Block | Pair]:
        left, right = (
            tuple(self._side(side, style, look)) for side, style in zip(finding.sides[:SHARPEST], SIDES, strict=True)
        )
        if look.larger:
            yield from (*left, block(), *right)
        else:
            yield Pair(left, right)

    def where(self, finding: Finding) -> Iterator[Block]:
        """Where both articles lie."""
        for side in finding.sides[:SHARPEST]:
            article = self.articles.get(side.article_id)
            if article is not None:
                yield block(shown(self.names[side.article_id]), "bold")
                yield block(shown(article.path), sign="  ")
                yield block(self.places.where(side.article_id, side.start, side.end), sign="  ")
                if article.url:
                    yield block(shown(article.url), sign="  ")

    def _side(self, side: Side, style: str, look: Look) -> Iterator[Block]:
        article = self.articles.get(side.article_id)
        if article is None:
            yield Block(Text(shown(side.quote)), BAR, style=style)
        else:
            for text, decisive in _quote(passage(article, side, larger=look.larger), marks=look.marks):
                yield Block(text, BAR, style=style, landmark=decisive and look.larger and not look.further)
        yield block(self._byline(side), DIM, sign="  ", first="— ")

    def _byline(self, side: Side) -> str:
        article = self.articles.get(side.article_id)
        name = self.names.get(side.article_id, side.article_id)
        date = day(article.published) if article and article.published else "no date given"
        return joined(
            shown(name) if date in name else f"{shown(name)}, {date}",
            f"according to {shown(side.speaker)}" if side.speaker else None,
            f"by way of {shown(side.through)}" if side.through and side.through != side.speaker else None,
            f"as of: {shown(side.when)}" if side.when else None,
            self.places.paragraph(side.article_id, side.start, side.end),
            shown(file_name(article.path)) if article else None,
        )

    def _others(self, finding: Finding, look: Look) -> Iterator[Block]:
        others = each_passage_once(finding.sides)[SHARPEST:]
        if others and look.further:
            yield block()
            yield Block(Text("Further passages", style="bold"), landmark=True)
            for side in others:
                yield from self._side(side, "", Look(marks=look.marks))

    def _provenance(self, finding: Finding, look: Look) -> Iterator[Block]:
        if finding.code_says:
            yield block(f"Check in code: {shown(sentence(finding.code_says))}", DIM)
        second = f"a second reading says {VERDICTS[finding.second]}" if finding.second else None
        if finding.second is finding.verdict:
            second = "confirmed by a second reading"
        others = len(each_passage_once(finding.sides)) - SHARPEST
        more = f"m: {count(others, 'further passage')}" if others > 0 and not look.further else None
        yield block(joined(DECIDERS[finding.decided_by], second, self._origins(finding), more, shown(finding.finding_id)), DIM)

    def _origins(self, finding: Finding) -> str:
        if finding.within_article:
            return "within one article"
        if finding.origins != 1:
            return count(finding.origins, "independent origin")
        labels = {side.through or self.labels.get(side.article_id) for side in finding.sides} - {None}
        return f"one origin: {shown(labels.pop() or '')}" if len(labels) == 1 else "one origin"


def heading(one: Numbered, state: FindingState) -> Text:
    """Verdict, severity and what else a reviewer should know before reading: new, stale, disputed."""
    finding = one.finding
    text = Text()
    if finding.verdict in {Verdict.CONTRADICT, Verdict.UNSURE}:
        text.append(f"{finding.severity.value} ", SEVERITY_STYLES[finding.severity])
    text.append(VERDICTS[finding.verdict], "bold")
    if finding.background:
        text.append(", background")
    for mark, style in _marks(state):
        text.append(" · ")
        text.append(mark, style)
    return text


def _marks(state: FindingState) -> Iterator[tuple[str, str]]:
    if state.is_new:
        yield "new", "bold cyan"
    if state.is_disputed:
        yield "reviewers disagree", "bold red"
    elif state.ruling:
        yield state.ruling.value, "bold green"
    elif state.is_stale:
        yield "decision out of date", "bold yellow"


def _reasons(finding: Finding) -> Iterator[Block]:
    cause = f"{CAUSES[finding.cause].capitalize()}. " if finding.cause else ""
    if finding.why.strip() or cause:
        yield block(f"{cause}{shown(sentence(finding.why)) if finding.why.strip() else ''}")
    if finding.settle and finding.verdict is Verdict.UNSURE:
        yield block(f"What would settle it: {shown(sentence(finding.settle))}")


def _quote(found: Passage, *, marks: bool) -> Iterator[tuple[Text, bool]]:
    """The passage, its paragraphs apart, each with whether the decisive words begin in it; around the quote it is dim."""
    text, decisive = Text(), False
    opening, closing = ("**", "**") if marks else ("", "")
    pieces = [
        ("… " if found.cut_before and found.before.strip() else "", DIM),
        (found.before.lstrip(), DIM),
        (found.lead, ""),
        (f"{opening}{found.words}{closing}", WORDS),
        (found.rest, ""),
        (found.after.rstrip(), DIM),
        (" …" if found.cut_after and found.after.strip() else "", DIM),
    ]
    for words, style in pieces:
        first, *others = BREAK.split(words)
        text.append(shown(first), style)
        decisive |= style == WORDS
        for paragraph in others:
            yield text, decisive
            text, decisive = Text().append(shown(paragraph), style), False
    yield text, decisive


def _decisions(state: FindingState) -> Iterator[Block]:
    for decision in state.decisions:
        stale = decision not in state.holding
        because = f" ({state.stale_because})" if state.stale_because else ""
        out_of_date = f" Out of date: its evidence or verdict is another one since{because}." if stale else ""
        yield block(f"{shown(told_of(decision))}{out_of_date}", "yellow" if stale else "green", sign="  ", first="> ")
