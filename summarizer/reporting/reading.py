"""Article by article: what each one states, in the order of its text."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from summarizer.naming import day, plain
from summarizer.reporting.escape import code, escape
from summarizer.reporting.findings import folded
from summarizer.reporting.phrases import count, joined, listed, reading, sentence, when_read
from summarizer.reporting.places import Places
from summarizer.schema import Article, Attribution, Claim, Figure, Summary
from summarizer.terms import ArticleStatus, Modality

FOLDED_FROM = 10
"""A list of this many statements is folded."""

Row = Claim | Figure | Attribution


def article_section(summary: Summary, places: Places) -> Iterator[str]:
    """One article: what it is, then its statements."""
    article = summary.article
    yield f"### {_heading(article, places)}"
    yield "\n".join(f"- {line}" for line in _about(summary))
    if summary.status is not ArticleStatus.EXTRACTED:
        return
    rows = list(_rows(summary, places))
    if not rows:
        yield "No statement was found in it."
    elif len(rows) < FOLDED_FROM:
        alone = "What rules read in it, sentence by sentence:"
        yield alone if _is_by_rules(summary) else "What it states, summarised, in the order of its text:"
        yield "\n".join(rows)
    else:
        yield from folded(_size(summary), ["\n".join(rows)])


def _heading(article: Article, places: Places) -> str:
    """Its name and title; of an article that is called by its title the title once, and whole."""
    name, title = places.name(article.article_id), escape(article.title or "")
    if not title or escape(plain(article.title)) in name:
        return name
    return f"{name}: {title}"


def _is_by_rules(summary: Summary) -> bool:
    """Rules read all that was found, so that it need not be said of each statement."""
    return all(item.read_by == "rules" for item in (*summary.claims, *summary.figures, *summary.attributions))


def _size(summary: Summary) -> str:
    by_rules = sum(claim.read_by == "rules" for claim in summary.claims)
    beside = _Beside(summary)
    attributed = sum(bool(beside.speakers(claim)) for claim in summary.claims)
    return listed(
        [
            count(len(summary.claims), "statement"),
            count(len(summary.figures), "figure"),
            f"{attributed} attributed to a speaker",
            *([f"{by_rules:,} read by rules"] if by_rules else []),
        ]
    )


def _about(summary: Summary) -> Iterator[str]:
    article = summary.article
    author = f"by {escape(article.author)}" if article.author else None
    yield joined(_published(summary), author, _language(article), f"file {code(article.path)}")
    if article.url:
        yield f"Address: {code(article.url)}"
    if summary.main_source:
        yield f"Retells, as the model reads it: {escape(summary.main_source)}"
    credited = [name for name in summary.credited if name != summary.main_source]
    if credited:
        yield f"Credits {listed([escape(name) for name in credited])}"
    if article.incomplete:
        yield f"**Incomplete: {escape(article.incomplete)}.** What it does not say may stand in the missing part"
    for note in article.notes:
        yield f"Note: {escape(sentence(note))}"
    if summary.status is ArticleStatus.FAILED:
        why = f": {escape(summary.failure)}" if summary.failure else ""
        yield f"**Nothing was extracted{why}**"
    elif summary.status is ArticleStatus.READ:
        yield "**Read, but not extracted.**"
    elif summary.failure:
        yield f"**Extracted only in part: {escape(summary.failure)}.** What it does not say may stand in the rest"


def _published(summary: Summary) -> str:
    article = summary.article
    if article.published:
        time = f", {escape(article.published_time)}" if article.published_time else ""
        basis = f" (from {escape(article.published_basis)})" if article.published_basis else ""
        return f"Published {day(article.published)}{time}{basis}"
    if summary.period:
        return f"No date given (the text suggests: {escape(summary.period)}; inferred by the model)"
    return "No date given"


def _language(article: Article) -> str | None:
    return f"language {escape(article.language)}" if article.language else None


def _rows(summary: Summary, places: Places) -> Iterator[str]:
    """One entry for each statement, and one for each figure or speaker whose statement is not there."""
    known = {claim.item_id for claim in summary.claims}
    used = {claim.attribution_id for claim in summary.claims}
    items: list[Row] = [
        *summary.claims,
        *(figure for figure in summary.figures if figure.claim_id not in known),
        *(said for said in summary.attributions if said.claim_id not in known and said.item_id not in used),
    ]
    beside = _Beside(summary)
    for item in sorted(items, key=lambda item: (item.start, item.end)):
        yield _row(item, beside, places.of_item(summary.article.article_id, item))


class _Beside:
    """What belongs to each statement of an article: a flood of them has as many figures and speakers."""

    def __init__(self, summary: Summary) -> None:
        self.is_by_rules = _is_by_rules(summary)
        self._said = summary.attributions
        self._figures: dict[str | None, list[Figure]] = defaultdict(list)
        self._first_said: dict[str | None, list[int]] = defaultdict(list)
        self._by_id: dict[str | None, list[int]] = defaultdict(list)
        for figure in summary.figures:
            self._figures[figure.claim_id].append(figure)
        for number, said in enumerate(summary.attributions):
            self._first_said[said.claim_id].append(number)
            self._by_id[said.item_id].append(number)

    def figures(self, claim: Claim) -> list[Figure]:
        """The figures of a statement, in order."""
        return self._figures.get(claim.item_id, [])

    def speakers(self, claim: Claim) -> list[Attribution]:
        """Who says it: several statements may hang on one attribution, which itself names only the first of them."""
        own, shared = self._first_said.get(claim.item_id, []), self._by_id.get(claim.attribution_id, [])
        return [self._said[number] for number in sorted({*own, *shared})]


def _row(item: Row, beside: _Beside, where: str) -> str:
    if isinstance(item, Figure):
        return f"- Figure without a statement: {_figure(item)}\n  - {where}"
    if isinstance(item, Attribution):
        return f"- Speaker without a statement: {_said_by(item)}\n  - {where}"
    marked = item.read_by == "rules" and not beside.is_by_rules
    where = joined("read by rules", where) if marked else where
    return _claim(item, beside.figures(item), beside.speakers(item), where)


def _claim(claim: Claim, figures: list[Figure], speakers: list[Attribution], where: str) -> str:
    modality = None if claim.modality is Modality.ASSERTED else claim.modality.value
    when = f"when: {escape(when_read(claim.when, claim.earliest, claim.latest))}" if claim.when else None
    details = joined(modality, *map(_said_by, speakers), when, *map(_figure, figures), where)
    lines = [f"- {escape(sentence(claim.statement))}", f"  - {details}"]
    if claim.doubts:
        lines.append(f"  - **Names not in the article: {listed([escape(name) for name in claim.doubts])}**")
    return "\n".join(lines)


def _said_by(said: Attribution) -> str:
    role = f", {escape(said.role)}" if said.role else ""
    cue = f" (“{escape(said.cue)}”)" if said.cue else ""
    via = f", via {listed([escape(name) for name in said.via])}" if said.via else ""
    words = ", in quotation marks" if said.direct else ""
    return f"says {escape(said.source)}{role}{cue}{via}{words}"


def _figure(figure: Figure) -> str:
    read = reading(figure)
    arrow = f" → {escape(read)}" if read else ""
    unit = figure.unit if figure.unit and figure.unit.casefold() not in figure.measure.casefold() else None
    about = [
        escape(figure.measure),
        f"of {escape(figure.of)}" if figure.of else "",
        f"in: {escape(figure.where)}" if figure.where else "",
        f"as of: {escape(figure.as_of)}" if figure.as_of else "",
        f"unit: {escape(unit)}" if unit else "",
    ]
    return f"“{escape(figure.figure)}”{arrow} ({'; '.join(part for part in about if part)})"
