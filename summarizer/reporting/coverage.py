"""How much of the articles a report rests on: what the model's statements cover, and what rules added."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from summarizer.reporting.phrases import count
from summarizer.schema import Article, Report, Summary
from summarizer.terms import RULES, ArticleStatus

PLACES = "numbers and quotations"


@dataclass(frozen=True)
class Coverage:
    """The numbers and quotations of all articles that were extracted, and who read them.

    Attributes:
        by_model, by_rules: how many the model's statements cover, and how many more the statements of rules.
        articles: how many articles were extracted; lost: how many others there are.
        silent: articles with running text in which the model found no statement.
        modelled: a language model read the articles.
    """

    checkable: int
    by_model: int
    by_rules: int
    articles: int
    lost: int
    silent: tuple[Summary, ...]
    modelled: bool

    @classmethod
    def of(cls, report: Report) -> Coverage:
        """What this report rests on."""
        extracted = [one for one in report.summaries if one.status is ArticleStatus.EXTRACTED]
        modelled = report.run.model != RULES
        counted = [one for one in extracted if one.checkable]
        return cls(
            checkable=sum(one.checkable for one in counted),
            by_model=sum(one.covered for one in counted),
            by_rules=sum(max(0, one.checkable - one.covered - len(one.uncovered)) for one in counted),
            articles=len(extracted),
            lost=len(report.summaries) - len(extracted),
            silent=_silent(extracted) if modelled else (),
            modelled=modelled,
        )

    def share(self) -> str:
        """What share of the numbers and quotations the comparison rests on; empty if there are none."""
        if not self.checkable:
            return ""
        left = self.checkable - self.by_model - self.by_rules
        rest = [f"rules added {self.by_rules:,}"] if self.modelled and self.by_rules else []
        rest += [f"{left:,} {'was' if left == 1 else 'were'} not compared"] if left else []
        text = (
            f"The model's statements cover {self._of(self.by_model)}"
            if self.modelled
            else f"Rules read {self._of(self.by_rules)}"
        )
        return f"{text}; {', and '.join(rest)}." if rest else f"{text}."

    def shortfall(self) -> str:
        """Why the absence of a contradiction tells nothing; empty if enough was read."""
        reasons = []
        if self.silent:
            reasons.append(f"the model found no statement in {len(self.silent):,} of them")
        if self.modelled and self.by_model * 2 < self.checkable:
            reasons.append(f"the model's statements cover {self._some(self.by_model)} {self._where()}")
        return " and ".join(reasons)

    def _of(self, number: int) -> str:
        if number < self.checkable:
            return f"{self._some(number)} {self._where()} ({number / self.checkable:.0%})"
        every = f"all {self.checkable:,} {PLACES}" if self.checkable > 1 else "the 1 number or quotation"
        return f"{every} {self._where()}"

    def _some(self, number: int) -> str:
        return f"{number:,} of the {self.checkable:,} {PLACES}"

    def _where(self) -> str:
        return f"in the {count(self.articles, 'article')} that could be compared" if self.lost else "in the articles"


def _silent(summaries: Sequence[Summary]) -> tuple[Summary, ...]:
    """A model that read nothing is not an article that says nothing."""
    return tuple(
        one for one in summaries if not any(claim.read_by == "model" for claim in one.claims) and _has_running_text(one.article)
    )


def _has_running_text(article: Article) -> bool:
    position, pieces = 0, []
    for zone in sorted(article.zones, key=lambda zone: zone.start):
        pieces.append(article.text[position : max(position, zone.start)])
        position = max(position, zone.end)
    return any(char.isalnum() for piece in (*pieces, article.text[position:]) for char in piece)
