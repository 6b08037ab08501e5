"""From a model's answer to checked records: every anchor and figure is found in the article's own characters."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from summarizer.answers import ArticleAnswer, FigureAnswer, SpeakerAnswer, StatementAnswer
from summarizer.ground.clauses import clause_around
from summarizer.ground.clocks import other_clocks
from summarizer.ground.coverage import checkable, uncovered
from summarizer.ground.evidence import Evidence, item_id, locate
from summarizer.ground.names import foreign_names, is_named
from summarizer.ground.numbering import Numbered
from summarizer.ground.numbers import cuts_number, foreign_numbers, other_numbers
from summarizer.ground.ordinary import is_english
from summarizer.ground.said_dates import other_dates
from summarizer.ground.sources import credited, main_source
from summarizer.ground.support import quantity_at, quoted_words
from summarizer.ground.timing import Timing, timing
from summarizer.quantities import Quantity
from summarizer.schema import Article, Attribution, Claim, Figure, Missing, Quoted, ReadBy, Summary, Uncovered
from summarizer.terms import ArticleStatus, Modality
from summarizer.text import Span, find_verbatim

_SAY = re.compile(r"\b(?:said|says|say|saying)\b", re.IGNORECASE)


def ground(numbered: Numbered, answers: Sequence[ArticleAnswer], by_rules: Sequence[ArticleAnswer] = ()) -> Summary:
    """All answers about one article as checked records, in the order of the text, doubles merged.

    The model's answers come first: what they cover is counted before what rules read is added.
    """
    return ground_with_rest(numbered, answers, lambda _: by_rules)


def ground_with_rest(
    numbered: Numbered,
    answers: Sequence[ArticleAnswer],
    read_rest: Callable[[Sequence[Uncovered]], Sequence[ArticleAnswer]],
) -> Summary:
    """The same, where rules are asked for what the model's answers leave uncovered."""
    draft, places = _Draft(numbered), checkable(numbered)
    draft.add(answers, "model")
    left = uncovered(places, draft.items)
    by_rules = read_rest(left)
    draft.add(by_rules, "rules")
    everything = [*answers, *by_rules]
    return Summary(
        article=numbered.article,
        status=ArticleStatus.EXTRACTED,
        claims=tuple(sorted(draft.claims.values(), key=_position)),
        figures=tuple(sorted(draft.figures.values(), key=_position)),
        attributions=tuple(sorted(draft.attributions.values(), key=_position)),
        missing=tuple(draft.missing.values()),
        uncovered=uncovered(left, draft.items),
        checkable=len(places),
        covered=len(places) - len(left),
        period=None if numbered.article.published or not answers else answers[0].period,
        main_source=main_source(everything, numbered.article),
        credited=credited(everything),
    )


def _position(item: Claim | Figure | Attribution) -> tuple[int, int, str]:
    return item.anchor_start, item.anchor_end, item.item_id


@dataclass
class _Draft:
    """Records under construction, keyed by id, so that overlapping parts of a long article merge.

    Attributes:
        part: the answer that is being read; made_by: the answer that gave each claim; read_by: who gives this one.
    """

    numbered: Numbered
    claims: dict[str, Claim] = field(default_factory=dict)
    figures: dict[str, Figure] = field(default_factory=dict)
    attributions: dict[str, Attribution] = field(default_factory=dict)
    missing: dict[str, Missing] = field(default_factory=dict)
    part: int = -1
    read_by: ReadBy = "model"
    made_by: dict[str, int] = field(default_factory=dict)

    @property
    def article(self) -> Article:
        return self.numbered.article

    @property
    def items(self) -> list[Quoted]:
        """All records so far that have evidence."""
        return [*self.claims.values(), *self.figures.values(), *self.attributions.values()]

    def add(self, answers: Sequence[ArticleAnswer], read_by: ReadBy) -> None:
        """Ground every statement of these answers."""
        self.read_by = read_by
        for answer in answers:
            self.part += 1
            speakers = {speaker.id: speaker for speaker in answer.speakers}
            for statement in answer.statements:
                _ground_statement(self, statement, speakers)

    def claim_id(self, statement: StatementAnswer, said: str, evidence: Evidence, speakers: dict[str, SpeakerAnswer]) -> str:
        """The id of a statement: that of a claim which is there if an overlapping part, or this one, gave it before.

        Two statements of one part that share their anchor and speaker differ by what they say.
        """
        speaker = speakers.get(statement.by or "")
        parts = ["claim", evidence.anchor.start, evidence.anchor.end, speaker.name if speaker else statement.by or ""]
        for extra in ([], [said]):
            claim_id = item_id(self.article, *parts, *extra)
            if claim_id not in self.claims:
                self.made_by[claim_id] = self.part
                break
            if self.made_by[claim_id] != self.part or self.claims[claim_id].statement == said:
                break
        return claim_id

    def miss(self, kind: str, statement: StatementAnswer, words: str, why: str) -> None:
        """Keep what could not be grounded."""
        missing_id = item_id(self.article, "missing", kind, statement.anchor, words, statement.statement or "")
        self.missing[missing_id] = Missing(
            item_id=missing_id,
            kind=kind,
            statement=statement.statement or "",
            anchor=words,
            sentences=tuple(statement.sents),
            why=why,
        )


def _ground_statement(draft: _Draft, statement: StatementAnswer, speakers: dict[str, SpeakerAnswer]) -> None:
    evidence = locate(draft.numbered, statement)
    if isinstance(evidence, str):
        draft.miss("claim", statement, statement.anchor, evidence)
        return
    said = _statement_text(draft.article, statement, evidence)
    if wrong := _wrong_numbers(draft.article, statement, said, evidence):
        draft.miss("claim", statement, statement.anchor, wrong)
        return
    claim_id = draft.claim_id(statement, said, evidence, speakers)
    known = claim_id in draft.claims
    if not known:
        attribution = _attribution(draft, statement, speakers, evidence, claim_id)
        draft.claims[claim_id] = _claim(draft, statement, said, evidence, claim_id, attribution)
    # A statement given twice names its figures twice, perhaps with another measure: only those it lacked are added.
    had = {f.anchor_start for f in draft.figures.values() if f.claim_id == claim_id} if known else set()
    for figure in statement.figures:
        made = _figure(draft, statement, figure, evidence, claim_id)
        if made is not None and made.anchor_start not in had:
            draft.figures[made.item_id] = made


def _wrong_numbers(article: Article, statement: StatementAnswer, said: str, evidence: Evidence) -> str | None:
    """Why the numbers of a statement are not those of the article.

    The article's own sentence has them, unless it was cut inside one. What is not English is only asked for digits that
    the article lacks.
    """
    if not statement.statement:
        return "the sentence is cut inside a number" if cuts_number(article.text, evidence.sentence) else None
    if foreign := foreign_numbers(article, said):
        return f"the statement says {', '.join(map(repr, foreign))}, the article does not"
    if not is_english(article.language):
        return None
    others = [text for asked in (other_numbers, other_dates, other_clocks) for text in asked(article, said, evidence.cited)]
    return f"the statement says {', '.join(map(repr, others))}, the sentences it rests on do not" if others else None


def _statement_text(article: Article, statement: StatementAnswer, evidence: Evidence) -> str:
    """The model's sentence, or the article's own where the model says that it can stand alone."""
    return statement.statement or " ".join(evidence.sentence.of(article.text).split())


def _claim(  # noqa: PLR0913, PLR0917  one place where a claim is put together
    draft: _Draft,
    statement: StatementAnswer,
    said: str,
    evidence: Evidence,
    claim_id: str,
    attribution: Attribution | None,
) -> Claim:
    told = _time(draft, statement, statement.when, evidence)
    return Claim(
        item_id=claim_id,
        **evidence.fields(draft.article),
        read_by=draft.read_by,
        statement=said,
        modality=Modality(statement.stance),
        when=told.words,
        earliest=told.earliest,
        latest=told.latest,
        attribution_id=attribution.item_id if attribution else None,
        doubts=foreign_names(draft.article, said) if statement.statement else (),
    )


def _figure(
    draft: _Draft, statement: StatementAnswer, figure: FigureAnswer, evidence: Evidence, claim_id: str
) -> Figure | None:
    """The figure where it stands in the cited sentences; one that does not stand there is missing."""
    article = draft.article
    hits = [hit for span in (evidence.quote, *evidence.cited) for hit in find_verbatim(figure.figure, article.text, span)]
    if not hits:
        draft.miss("figure", statement, figure.figure, "the figure does not stand in the cited sentences as written")
        return None
    place = hits[0]
    told = _time(draft, statement, figure.as_of or statement.when, evidence)
    return Figure(
        item_id=item_id(article, "figure", claim_id, place.start, place.end, figure.measure),
        **_figure_evidence(article, evidence, place),
        read_by=draft.read_by,
        claim_id=claim_id,
        figure=place.of(article.text),
        measure=figure.measure,
        of=figure.of,
        where=figure.where,
        as_of=told.words,
        earliest=told.earliest,
        latest=told.latest,
        **_value(quantity_at(draft.numbered.analysis, place)),
    )


def _time(draft: _Draft, statement: StatementAnswer, phrase: str | None, evidence: Evidence) -> Timing:
    """When it holds; a time that the article does not give is missing, and stands for no time at all."""
    told = timing(draft.article, phrase, evidence.cited, draft.numbered.spans)
    if told.missing:
        draft.miss("time", statement, told.missing, "the article gives no such time")
    return told


def _value(quantity: Quantity | None) -> dict[str, Any]:
    """What the code reads in the figure; nothing at all where it reads no number."""
    if quantity is None:
        return {}
    names = ("low", "high", "approximator", "unit", "direction", "vague", "additional", "partitive", "precision")
    return {name: getattr(quantity, name) for name in names}


def _figure_evidence(article: Article, evidence: Evidence, place: Span) -> dict[str, Any]:
    """The statement's quote if the figure stands in it, else the clause of the cited sentence that holds it."""
    if evidence.quote.covers(place):
        return evidence.fields(article, place)
    sentence = next((s for s in evidence.cited if s.covers(place)), place)
    return replace(evidence, quote=clause_around(article.text, sentence, place)).fields(article, place)


def _attribution(
    draft: _Draft,
    statement: StatementAnswer,
    speakers: dict[str, SpeakerAnswer],
    evidence: Evidence,
    claim_id: str,
) -> Attribution | None:
    """Who says the statement. A speaker whose name does not stand in the article is missing, the claim stays."""
    if statement.by is None:
        return None
    speaker = speakers.get(statement.by)
    name = speaker.name if speaker else statement.by
    if not is_named(draft.article, name):
        draft.miss("attribution", statement, name, "the speaker's name does not stand in the article")
        return None
    if words := quoted_words(
        draft.article.text, evidence.anchor
    ):  # of a quotation of several sentences the part that this statement rests on
        words = Span(max(words.start, evidence.sentence.start), min(words.end, evidence.sentence.end))
    shown = evidence.fields(draft.article)
    if words and not (shown["start"] <= words.start and words.end <= shown["end"]):
        whole = Span(min(evidence.quote.start, words.start), max(evidence.quote.end, words.end))
        shown = replace(evidence, quote=whole).fields(draft.article)
    attribution_id = item_id(draft.article, "attribution", evidence.anchor.start, evidence.anchor.end, name)
    draft.attributions[attribution_id] = Attribution(
        item_id=attribution_id,
        **shown,
        read_by=draft.read_by,
        claim_id=claim_id,
        source=name,
        role=speaker.role if speaker else None,
        cue=_cue(draft.article, statement, evidence),
        content=words.of(draft.article.text) if words else None,
        direct=words is not None,
        via=tuple(speaker.via) if speaker else (),
        modality=Modality(statement.stance),
    )
    return draft.attributions[attribution_id]


def _cue(article: Article, statement: StatementAnswer, evidence: Evidence) -> str | None:
    """The word that introduces the speaker as the article has it; a form of "say" need not be named by the model."""
    text = article.text
    if statement.cue:
        return next((hit.of(text) for hit in find_verbatim(statement.cue, text)), None)
    return next((m.group() for span in evidence.cited for m in _SAY.finditer(span.of(text))), None)
