"""The closed vocabularies of the report. Imports nothing from the package."""

from __future__ import annotations

from enum import StrEnum

RULES = "rules"
"""The model's name that stands for the extractor without a model."""


class Modality(StrEnum):
    """How a statement is put forward."""

    ASSERTED = "asserted"  # stated as a fact, by the article or by the speaker
    ALLEGED = "alleged"  # claimed, with doubt or without proof
    DENIED = "denied"  # said not to be so, or rejected
    EXPECTED = "expected"  # said to be going to happen, feared, planned or possible
    OPINION = "opinion"  # a judgement or attitude


class Verdict(StrEnum):
    """What a finding says about its sides."""

    CONTRADICT = "contradict"  # they cannot both be right as reported
    DIFFERS = "differs"  # both can hold, yet told differently: emphasis, attitude, scale in words, a dropped hedge
    UPDATE = "update"  # each was right at its own time
    SCOPE = "scope"  # another place, group, period, event or definition
    COMPATIBLE = "compatible"  # rounding, a subset, "at least", the same thing in other words
    UNSURE = "unsure"  # cannot be told from the texts whether they speak of one matter, or whether both can hold
    AGREE = "agree"  # they state the same


class Cause(StrEnum):
    """Why a difference is no contradiction."""

    AS_OF = "as_of"  # each holds at another time, as the texts show
    EVENT = "event"  # another event
    COUNTED_WHAT = "counted_what"  # another thing is counted: dead against dead and missing, a part against the whole
    COUNTED_WHO = "counted_who"  # another group is counted: civilians against all
    PLACE = "place"  # another place, or a part of it
    DEFINITION = "definition"  # one word, two definitions
    SOURCE = "source"  # another source of another scope
    ROUNDING = "rounding"  # rounded, converted, "at least", or a vague word that the other's number fits
    WORDING = "wording"  # the same in other words, or in fewer


EXPLAINED = (Verdict.UPDATE, Verdict.SCOPE, Verdict.COMPATIBLE)
"""The verdicts of a difference that has an explanation, in the order a reader wants them."""

AS_READ = (Verdict.CONTRADICT, Verdict.DIFFERS, Verdict.UNSURE, *EXPLAINED, Verdict.AGREE)
"""All verdicts, the graver first: the order in which a report shows them."""


class FindingKind(StrEnum):
    """What the sides of a finding are about."""

    QUANTITY = "quantity"
    DATE = "date"
    QUOTATION = "quotation"
    ATTRIBUTION = "attribution"
    DENIAL = "denial"
    FACT = "fact"


class Matter(StrEnum):
    """What the question of a finding is about; with the verdict it decides how grave the finding is."""

    CASUALTIES = "casualties"  # dead, injured, missing
    RESPONSIBILITY = "responsibility"  # who did it, who is to blame, who is accused
    CAUSE = "cause"
    OCCURRENCE = "occurrence"  # whether something happened, or is so, at all
    POSITION = "position"  # what someone wants, plans or holds
    AMOUNT = "amount"  # any other number, rise or fall
    TIME = "time"
    PLACE = "place"
    IDENTITY = "identity"  # who or what took part
    WORDING = "wording"  # a speaker's words
    OTHER = "other"


class Severity(StrEnum):
    """How soon an analyst must act on a finding."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


SEVERITY_RANK = {Severity.HIGH: 0, Severity.MEDIUM: 1, Severity.LOW: 2}
"""Rank for sorting: 0 is the most severe."""


class DecidedBy(StrEnum):
    """Who came to a finding's verdict."""

    CODE = "code"  # only a check in code speaks for it
    MODEL = "model"  # only the language model speaks for it
    BOTH = "both"  # a check in code and the language model agree that there is a difference


class Ruling(StrEnum):
    """What a reviewer decides about a finding."""

    CONFIRMED = "confirmed"  # it is a real difference
    DISMISSED = "dismissed"  # it is none, or none that matters
    UNSURE = "unsure"  # looked at, and it cannot be told


class DismissalReason(StrEnum):
    """Why a reviewer dismisses a finding."""

    SAME = "same"  # both say the same
    OTHER_MATTER = "other_matter"  # they speak of two matters: another event, group, place, period
    UPDATE = "update"  # the later one replaces the earlier one
    ROUNDING = "rounding"  # rounding, "at least", a vague word
    MISREAD = "misread"  # the program has an article wrong
    MINOR = "minor"  # real, and not worth a reader's time
    OTHER = "other"  # see the note


class ArticleStatus(StrEnum):
    """How far an article came."""

    READ = "read"  # the text is there, nothing was extracted yet
    EXTRACTED = "extracted"  # its statements are there
    FAILED = "failed"  # it could be read, but the model's answer could not be had: not the same as "no statements"


class ZoneKind(StrEnum):
    """A stretch of an article's text that is not its running text."""

    TITLE = "title"
    BYLINE = "byline"
    CAPTION = "caption"
    NAVIGATION = "navigation"
    RELATED = "related"
    ADVERT = "advert"
    COMMENTS = "comments"
    SPAM = "spam"
    FOOTER = "footer"
    WALL = "wall"  # subscribe, register, log in
    WITHDRAWN = "withdrawn"  # struck out by the outlet itself
    NOTE = "note"  # a footnote, an editor's comment: beside the text, not in it


EXTRACTED_ZONES = frozenset({ZoneKind.TITLE})
"""Zones whose sentences are shown to the model all the same."""


NOTES_LIST = ".summarizer.json"
"""In a folder of notes that the program wrote: which they are. Nothing there is an article."""


class Format(StrEnum):
    """A format of other programs that a report can be exported in, by the name it has on the command line."""

    CSV = "csv"  # tables for a spreadsheet
    JSONL = "jsonl"  # the same tables, a JSON object a row
    PARQUET = "parquet"  # the same tables, typed
    SQLITE = "sqlite"  # the same tables in one database
    ANNOTATIONS = "annotations"  # W3C Web Annotations
    FOLLOW_THE_MONEY = "ftm"  # Aleph, OpenAleph
    DATASHARE = "datashare"
    CLAIM_REVIEW = "claimreview"  # schema.org
    VAULT = "vault"  # linked notes for Obsidian
    CSL = "csl"  # the articles for Zotero and Pandoc
