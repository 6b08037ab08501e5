"""The note of a finding: the question, why it is a finding, and each side's quote."""

from __future__ import annotations

from summarizer.exporting.vault.names import label
from summarizer.exporting.vault.notes import Notes, quote_block, side_block
from summarizer.exporting.vault.pieces import callout, note, plain
from summarizer.reporting.escape import in_note
from summarizer.reporting.findings import VERDICTS
from summarizer.reporting.phrases import joined
from summarizer.reporting.reviewed import told_of
from summarizer.schema import Finding, Side


def finding_note(notes: Notes, finding: Finding) -> str:
    """The whole note."""
    state = notes.reviewed.of(finding.finding_id)
    known = [side.article_id for side in finding.sides if side.article_id in notes.of_article]
    head = {
        "type": "finding",
        "verdict": finding.verdict.value,
        "kind": finding.kind.value,
        "severity": finding.severity.value,
        "matter": finding.matter.value,
        "cause": finding.cause.value if finding.cause else None,
        "decided_by": finding.decided_by.value,
        "origins": finding.origins,
        "articles": [notes.to_article(one) for one in dict.fromkeys(known)],
        "review": state.settled.value if state.settled else "disputed" if state.is_disputed else "open",
        "finding_id": plain(finding.finding_id),
        "aliases": [label(finding.question) or "finding"],
        "tags": ["summarizer/finding", f"summarizer/{finding.verdict.value}"],
    }
    return note(
        head,
        finding.question,
        (
            f"**{VERDICTS[finding.verdict].capitalize()}**, {finding.severity.value} severity · {notes.to_index()}",
            in_note(finding.why),
            f"What would settle it: {in_note(finding.settle)}" if finding.settle else "",
            *(_side(notes, finding, number, side) for number, side in enumerate(finding.sides, start=1)),
            "## Review" if state.decisions else "",
            *(told_of(one, in_note) for one in state.decisions),
        ),
    )


def _side(notes: Notes, finding: Finding, number: int, side: Side) -> str:
    """The quote under its article, its day and its speaker; the link goes to the quote in the article's note."""
    title = joined(
        notes.to_article(side.article_id, quote_block(side)),
        notes.written(side.article_id),
        f"according to {notes.to_speaker(side.article_id, side.speaker)}" if side.speaker else None,
        f"by way of {in_note(side.through)}" if side.through and side.through != side.speaker else None,
        f"as of “{in_note(side.when)}”" if side.when else None,
    )
    key = notes.keys.get(side.article_id)
    return callout("quote", title, [in_note(side.quote) + (f" [@{key}]" if key else "")], side_block(finding, number))
