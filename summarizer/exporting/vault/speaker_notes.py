"""The note of a speaker: what is attributed to one who is named, in all articles and findings."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from summarizer.exporting.speakers import Speaker
from summarizer.exporting.vault.names import label
from summarizer.exporting.vault.notes import Notes, side_block
from summarizer.exporting.vault.pieces import callout, note, plain
from summarizer.reporting.escape import in_note
from summarizer.reporting.findings import VERDICTS
from summarizer.schema import Attribution, Finding


def findings_of_speakers(notes: Notes) -> dict[str, list[tuple[Finding, int]]]:
    """By the speaker's name: the findings in which he is a side, each with the first of these sides."""
    found: dict[str, dict[str, tuple[Finding, int]]] = defaultdict(dict)
    for finding in notes.findings:
        for number, side in enumerate(finding.sides, start=1):
            one = notes.speaker_of(side.article_id, side.speaker) if side.speaker else None
            if one:
                found[one.name].setdefault(finding.finding_id, (finding, number))
    return {name: list(findings.values()) for name, findings in found.items()}


def speaker_note(notes: Notes, speaker: Speaker, findings: list[tuple[Finding, int]]) -> str:
    """The whole note."""
    by_article: dict[str, dict[tuple[int, int], Attribution]] = defaultdict(dict)
    for article_id, one in speaker.said:
        by_article[article_id].setdefault((one.start, one.end), one)
    articles = notes.in_time(list(by_article))
    head = {
        "type": "speaker",
        "name": plain(speaker.name),
        "articles": [notes.to_article(one) for one in articles],
        "aliases": list(dict.fromkeys(label(one) for one in (speaker.name, *speaker.spellings) if label(one))),
        "tags": ["summarizer/speaker"],
    }
    lines = [f"- {notes.to_finding(one, side_block(one, number))} ({VERDICTS[one.verdict]})" for one, number in findings]
    blocks = [notes.to_index(), *(["## In findings", "\n".join(lines)] if lines else [])]
    roles = dict.fromkeys(one.role for _, one in speaker.said if one.role)
    if roles:
        blocks.insert(1, "; ".join(in_note(role) for role in roles))
    number = 0
    for article_id in articles:
        written = notes.written(article_id)
        blocks.append(f"## {notes.to_article(article_id)}{f', {written}' if written else ''}")
        for said in _outermost(by_article[article_id].values()):
            number += 1
            blocks.append(callout("quote", "Quote", [in_note(said.quote)], f"s-{number}"))
    return note(head, speaker.name, blocks)


def _outermost(said: Iterable[Attribution]) -> Iterator[Attribution]:
    """In the order of the text, without a quote that lies within another."""
    end = -1
    for one in sorted(said, key=lambda one: (one.start, -one.end)):
        if one.end > end:
            end = one.end
            yield one
