"""The entries of what changed between two reports: one change, a few lines."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from summarizer.changes import (
    ArticleChange,
    Basis,
    Changes,
    FailureChange,
    FigureAt,
    FigureChange,
    FindingChange,
    OriginChange,
    Standing,
    WordsChange,
)
from summarizer.naming import file_name, names_of
from summarizer.reporting.phrases import count, interval, listed
from summarizer.schema import Finding, Origin, Report, Side

PASSAGES = 3
"""Sentences of an article's old or new text that are shown."""
LONGEST = 300
"""Characters of a quote."""
Lines = Iterator[str]


class Named:
    """What the articles of both reports are called.

    Attributes:
        alone: which report has an article, by its id, where only one has; rewritten: ids of those whose text changed.
    """

    def __init__(self, old: Report, new: Report, changes: Changes) -> None:
        renamed = {one.old.article_id: one.new.article_id for one in changes.articles if one.old and one.new}
        news = [summary.article for summary in new.summaries]
        ids = {article.article_id for article in news}
        olds = [one.article for one in old.summaries if renamed.get(one.article.article_id, one.article.article_id) not in ids]
        self._names: Mapping[str, str] = names_of([*news, *olds])
        self._renamed = renamed
        self.alone = {one.new.article_id: "NEW" for one in changes.articles if one.new and not one.old}
        self.alone |= {one.old.article_id: "OLD" for one in changes.articles if one.old and not one.new}
        self.rewritten = {
            at.article_id for one in changes.articles if one.same_text is False for at in (one.old, one.new) if at
        }

    def name(self, article_id: str) -> str:
        """Of an article that both have the name in the new report."""
        return self._names.get(self._renamed.get(article_id, article_id), article_id)


def finding_lines(change: FindingChange, named: Named) -> Lines:
    """A finding with its two sharpest sides, what became of it, and why."""
    finding = _latest(change)
    yield f"{change.severity:<6}  {finding.question}  [{finding.finding_id}]"
    yield from _became(change)
    for side in finding.sides[:2]:
        yield _side(side, named)
    if change.old and change.new:
        two = {side.quote for side in change.new.sides[:2]}
        yield from (f"now also {_side(side, named)}" for side in change.gained[:2] if side.quote not in two)
        yield from (f"no longer {_side(side, named)}" for side in change.lost[:2])
    yield _because(change, named)


def _latest(change: FindingChange) -> Finding:
    finding = change.new or change.old
    if finding is None:
        raise ValueError("a change of a finding has neither an old nor a new one")
    return finding


def _became(change: FindingChange) -> Lines:
    old, new = change.old, change.new
    if old and new:
        told = [f"{name} {_shown(old, name)} → {_shown(new, name)}" for name in ("verdict", "severity", "cause", "origins")]
        told = [
            line for line, name in zip(told, ("verdict", "severity", "cause", "origins"), strict=True) if name in change.fields
        ]
        if "standing" in change.fields:
            told.append(f"reviewers: {change.old_standing} → {change.new_standing}")
        if told:
            yield "; ".join(told)
    else:
        standing = change.new_standing or change.old_standing
        if standing is not None and standing is not Standing.UNDECIDED:
            yield f"reviewers: {standing}"


def _shown(finding: Finding, name: str) -> str:
    found = getattr(finding, name)
    return "none" if found is None else str(found)


def _side(side: Side, named: Named) -> str:
    speaker = f" ({side.speaker})" if side.speaker else ""
    return f"{named.name(side.article_id)}{speaker}: {_quoted(side.quote, side.anchor_start - side.start)}"


def _because(change: FindingChange, named: Named) -> str:
    ids = [side.article_id for finding in (change.old, change.new) if finding for side in finding.sides[:2]]
    if change.basis is Basis.ARTICLES:
        alone = {named.name(one): named.alone[one] for one in ids if one in named.alone}
        return "why: " + "; ".join(f"{name} is only in {where}" for name, where in alone.items())
    if change.basis is Basis.TEXT:
        return (
            f"why: the text of {listed(list(dict.fromkeys(named.name(one) for one in ids if one in named.rewritten)))} changed"
        )
    return "why: read or weighed in another way; the quotes stand in the texts of both reports"


def figure_lines(change: FigureChange, named: Named) -> Lines:
    """A figure before and now."""
    where = f" ({change.where})" if change.where else ""
    moved = f"{_read(change.old)} → {_read(change.new)}"
    yield f"{named.name(change.new.article_id)}, {change.measure}{where}: {moved}"
    yield from _before_and_after(change.old.quote, change.new.quote, change.basis)


def _read(figure: FigureAt) -> str:
    return interval(figure.low, figure.high)


def _before_and_after(old: str, new: str, basis: Basis) -> Lines:
    if old == new or basis is Basis.READING:
        yield f"the same words, read in another way: {_quoted(new)}"
    else:
        yield f"before: {_quoted(old)}"
        yield f"now:    {_quoted(new)}"


def words_lines(change: WordsChange, named: Named) -> Lines:
    """A speaker's words before and now."""
    name = named.name(change.new.article_id)
    if change.basis is Basis.READING:
        yield f"{name}: said by {change.old.speaker} before, by {change.new.speaker} now"
        yield _quoted(change.new.words)
    else:
        yield f"{name}: {change.new.speaker}"
        yield from _before_and_after(change.old.words, change.new.words, change.basis)


def article_lines(change: ArticleChange, named: Named) -> Lines:
    """An article that came, went or changed."""
    one = change.new or change.old
    if one is None:
        return
    name = f"{named.name(one.article_id)} ({one.path})"
    if change.old is None:
        yield f"+ {name}"
    elif change.new is None:
        yield f"- {name}"
    else:
        yield f"~ {name}: {'; '.join(_what(change))}"
        for what, passages in (("gone:", change.lost), ("new: ", change.gained)):
            yield from (f"{what} {_quoted(one)}" for one in passages[:PASSAGES])
            if len(passages) > PASSAGES:
                yield f"{what} and {len(passages) - PASSAGES} more"


def _what(change: ArticleChange) -> Iterator[str]:
    if change.same_text is False:
        yield {
            None: "its text is another one",
            True: "its text is another one, though the file is the same: it was read in another way",
            False: "file and text are others",
        }[change.same_file] + ("" if change.lost or change.gained else ", in white space alone")
    elif change.same_file is False:
        yield "the file is another one, its text the same"
    for name in change.fields:
        if name == "path" and change.old and change.new and file_name(change.old.path) == file_name(change.new.path):
            continue  # the folder alone is another one
        if change.old and change.new and name in type(change.old).model_fields:
            yield f"{name}: {getattr(change.old, name) or 'none'} → {getattr(change.new, name) or 'none'}"
        else:
            yield f"{name.replace('_', ' ')} changed"


def brief_lines(change: FindingChange, named: Named) -> Lines:
    """A finding on one line."""
    finding = _latest(change)
    names: Iterable[str] = dict.fromkeys(named.name(side.article_id) for side in finding.sides[:2])
    yield f"{finding.severity:<6}  {finding.verdict}: {finding.question} ({listed(list(names))})  [{finding.finding_id}]"


def origins_lines(change: OriginChange, named: Named) -> Lines:
    """How articles were counted as sources, and how they are."""
    yield f"{_sources(change.old, named)}"
    yield f"→ {_sources(change.new, named)}"


def _sources(origins: Sequence[Origin], named: Named) -> str:
    told = [f"{listed([named.name(one) for one in origin.article_ids], 6)} ({origin.basis})" for origin in origins]
    return f"{count(len(told), 'source')}: {' | '.join(told)}"


def failure_lines(change: FailureChange) -> Lines:
    """What could not be done, in which report."""
    one = change.new or change.old
    if one is not None:
        yield f"{'in NEW' if change.new else 'in OLD'}: {one.stage} {one.what}: {one.why}"


def _quoted(quote: str, at: int = 0) -> str:
    """The quote on one line; of a long one what stands around its decisive words."""
    if len(quote) > LONGEST:
        start = max(0, min(at - LONGEST // 3, len(quote) - LONGEST))
        end = start + LONGEST
        quote = f"{'…' if start else ''}{quote[start:end]}{'…' if end < len(quote) else ''}"
    return f"“{' '.join(quote.split())}”"
