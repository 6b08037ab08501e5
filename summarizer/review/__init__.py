"""What reviewers decided, held against the findings of a report: what stands, what is stale, disputed, new. Pure.

    deciding   makes a decision on a finding as it stands, and puts it into a review
    writing    review.toml as text: the format, and why it is the same bytes from everyone
    reading    review.toml back, also changed by hand
    merging    several people's files as one, and where they disagree
    evidence   which finding of a later report a decision is about, and what has changed under it
    standing   the state of every finding, and the decisions that belong to none
    numbering  the numbers under which findings are spoken of
    counting   how much is decided, and what share of the flags people confirmed
    cells      texts in a spreadsheet: never a formula, and back as they were
    sheet_reading   decisions out of a table of findings that `summarizer.exporting` has made
    label_studio   the findings as tasks of Label Studio;  label_studio_reading  and back
    taking     decisions of other programs put on the findings of this report, all or none
    importing  any of these files, told apart by content

The file itself is read and kept by `store`.
"""

from summarizer.review.cells import carried, csv_text, shortened
from summarizer.review.counting import Confirmed, ReviewCounts, counted
from summarizer.review.deciding import SHARPEST, Judgement, articles_of, decided, decision_on, looked_through
from summarizer.review.importing import read_decisions, unkept
from summarizer.review.label_studio import label_studio_config, label_studio_tasks
from summarizer.review.merging import Disagreement, disagreements, judgement_of, merged, undated
from summarizer.review.numbering import INDEPENDENT, as_read
from summarizer.review.reading import parse_review
from summarizer.review.sheet_reading import FILLED_IN
from summarizer.review.standing import FindingState, orphans, states
from summarizer.review.taking import adopted
from summarizer.review.writing import REVIEW_FILE, render_review

__all__ = [
    "FILLED_IN",
    "INDEPENDENT",
    "REVIEW_FILE",
    "SHARPEST",
    "Confirmed",
    "Disagreement",
    "FindingState",
    "Judgement",
    "ReviewCounts",
    "adopted",
    "articles_of",
    "as_read",
    "carried",
    "counted",
    "csv_text",
    "decided",
    "decision_on",
    "disagreements",
    "judgement_of",
    "label_studio_config",
    "label_studio_tasks",
    "looked_through",
    "merged",
    "orphans",
    "parse_review",
    "read_decisions",
    "render_review",
    "shortened",
    "states",
    "undated",
    "unkept",
]
