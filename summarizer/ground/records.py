"""From a model's answer to checked records: every anchor and figure is found in the article's own characters."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from summarizer.answers import ArticleAnswer, FigureAnswer, SpeakerAnswer, StatementAnswer
from summarizer.ground.clocks import other_clocks
from summarizer.ground.coverage import checkable
from summarizer.ground.draft import Draft
from summarizer.ground.evidence import Evidence, figure_fields, item_id, locate
from summarizer.ground.fates import other_fate
from summarizer.ground.names import foreign_names, is_named
from summarizer.ground.numbering import Numbered
from summarizer.ground.numbers import cuts_number, foreign_numbers, other_numbers
from summarizer.ground.ordinary import is_english
from summarizer.ground.quoting import cue_of, shown_with_words
from summarizer.ground.said_dates import other_dates
from summarizer.ground.sources import credited, has_channel, has_role, main_source, sure_name
from summarizer.ground.support import quantity_at, value_of
from summarizer.ground.timing import Timing, timing
from summarizer.ground.turned_round import is_about_another, is_turned_round
from summarizer.ground.voices import other_voice
from summarizer.schema import Article, Attribution, Claim, Figure, ReadBy, Summary, Uncovered
from summarizer.terms import ArticleStatus, Modality
from summarizer.text import Span


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
    draft, places = Draft(numbered), checkable(numbered)
    _add(draft, answers, "model")
    left = draft.left(places)
    by_rules = read_rest(left)
    _add(draft, by_rules, "rules")
    everything = [*answers, *by_rules]
    draft.miss_sources(everything)
    return Summary(
        article=numbered.article,
        status=ArticleStatus.EXTRACTED,
        claims=tuple(sorted(draft.claims.values(), key=_position)),
        figures=tuple(sorted(draft.figures.values(), key=_position)),
        attributions=tuple(sorted(draft.attributions.values(), key=_position)),
        missing=tuple(draft.missing.values()),
        uncovered=draft.left(left),
        checkable=len(places),
        covered=len(places) - len(left),
        period=None if numbered.article.published or not answers else answers[0].period,
        main_source=main_source(everything, numbered.article),
        credited=credited(everything, numbered.article),
    )


def _add(draft: Draft, answers: Sequence[ArticleAnswer], read_by: ReadBy) -> None:
    """Ground every statement of these answers."""
    draft.read_by = read_by
    for answer in answers:
        draft.part += 1
        speakers = {speaker.id: speaker for speaker in answer.speakers}
        for statement in answer.statements:
            _ground_statement(draft, statement, speakers)


def _position(item: Claim | Figure | Attribution) -> tuple[int, int, str]:
    return item.anchor_start, item.anchor_end, item.item_id


def _ground_statement(draft: Draft, statement: StatementAnswer, speakers: dict[str, SpeakerAnswer]) -> None:
    evidence = locate(draft.numbered, statement)
    if isinstance(evidence, str):
        draft.miss("claim", statement, statement.anchor, evidence)
        return
    said = _statement_text(draft.article, statement, evidence)
    if wrong := _wrong_numbers(draft.article, statement, said, evidence):
        draft.miss("claim", statement, statement.anchor, wrong)
        return
    speaker = speakers.get(statement.by or "")
    if speaker and draft.read_by == "model" and (other := other_voice(draft.article, evidence, speaker)):
        draft.miss("attribution", statement, speaker.name, f"the article gives these words to {other}")
        return
    claim_id = draft.claim_id(statement, said, evidence, speakers)
    known = claim_id in draft.claims
    if not known:
        attribution = _attribution(draft, statement, speakers, evidence, claim_id)
        draft.claims[claim_id] = _claim(draft, statement, said, evidence, claim_id, attribution)
    # A statement given twice names its figures twice, perhaps with another measure: only those it lacked are added.
    had = frozenset(draft.figured.get(claim_id, ()) if known else ())
    for figure in statement.figures:
        made = _figure(draft, statement, figure, evidence, claim_id)
        if made is not None and made.anchor_start not in had:
            draft.figures[made.item_id] = made
            draft.figured.setdefault(claim_id, set()).add(made.anchor_start)


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
    if fate := other_fate(article, said, evidence.cited):
        return f"the statement tells of somebody {fate}, the sentences it rests on do not"
    others = [text for asked in (other_numbers, other_dates, other_clocks) for text in asked(article, said, evidence.cited)]
    return f"the statement says {', '.join(map(repr, others))}, the sentences it rests on do not" if others else None


def _statement_text(article: Article, statement: StatementAnswer, evidence: Evidence) -> str:
    """The model's sentence, or the article's own where it can stand alone or the model's says something else."""
    given = statement.statement
    if given and is_english(article.language):
        turned = is_turned_round(article, statement, evidence) or is_about_another(article, given, evidence)
        given = None if turned else given
    return given or " ".join(evidence.sentence.of(article.text).split())


def _claim(  # noqa: PLR0913, PLR0917  one place where a claim is put together
    draft: Draft,
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


def _figure(draft: Draft, statement: StatementAnswer, figure: FigureAnswer, evidence: Evidence, claim_id: str) -> Figure | None:
    """The figure where it stands in the cited sentences; one that does not stand there is missing."""
    article = draft.article
    near = (evidence.quote, *evidence.cited)
    place = next((hit for span in near if (hit := draft.numbered.find(figure.figure, span))), None)
    if place is None:
        draft.miss("figure", statement, figure.figure, "the figure does not stand in the cited sentences as written")
        draft.doubted.add(claim_id)
        return None
    if fate := other_fate(article, figure.measure, evidence.cited):
        draft.miss("figure", statement, figure.figure, f"the cited sentences do not tell of anybody {fate}")
        draft.doubted.add(claim_id)
        return None
    told = _time(draft, statement, figure.as_of or statement.when, evidence)
    return Figure(
        item_id=item_id(article, "figure", claim_id, place.start, place.end, figure.measure),
        **figure_fields(article, evidence, place),
        read_by=draft.read_by,
        claim_id=claim_id,
        figure=place.of(article.text),
        measure=figure.measure,
        of=figure.of,
        where=figure.where,
        as_of=told.words,
        earliest=told.earliest,
        latest=told.latest,
        **value_of(quantity_at(draft.numbered.analysis, place)),
    )


def _time(draft: Draft, statement: StatementAnswer, phrase: str | None, evidence: Evidence) -> Timing:
    """When it holds; a time that the article does not give is missing, and stands for no time at all."""
    told = timing(draft.article, phrase, evidence.cited, draft.numbered.spans)
    if told.missing:
        draft.miss("time", statement, told.missing, "the article gives no such time")
    return told


def _attribution(
    draft: Draft,
    statement: StatementAnswer,
    speakers: dict[str, SpeakerAnswer],
    evidence: Evidence,
    claim_id: str,
) -> Attribution | None:
    """Who says the statement. A speaker whose name does not stand in the article is missing, the claim stays."""
    if statement.by is None:
        return None
    speaker = speakers.get(statement.by)
    name = sure_name(draft.article, speaker.name if speaker else statement.by)
    if not is_named(draft.article, name):
        draft.miss("attribution", statement, name, "the speaker's name does not stand in the article")
        return None
    shown, words = shown_with_words(draft.article, evidence)
    attribution_id = item_id(draft.article, "attribution", evidence.anchor.start, evidence.anchor.end, name)
    draft.attributions[attribution_id] = Attribution(
        item_id=attribution_id,
        **shown,
        read_by=draft.read_by,
        claim_id=claim_id,
        source=name,
        role=_role(draft, speaker),
        cue=cue_of(draft.article, statement, evidence),
        content=words.of(draft.article.text) if words else None,
        direct=words is not None,
        via=_via(draft, speaker, evidence.sentence),
        modality=Modality(statement.stance),
    )
    return draft.attributions[attribution_id]


def _role(draft: Draft, speaker: SpeakerAnswer | None) -> str | None:
    """What the article says the speaker is; a role that it does not give is missing."""
    if speaker is None or speaker.role is None or has_role(draft.article, speaker.name, speaker.role):
        return speaker.role if speaker else None
    draft.miss_once("role", f"{speaker.name}, {speaker.role}", "the article does not say so of the speaker")
    return None


def _via(draft: Draft, speaker: SpeakerAnswer | None, said: Span) -> tuple[str, ...]:
    """Through whom the words came; a channel that the article does not name for this speaker is missing."""
    if speaker is None:
        return ()
    named = {name: has_channel(draft.article, name, speaker.name, said) for name in speaker.via}
    for name in (name for name, is_told in named.items() if not is_told):
        why = "the article does not name this channel for the speaker"
        draft.miss_once("channel", f"{speaker.name}, via {name}", why)
    return tuple(name for name, is_told in named.items() if is_told)
