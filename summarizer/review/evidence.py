"""Finds the finding that a decision is about in a report that may be a later one, and what has changed under it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from summarizer.naming import file_name
from summarizer.review.deciding import SHARPEST, articles_of
from summarizer.schema import Article, DecidedOn, Decision, Finding, Report, Side

WITHOUT_QUOTES = "it was not made on two quotes"
OTHER_PASSAGES = "the sharpest passages are others"
OTHER_QUESTION = "the question on these passages is another one"


@dataclass(frozen=True)
class Home:
    """Where a decision belongs.

    Attributes:
        finding_id: the finding of the report at hand.
        stale_because: why the decision does not hold there; None if it does.
    """

    finding_id: str
    stale_because: str | None = None


class Grounds:
    """The findings of a report, to be looked up by what decisions rest on.

    The same article is the one with the same id, which is a hash of its text. One that was corrected or has grown has
    another id: then it is the one of the same file name, unless its outlet is known to be another. Where in the article a
    quote stands does not matter.
    """

    def __init__(self, report: Report) -> None:
        self._findings = {finding.finding_id: finding for finding in report.findings}
        self._articles = articles_of(report)
        self._by_name: dict[str, list[Article]] = defaultdict(list)
        for article in self._articles.values():
            self._by_name[file_name(article.path)].append(article)
        self._by_quote: dict[str, list[Finding]] = defaultdict(list)
        for finding in report.findings:
            for quote in dict.fromkeys(side.quote for side in finding.sides):
                self._by_quote[quote].append(finding)

    def home(self, decision: Decision) -> Home | None:
        """The finding that the decision is about; None if the report has none.

        That is the finding of its id. Ids rest on one side only: where other passages stand under it, and the very
        question with the very quotes has another id, it is that one. Without a finding of its id it is the one that
        shows its quotes, and holds there only if the question is the same: one sentence may give two figures.
        """
        own = self._findings.get(decision.finding_id)
        changed = self._changed(decision, own) if own else None
        if own and changed is None:
            return Home(own.finding_id)
        unchanged = [finding for finding in self._showing(decision) if self._changed(decision, finding) is None]
        asked = [finding for finding in unchanged if _letters(finding.question) == _letters(decision.question)]
        if asked:
            return Home(asked[0].finding_id)
        if own:
            return Home(own.finding_id, changed)
        if unchanged:
            return Home(unchanged[0].finding_id, OTHER_QUESTION)
        shown = next(self._showing(decision), None)
        return Home(shown.finding_id, self._changed(decision, shown)) if shown else None

    def _showing(self, decision: Decision) -> Iterator[Finding]:
        """The findings that have every quote of the decision among their sides, in the report's order."""
        if len(decision.evidence) == SHARPEST:
            for finding in self._by_quote.get(decision.evidence[0].quote, ()):
                if self._has_both(decision, finding.sides):
                    yield finding

    def _changed(self, decision: Decision, finding: Finding) -> str | None:
        """What is different from what was decided on; None if nothing is."""
        if len(decision.evidence) != SHARPEST:
            return WITHOUT_QUOTES
        if not self._has_both(decision, finding.sides[:SHARPEST]):
            return next(self._losses(decision), OTHER_PASSAGES)
        if finding.verdict is not decision.verdict:
            return f"the verdict was {decision.verdict} and is {finding.verdict}"
        return None

    def _has_both(self, decision: Decision, sides: tuple[Side, ...]) -> bool:
        """Two different sides show the two quotes, in either order."""
        left, right = ([n for n, side in enumerate(sides) if self._shows(side, place)] for place in decision.evidence)
        return any(a != b for a in left for b in right)

    def _shows(self, side: Side, place: DecidedOn) -> bool:
        return side.quote == place.quote and any(side.article_id == one.article_id for one in self._articles_at(place))

    def _losses(self, decision: Decision) -> Iterator[str]:
        for place in decision.evidence:
            name = place.outlet or file_name(place.path) or place.article_id
            articles = self._articles_at(place)
            if not articles:
                yield f"{name} is not among the articles"
            elif not any(place.quote in article.text for article in articles):
                yield f"{name} does not have the quote any more"

    def _articles_at(self, place: DecidedOn) -> list[Article]:
        if place.article_id in self._articles:
            return [self._articles[place.article_id]]
        named = self._by_name.get(file_name(place.path), []) if place.path else []
        return [one for one in named if one.outlet is None or place.outlet is None or one.outlet == place.outlet]


def _letters(question: str) -> str:
    return "".join(char for char in question.casefold() if char.isalnum())
