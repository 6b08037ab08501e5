"""Records under construction, and what could not be grounded."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from summarizer.answers import ArticleAnswer, SpeakerAnswer, StatementAnswer
from summarizer.ground.coverage import uncovered
from summarizer.ground.evidence import Evidence, item_id
from summarizer.ground.numbering import Numbered
from summarizer.ground.sources import unfounded_sources
from summarizer.schema import Article, Attribution, Claim, Figure, Missing, Quoted, ReadBy, Uncovered
from summarizer.text import Span


def _quote_of(item: Quoted) -> Span:
    return Span(item.start, item.end)


@dataclass
class Draft:
    """Records under construction, keyed by id, so that overlapping parts of a long article merge.

    Attributes:
        part: the answer that is being read; made_by: the answer that gave each claim; read_by: who gives this one.
        figured: where the figures of each claim stand; doubted: claims with a figure that their sentences do not have.
    """

    numbered: Numbered
    claims: dict[str, Claim] = field(default_factory=dict)
    figures: dict[str, Figure] = field(default_factory=dict)
    attributions: dict[str, Attribution] = field(default_factory=dict)
    missing: dict[str, Missing] = field(default_factory=dict)
    part: int = -1
    read_by: ReadBy = "model"
    made_by: dict[str, int] = field(default_factory=dict)
    figured: dict[str, set[int]] = field(default_factory=dict)
    doubted: set[str] = field(default_factory=set)

    @property
    def article(self) -> Article:
        """What is being read."""
        return self.numbered.article

    @property
    def items(self) -> list[Quoted]:
        """All records so far that have evidence."""
        return [*self.claims.values(), *self.figures.values(), *self.attributions.values()]

    def left(self, places: Sequence[Uncovered]) -> tuple[Uncovered, ...]:
        """Those of the places that nothing covers.

        A statement with a figure that its sentences do not have covers no number but the figures found in it: the number
        that stands there may be the very one that was changed.
        """
        doubted = self.doubted
        sound: list[Quoted] = [item for item in self.claims.values() if item.item_id not in doubted]
        sound += [figure for figure in self.figures.values() if figure.claim_id not in doubted]
        sound += [said for said in self.attributions.values() if said.claim_id not in doubted]
        found = [Span(figure.anchor_start, figure.anchor_end) for figure in self.figures.values()]
        numbers = uncovered((p for p in places if p.kind == "number"), [*map(_quote_of, sound), *found])
        others = uncovered((p for p in places if p.kind != "number"), map(_quote_of, self.items))
        return tuple(sorted((*numbers, *others), key=lambda place: (place.start, place.end)))

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

    def miss_sources(self, answers: Sequence[ArticleAnswer]) -> None:
        """Keep the outlets and reports that the article is said to rest on and does not name."""
        for kind, name in unfounded_sources(answers, self.article):
            self.miss_once(kind, f"the article {_RESTS[kind]} {name}", "the article does not name it as its source")

    def miss_once(self, kind: str, said: str, why: str) -> None:
        """Keep what could not be grounded and belongs to no one statement."""
        missing_id = item_id(self.article, "missing", kind, said)
        self.missing[missing_id] = Missing(item_id=missing_id, kind=kind, statement=said, anchor="", sentences=(), why=why)


_RESTS = {"main source": "retells", "credit": "credits"}
