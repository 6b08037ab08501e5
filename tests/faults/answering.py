"""Sensible answers to the program's own requests: a model that reads numbers and speakers where they are plain."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

LINE = re.compile(r"^\[s(\d+)\] (.*)$", re.MULTILINE)
HEAD = re.compile(r"^Outlet: (.*)$", re.MULTILINE)
FIGURE = re.compile(
    r"(?P<figure>(?:(?:at least|about|some|more than) )?\d[\d,]* (?P<noun>[a-z]+))(?: (?:were|was) (?P<done>[a-z]+))?",
    re.IGNORECASE,
)
SPEAKERS = (re.compile(r"^(?:The )?([\w ]{3,40}?) said\b"), re.compile(r", (?:the )?([\w ]{3,40}?) said\."))
ROW = re.compile(r"^(A\d+)\.(\d+) \| (.*)$", re.MULTILINE)
ROW_FIGURE = re.compile(r"figure: (.+?) = (.+?) \[([^\]]*)\]")
PAIR = re.compile(r"^(p\d+)\. (.*)$", re.MULTILINE)
MARKED = re.compile(r"«(.*?)»", re.DOTALL)
LONGEST_ANCHOR = 6
MOST_PROPOSALS = 30


@dataclass(frozen=True)
class Question:
    """One request as the endpoint understands it.

    Attributes:
        tool: the name of the answer type asked for.
        text: the request's data: the user's first message.
        again: it asks once more, with more messages than the first time.
        late: seconds after the start of the endpoint at which it came.
    """

    body: dict[str, Any] = field(repr=False)
    tool: str
    text: str
    again: bool
    late: float = 0.0

    @property
    def outlet(self) -> str:
        """Whose article it is about; the name of the answer type where it is about all of them."""
        found = HEAD.search(self.text) if self.tool == "ArticleAnswer" else None
        return found.group(1).strip() if found else self.tool

    @property
    def sentences(self) -> dict[int, str]:
        """The numbered sentences of an article."""
        return {int(number): text for number, text in LINE.findall(self.text)}


def question(body: dict[str, Any], late: float = 0.0) -> Question:
    """What a request asks."""
    messages = body.get("messages") or [{}]
    tools = body.get("tools") or [{"function": {"name": "none"}}]
    user = [m for m in messages if m.get("role") == "user"] or messages
    return Question(body, tools[0]["function"]["name"], str(user[0].get("content", "")), len(messages) > 2, late)


def sensible(asked: Question) -> dict[str, Any]:
    """What a model that understood would answer."""
    if asked.tool == "ArticleAnswer":
        return statements_of(asked.sentences)
    return proposals_of(asked.text) if asked.tool == "ProposalsAnswer" else verdicts_of(asked.text)


def statements_of(sentences: dict[int, str]) -> dict[str, Any]:
    """A statement for each sentence, with its figures and its speaker."""
    speakers: dict[str, str] = {}
    statements = []
    for number, text in sentences.items():
        if text.startswith(("Title: ", "Outlet: ", "Date: ")):
            continue
        statement: dict[str, Any] = {"sents": [number], "anchor": _anchor(text)}
        if speaker := _speaker(text):
            statement["by"] = speakers.setdefault(speaker, f"p{len(speakers) + 1}")
        if figures := [_figure(match) for match in FIGURE.finditer(text)]:
            statement["figures"] = figures
        statements.append(statement)
    return {"speakers": [{"id": i, "name": name} for name, i in speakers.items()], "statements": statements}


def _figure(match: re.Match[str]) -> dict[str, str]:
    noun, done = match["noun"], match["done"]
    return {"figure": match["figure"], "measure": f"{noun} {done}" if done else f"{noun} told"}


def _anchor(text: str) -> str:
    words = text.split()
    first = next((n for n, word in enumerate(words) if word[0].isdigit()), 0)
    return " ".join(words[max(0, min(first, len(words) - 3)) :][:LONGEST_ANCHOR])


def _speaker(text: str) -> str | None:
    found = next((match for pattern in SPEAKERS if (match := pattern.search(text))), None)
    return found.group(1) if found else None


def proposals_of(table: str) -> dict[str, Any]:
    """The pairs of different articles whose figures for one measure differ."""
    by_measure: dict[str, list[tuple[str, str, str]]] = {}
    for article, number, rest in ROW.findall(table):
        for _, measure, read in ROW_FIGURE.findall(rest):
            by_measure.setdefault(measure, []).append((article, f"{article}.{number}", read))
    proposals = []
    for measure, rows in by_measure.items():
        other = next((row for row in rows if row[0] != rows[0][0] and row[2] != rows[0][2]), None)
        if other is not None and measure.endswith("killed"):
            question_of = f"How many {measure.removesuffix(' killed')} were killed?"
            proposals.append({"question": question_of, "left": rows[0][1], "right": other[1], "kind": "quantity"})
    return {"proposals": proposals[:MOST_PROPOSALS]}


def verdicts_of(pairs: str) -> dict[str, Any]:
    """A contradiction where the marked sentences of a pair hold different numbers, else nothing that differs."""
    found = list(PAIR.finditer(pairs))
    ends = [match.start() for match in found[1:]] + [len(pairs)]
    return {"pairs": [_verdict(m.group(1), pairs[m.end() : end]) for m, end in zip(found, ends, strict=True)]}


def _verdict(pair: str, passages: str) -> dict[str, str]:
    numbers = [re.findall(r"\d+", marked) for marked in MARKED.findall(passages)]
    differ = len(numbers) > 1 and numbers[0] != numbers[1]
    why = "The two give other numbers for one count." if differ else "Both give one count."
    judged = {"verdict": "contradict"} if differ else {"verdict": "compatible", "cause": "wording"}
    return {"id": pair, "why": why, "same": "yes", **judged, "matter": "casualties", "interest": "high"}
