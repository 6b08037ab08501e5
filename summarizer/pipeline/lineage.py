"""In which order the articles came to a story: what an earlier run compared is left as it is, what came since is added."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from summarizer.errors import ConfigError
from summarizer.events import Notice, Remark, Tell
from summarizer.prompts import read_prompt
from summarizer.reporting.earlier import Earlier, EarlierUnreadable, parse_earlier
from summarizer.schema import Article, Finding, News, Summary
from summarizer.settings import Settings

_OLD_FOR_EACH_NEW = 3
"""So many articles must have been there for each that is added: more new ones are better compared as a whole."""
MOST_BATCHES = 8
"""Every addition is worked out again by each later run, which takes no call, but time; then the whole is compared anew."""
_LARGEST_READ = 256 * 2**20
"""Bytes: a report of a thousand articles has a fifth of it."""
_MOST_GONE = 200
_LONGEST_GONE = 300
"""So many questions of findings that are gone are kept, and so many characters of each: they come from a file."""


@dataclass(frozen=True)
class Lineage:
    """The articles of a run in the order in which they came to the story.

    Attributes:
        batches: their ids: those it began with, then those that each later run added.
        earlier: the report that the folder holds; None if there is none that can be used.
    """

    batches: tuple[tuple[str, ...], ...]
    earlier: Earlier | None = None

    @property
    def added(self) -> tuple[int, ...]:
        """How many articles each later run added."""
        return tuple(map(len, self.batches[1:]))

    def in_order(self, summaries: Sequence[Summary]) -> tuple[Summary, ...]:
        """The summaries in the order in which their articles came."""
        places = {article_id: place for place, article_id in enumerate(chain.from_iterable(self.batches))}
        return tuple(sorted(summaries, key=lambda summary: places[summary.article.article_id]))

    def recorded(self) -> tuple[tuple[str, ...], ...]:
        """The batches as the report gives them; none where all came at once."""
        return self.batches if len(self.batches) > 1 else ()

    def news(self, findings: Iterable[Finding]) -> News | None:
        """What is there that the earlier report had not. Where the articles are the same, that report's own news stay too."""
        earlier, ids = self.earlier, list(chain.from_iterable(self.batches))
        if earlier is None:
            return None
        now = {finding.finding_id: finding for finding in findings}
        before = News() if set(ids) != set(earlier.heads) else earlier.news
        if before is None:
            return None
        kept = {*before.articles, *before.findings}
        gone = [question for name, question in earlier.findings.items() if name not in now]
        return News(
            articles=tuple(name for name in ids if name in kept or name not in earlier.heads),
            findings=tuple(name for name in now if name in kept or name not in earlier.findings),
            gone=tuple(dict.fromkeys(question[:_LONGEST_GONE] for question in (*before.gone, *gone)))[:_MOST_GONE],
        )


def earlier_report(folder: Path | None, tell: Tell) -> Earlier | None:
    """The report that a folder holds; None, and said, if what is there cannot be used."""
    if folder is None or not (folder / "report.json").is_file():
        return None
    try:
        with (folder / "report.json").open("rb") as file:
            return parse_earlier(file.read(_LARGEST_READ))
    except OSError as error:
        why = error.strerror or type(error).__name__
    except EarlierUnreadable as error:
        why = str(error)
    tell(Notice(f"the report.json in {folder} cannot be used ({why}): all is compared afresh, and nothing is marked as new"))
    return None


def lineage_of(articles: Sequence[Article], earlier: Earlier | None, settings: Settings, tell: Tell) -> Lineage:
    """How these articles came to the story, as the earlier report of their folder tells."""
    ids = tuple(article.article_id for article in articles)
    if earlier is None or len(set(ids)) != len(ids):
        return Lineage((ids,))
    new = tuple(name for name in ids if name not in earlier.heads)
    if len(earlier.batches) == 1 and not new and len(ids) == len(earlier.heads):
        return Lineage((ids,) if settings.afresh else earlier.batches, earlier)
    why = next(_reasons(articles, earlier, settings, len(new)), None)
    if why is not None:
        tell(Remark(f"all {len(ids)} articles are compared afresh: {why}"))
        return Lineage((ids,), earlier)
    if new:
        there = f"the {len(earlier.heads)} that the report in {settings.out} rests on"
        tell(Remark(f"{len(new)} new article{'s' if len(new) > 1 else ''} beside {there}; what was found there stays"))
    return Lineage((*earlier.batches, new) if new else earlier.batches, earlier)


def _reasons(articles: Sequence[Article], earlier: Earlier, settings: Settings, new: int) -> Iterator[str]:
    """Why nothing of the earlier comparison is kept."""
    first, old = len(earlier.batches[0]), len(earlier.heads)
    if settings.afresh:
        yield "--afresh is given"
    if earlier.model != settings.model.model or not _same_prompts(earlier):
        yield "the earlier report was made with another model or other prompts"
    if gone := _changed(articles, earlier):
        yield f"{gone} of the {old} articles of the earlier report {'is' if gone == 1 else 'are'} gone or changed"
    if new * _OLD_FOR_EACH_NEW > old:
        yield f"{new} new ones beside {old} are too many to be added"
    if new and (new + old > 2 * first or len(earlier.batches) >= MOST_BATCHES):
        yield f"{new + old - first} have come to the {first} it began with"


def _same_prompts(earlier: Earlier) -> bool:
    try:
        return all(read_prompt(name).digest == digest for name, digest in earlier.prompts.items() if name.isidentifier())
    except ConfigError:
        return False


def _changed(articles: Sequence[Article], earlier: Earlier) -> int:
    """How many of the earlier report's articles are not there as they were."""
    now = {article.article_id: article for article in articles}
    return sum(name not in now or _shown(now[name]) != _told(earlier, name) for name in earlier.heads)


def _told(earlier: Earlier, name: str) -> tuple[str | None, ...]:
    head = earlier.heads[name]
    return head.title, head.outlet, head.published, head.published_time, head.language


def _shown(article: Article) -> tuple[str | None, ...]:
    published = article.published.isoformat() if article.published else None
    return article.title, article.outlet, published, article.published_time, article.language
