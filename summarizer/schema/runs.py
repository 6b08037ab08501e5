"""What a report is a function of, and what it cost."""

from __future__ import annotations

from summarizer.schema.articles import Record


class MeetingRecord(Record):
    """How completely the statements were laid side by side.

    Attributes:
        statements: of all articles; pairs: of statements of different articles.
        met: pairs that stood in one table before the model; without a model, those that code looked at.
        tables: one call of the model each.
    """

    statements: int = 0
    pairs: int = 0
    met: int = 0
    tables: int = 0


class WeighingRecord(Record):
    """How many differences were proposed, and how many of them were weighed from the passages.

    Attributes:
        proposed: by readers of the table and by code; questions: what is left once those that are one question are merged.
        weighed: of these; left_out: those over the cap, the lowest ranked. What is neither was lost in a reading that failed.
    """

    proposed: int = 0
    questions: int = 0
    weighed: int = 0
    left_out: int = 0


class UsageRecord(Record):
    """What the model cost. Counts are of the answers the report rests on, whether paid now or recorded earlier.

    Attributes:
        answers: answers used; output and input tokens are as the endpoint reported them.
        unreported: answers for which the endpoint reported no token counts.
    """

    answers: int = 0
    input_tokens: int = 0
    output_tokens: int = 0
    unreported: int = 0


class Answerer(Record):
    """Which model answered, as the endpoint says.

    Attributes:
        model: its name; fingerprint: of the system that ran it. None where the endpoint does not say.
        answers: how many of the answers that the report rests on.
    """

    model: str | None = None
    fingerprint: str | None = None
    answers: int = 0


class RunRecord(Record):
    """What the report is a function of, and what it cost. Holds no clock and no path of the machine.

    Attributes:
        model: the name that was asked for; answered_by: who answered.
        warnings: what is odd about the answers as a whole, a sentence each, for the top of the report.
    """

    program: str
    version: str
    model: str
    endpoint: str
    prompts: dict[str, str]
    articles: int
    extraction: UsageRecord
    comparison: UsageRecord
    meeting: MeetingRecord = MeetingRecord()
    weighing: WeighingRecord = WeighingRecord()
    answered_by: tuple[Answerer, ...] = ()
    warnings: tuple[str, ...] = ()
