"""What the language model fills in. Untrusted: nothing here has been looked up in an article yet.

Field descriptions and docstrings are prompt text: changing one changes every request. Fields with a default
are left out by the model where the default holds, since output tokens are what a run costs.
"""

from __future__ import annotations

from typing import Annotated, Literal, get_args

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field
from pydantic.json_schema import SkipJsonSchema

Stance = Literal["asserted", "alleged", "denied", "expected", "opinion"]
VerdictWord = Literal["contradict", "differs", "update", "scope", "compatible", "unsure"]
CauseWord = Literal["as_of", "event", "counted_what", "counted_who", "place", "definition", "source", "rounding", "wording"]
InterestWord = Literal["high", "medium", "low"]
KindWord = Literal["quantity", "date", "quotation", "attribution", "denial", "fact"]
MatterWord = Literal[
    "casualties", "responsibility", "cause", "occurrence", "position", "amount", "time", "place", "identity", "wording", "other"
]
SameWord = Literal["yes", "no", "unclear"]


def _none_if_blank(value: object) -> object:
    """Models write "" or "null" where they mean nothing at all."""
    return None if isinstance(value, str) and value.strip().lower() in {"", "null", "none", "n/a"} else value


Optional = Annotated[str | SkipJsonSchema[None], BeforeValidator(_none_if_blank)]
"""Text that may be left out. The schema shows plain text: an alternative for each field would cost more than it says."""


def _word(words: object, otherwise: str) -> BeforeValidator:
    """One of the words, whatever its case; another one stands for `otherwise`, which is what holds if nothing else does.

    One odd word in one of many items is no reason to lose them all.
    """
    known = frozenset(get_args(words))

    def read(value: object) -> object:
        word = value.strip().lower() if isinstance(value, str) else value
        return word if word in known else otherwise

    return BeforeValidator(read)


Kind = Annotated[KindWord, _word(KindWord, "fact")]
Matter = Annotated[MatterWord, _word(MatterWord, "other")]
Same = Annotated[SameWord, _word(SameWord, "unclear")]
Interest = Annotated[InterestWord, _word(InterestWord, "medium")]
Cause = Annotated[CauseWord | SkipJsonSchema[None], BeforeValidator(_none_if_blank)]


class Answer(BaseModel):
    """Base of all answers: unknown fields are an error, since they hide a misunderstanding."""

    model_config = ConfigDict(extra="forbid")


class SpeakerAnswer(Answer):
    """One person, body or document that says something in the article."""

    id: str = Field(description="p1, p2, …")
    name: str = Field(description="the name as the article gives it, in full; for an unnamed one its description")
    role: Optional = Field(default=None, description="office or role as the article gives it")
    via: list[str] = Field(
        default=[], description="through whom the words reached this article, if it says so, nearest to the speaker first"
    )


class FigureAnswer(Answer):
    """One figure in a statement."""

    figure: str = Field(
        description="the figure exactly as written, with its qualifier and its unit or counted noun: at least 40 sailors"
    )
    measure: str = Field(description="what it counts or measures, in 2-6 words: sailors rescued")
    of: Optional = Field(default=None, description="of whom or what, if the measure does not say")
    where: Optional = Field(default=None, description="the place it holds for, if any")
    as_of: Optional = Field(default=None, description="the time it holds for, as written, if it differs from `when`")


class StatementAnswer(Answer):
    """One statement of the article that another report could confirm, deny, date or number differently."""

    sents: list[int] = Field(description="numbers of the sentences that say it")
    anchor: str = Field(
        description="3-8 consecutive words copied exactly from one of those sentences, holding the decisive words"
    )
    statement: Optional = Field(
        default=None,
        description="one self-contained sentence: who, what, where, when; no pronouns; "
        "leave out if the cited sentence, as it stands, is just that",
    )
    stance: Stance = "asserted"
    by: Optional = Field(default=None, description="id of the speaker; leave out where the article itself says it")
    cue: Optional = Field(default=None, description="the word or words that introduce the speaker, unless it is a form of say")
    when: Optional = Field(default=None, description="when it holds, in the article's own words")
    figures: list[FigureAnswer] = Field(default=[], description="the figures in the statement")


class ArticleAnswer(Answer):
    """Everything one article states."""

    period: Optional = Field(
        default=None, description="only if no publication date is given above: the date or period of writing the text implies"
    )
    main_source: Optional = Field(
        default=None, description="the one outlet, agency or report that this article as a whole retells, if it says so"
    )
    credited: list[str] = Field(default=[], description="other outlets, agencies and reports it takes information from")
    speakers: list[SpeakerAnswer] = Field(default=[], description="everyone who says something, once each")
    statements: list[StatementAnswer] = Field(description="in the order of the article")


class ProposalAnswer(Answer):
    """Two statements that answer one question differently, to be weighed later."""

    question: str = Field(description="the question both answer, short and specific: of what, where, when")
    left: str = Field(description="id of one of the two statements that differ most")
    right: str = Field(description="id of the other one")
    others: list[str] = Field(default=[], description="ids of further statements that answer the question, four at most")
    kind: Kind = Field(description="what differs: a number, a date, a quotation's words, who said it, a denial, a fact")


class AgreementAnswer(Answer):
    """One question of substance to which at least two articles give the same answer."""

    question: str
    members: list[str] = Field(description="ids of the statements that agree, one of every article that gives this answer")


class ProposalsAnswer(Answer):
    """What may differ between the statements of several articles, and what most of them agree on."""

    proposals: list[ProposalAnswer] = Field(description="the sharpest first, thirty at most")
    agreements: list[AgreementAnswer] = Field(default=[], description="ten at most, those that most articles share first")


class WeighedAnswer(Answer):
    """What two passages are to each other."""

    id: str = Field(description="p1, p2, …")
    why: str = Field(description="one or two short sentences: what exactly differs, and why it is or is not a contradiction")
    same: Same = Field(
        description="whether both passages speak of the same matter: the same event, people, place, time and definition"
    )
    verdict: VerdictWord
    cause: Cause = Field(default=None, description="for update, scope and compatible: what makes it no contradiction")
    shown_by: Optional = Field(
        default=None,
        description="for update and scope: the few words, copied from one of the passages, that show the order, or the other "
        "time, place, group or event",
    )
    matter: Matter = Field(
        description="what the question is about: casualties (dead, injured, missing); responsibility (who did it, who is to "
        "blame, who is accused); cause; occurrence (whether something happened or is so at all); position (what someone wants, "
        "plans or holds); amount (any other number, rise or fall); time; place; identity (who or what took part); "
        "wording (a speaker's words); other"
    )
    interest: Interest = Field(default="medium", description="how much an editor who compares the outlets wants to know it")
    settle: Optional = Field(default=None, description="only if unsure: what would settle it")


class WeighingAnswer(Answer):
    """One verdict for each pair of passages."""

    pairs: list[WeighedAnswer] = Field(description="every pair once, in the order given")
