"""Which notes a report has, where each lies, and the links between them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence

from summarizer.exporting.citations import citation_keys
from summarizer.exporting.speakers import Speaker, speakers_of, without_article
from summarizer.exporting.vault.names import block, index_name, named
from summarizer.exporting.vault.pieces import link
from summarizer.naming import day, names_of
from summarizer.reporting.escape import in_note
from summarizer.reporting.page.timeline_figures import Figures
from summarizer.reporting.reviewed import Reviewed
from summarizer.review import as_read
from summarizer.schema import Article, Attribution, Finding, Measure, Report, ReviewRecord, Side


class Notes:
    """The notes of one report.

    A note's name depends on nothing but the story and what the note is about: other notes cannot change it, and no other
    story in a vault has a note of that name.
    """

    def __init__(self, report: Report, review: ReviewRecord, story: str) -> None:
        articles = [summary.article for summary in report.summaries]
        self.report, self.story = report, story
        self.reviewed, self.findings = Reviewed(report, review), as_read(report)
        self.articles = {one.article_id: one for one in articles}
        self.names, self.keys = names_of(articles), citation_keys(articles)
        self.figures = Figures(report)
        self.speakers = speakers_of(report.summaries)
        self.of_article = {
            one.article_id: self._note("Articles", _dated(self.names[one.article_id], one), one.article_id) for one in articles
        }
        self.of_finding = {one.finding_id: self._note("Findings", one.question, one.finding_id) for one in self.findings}
        self.of_speaker = {one.name: self._note("Speakers", one.name, one.name) for one in self.speakers}
        self.of_measure = self._of_measures(report.measures)
        self._spoken = {(article_id, said.source): one for one in self.speakers for article_id, said in one.said}
        self._short = {(article_id, without_article(source)): one for (article_id, source), one in self._spoken.items()}
        self.sides: dict[str, list[tuple[Finding, int, Side]]] = defaultdict(list)
        for finding in self.findings:
            for number, side in enumerate(finding.sides, start=1):
                self.sides[side.article_id].append((finding, number, side))

    def _note(self, folder: str, text: str, key: str) -> str:
        return f"{self.story}/{folder}/{named(text, f'{self.story}/{folder}/{key}')}"

    def _of_measures(self, measures: Sequence[Measure]) -> list[str]:
        times: Counter[str] = Counter()
        found = []
        for one in measures:
            title = measure_title(one)
            times[title] += 1
            found.append(self._note("Figures", title, f"{title} {times[title]}"))
        return found

    def to_index(self) -> str:
        """A link to the note that leads to all others."""
        return link(index_name(self.story), "All findings")

    def to_article(self, article_id: str, part: str | None = None) -> str:
        """A link to an article's note; its id where the report does not hold it."""
        found = self.of_article.get(article_id)
        return link(found, self.names[article_id], part) if found else in_note(article_id)

    def to_finding(self, finding: Finding, part: str | None = None) -> str:
        """A link to a finding's note."""
        return link(self.of_finding[finding.finding_id], finding.question, part)

    def to_speaker(self, article_id: str, source: str) -> str:
        """A link to the note of who is named so in an article; the words alone where they name nobody."""
        one = self.speaker_of(article_id, source)
        return link(self.of_speaker[one.name], source) if one else in_note(source)

    def speaker_of(self, article_id: str, source: str) -> Speaker | None:
        """Who is named so in an article."""
        return self._spoken.get((article_id, source)) or self._short.get((article_id, without_article(source)))

    def written(self, article_id: str) -> str:
        """When an article was published, in words; "" if it does not say."""
        article = self.articles.get(article_id)
        return day(article.published) if article and article.published else ""

    def in_time(self, article_ids: Sequence[str]) -> list[str]:
        """Each article once, in the order of publication, those without a date last."""
        return sorted(dict.fromkeys(article_ids), key=self._time)

    def _time(self, article_id: str) -> tuple[bool, str, str]:
        article = self.articles.get(article_id)
        published = article.published if article else None
        return published is None, str(published or ""), (article.published_time or "") if article else ""


def measure_title(measure: Measure) -> str:
    """What a measure counts, and where."""
    name = measure.measure[:1].upper() + measure.measure[1:]
    return f"{name} ({measure.place})" if measure.place else name


def side_block(finding: Finding, number: int) -> str:
    """The id of a side's block in the note of its finding."""
    return f"f-{block(finding.finding_id)}-{number}"


def quote_block(item: Side | Attribution) -> str:
    """The id of a quote's block in the note of its article."""
    return f"q-{item.start}-{item.end}"


def _dated(name: str, article: Article) -> str:
    return f"{name} {article.published}" if article.published else name
