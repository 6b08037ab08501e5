"""What a run needs of the report that its folder holds already. The file is anybody's: little is read, all of it checked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from summarizer.schema import News

_Id = Annotated[str, Field(max_length=200)]
_Words = Annotated[str, Field(max_length=20_000)]


class EarlierUnreadable(Exception):
    """The file is no report of this shape; the message says what is wrong, without what stands in it."""


class _Part(BaseModel):
    """What is not needed is passed over."""

    model_config = ConfigDict(frozen=True, extra="ignore", strict=True)


class Head(_Part):
    """An article's id, and what a request shows of it besides its text."""

    article_id: _Id
    title: _Words | None = None
    outlet: _Words | None = None
    published: _Words | None = None
    published_time: _Words | None = None
    language: _Words | None = None


class _Run(_Part):
    model: _Words
    prompts: dict[_Id, _Id] = {}


class _Finding(_Part):
    finding_id: _Id
    question: _Words


class _News(_Part):
    articles: tuple[_Id, ...] = ()
    findings: tuple[_Id, ...] = ()
    gone: tuple[_Words, ...] = ()


class _Report(_Part):
    format: Literal[1]
    run: _Run
    articles: tuple[Head, ...]
    findings: tuple[_Finding, ...]
    batches: tuple[tuple[_Id, ...], ...] = ()
    news: _News | None = None


@dataclass(frozen=True)
class Earlier:
    """A report that an earlier run wrote.

    Attributes:
        prompts: the digest of each prompt that was used.
        batches: ids of its articles in the order in which they came to the story, each in one batch.
        findings: the questions of its findings by their ids.
    """

    model: str
    prompts: dict[str, str]
    heads: dict[str, Head]
    batches: tuple[tuple[str, ...], ...]
    findings: dict[str, str]
    news: News | None


def parse_earlier(raw: bytes) -> Earlier:
    """What the bytes of a report.json tell. Raises EarlierUnreadable."""
    try:
        read = _Report.model_validate_json(raw)
    except ValidationError as error:
        raise EarlierUnreadable(_first(error)) from None
    heads = {head.article_id: head for head in read.articles}
    batches = read.batches or (tuple(heads),)
    if len(heads) != len(read.articles) or not _holds_each_once(batches, heads):
        raise EarlierUnreadable("its articles are not each in one batch")
    news = News(**read.news.model_dump()) if read.news else None
    findings = {finding.finding_id: finding.question for finding in read.findings}
    return Earlier(read.run.model, read.run.prompts, heads, batches, findings, news)


def _holds_each_once(batches: Sequence[Sequence[str]], heads: dict[str, Head]) -> bool:
    every = [article_id for batch in batches for article_id in batch]
    return all(batches) and len(every) == len(heads) and set(every) == set(heads)


def _first(error: ValidationError) -> str:
    first = error.errors(include_url=False, include_context=False, include_input=False)[0]
    place = ".".join(str(part) for part in first["loc"])
    if place == "format":
        return "another version of summarizer wrote it"
    # What the parser says of text that is no JSON at all names a line and a column, and nothing of the text.
    return f"{place}: {first['msg']}" if place else first["msg"]
