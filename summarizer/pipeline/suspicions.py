"""What is odd about the answers of a run as a whole, for the top of its report."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from summarizer.answers import ArticleAnswer
from summarizer.schema import Answerer, Summary

FEWEST = 2
"""Articles from which on a likeness of their answers, or their emptiness, is odd."""
FOUND_SHARE = 0.5
"""Of an answer's statements, found in its article: copies of one report may well get one answer, and all of it is found."""
_DATE = re.compile(r"[-@](?:\d{4}-\d{2}-\d{2}|\d{8}|\d{4})$")
_DECORATION = re.compile(r"(?::latest|\.gguf|-latest)$")


@dataclass(frozen=True)
class Given:
    """What the model answered about one article.

    Attributes:
        answer: its statements as one text, the same for the same answer.
        statements: how many there are; found: how many of them the article has.
    """

    answer: str
    statements: int
    found: int


def given(answers: Sequence[ArticleAnswer], summary: Summary) -> Given:
    """What came of an article's answers."""
    statements = [one.model_dump_json() for answer in answers for one in answer.statements]
    found = sum(claim.read_by == "model" for claim in summary.claims)
    return Given("\n".join(statements), len(statements), found)


def warnings(asked: str, answered_by: Iterable[Answerer], every: Sequence[Given]) -> tuple[str, ...]:
    """One sentence for each thing that is odd; none if nothing is."""
    return (*_other_model(asked, answered_by), *_one_answer(every), *_empty(every))


def is_model(asked: str, named: str) -> bool:
    """Whether a name in an answer means the model that was asked for: a dated version of it, or its file, is."""
    return _bare(named) in {_bare(asked), _bare(asked).split(":")[0]} or _bare(named).split(":")[0] == _bare(asked)


def _bare(name: str) -> str:
    """A model's name without host, folder, date and file type."""
    bare = _DECORATION.sub("", re.split(r"[/\\]", name.strip().casefold())[-1])
    return _DATE.sub("", bare)


def _other_model(asked: str, answered_by: Iterable[Answerer]) -> Iterator[str]:
    others = [one for one in answered_by if one.model is not None and not is_model(asked, one.model)]
    if others:
        names = ", ".join(dict.fromkeys(one.model or "" for one in others))
        answers = sum(one.answers for one in others)
        yield f"{asked} was asked, and {names} gave {answers} of the answers: what stands here is that model's reading"


def _one_answer(every: Sequence[Given]) -> Iterator[str]:
    """The same statements about articles that do not say them."""
    alike = Counter(one.answer for one in every if one.statements)
    unfounded = {one.answer for one in every if one.statements and one.found < one.statements * FOUND_SHARE}
    same = sum(times for answer, times in alike.items() if times >= FEWEST and answer in unfounded)
    if same:
        yield (
            f"{same} of {len(every)} articles got an answer that another article got word for word, though they do not say "
            "the same: the endpoint may answer without reading, or from a cache"
        )


def _empty(every: Sequence[Given]) -> Iterator[str]:
    empty = sum(not one.statements for one in every)
    if empty >= FEWEST and empty * 2 > len(every):
        yield (
            f"the model named no statement at all in {empty} of {len(every)} articles; what stands here about them is what "
            "rules found: that they say little is the model's answer, and not known of the articles"
        )
