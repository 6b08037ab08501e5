"""The public names and their signatures, as the docs have them: to change one is to change what other programs rely on."""

from __future__ import annotations

import inspect
import re
from pathlib import Path

import pytest

import summarizer
from summarizer import Result, Summaries
from summarizer.library.records import Table
from summarizer.terms import Format

PAGE = (Path(__file__).parents[2] / "docs" / "library.md").read_text(encoding="utf-8")
ROWS = re.findall(r"^\| `([^`]+)` \|", PAGE, re.MULTILINE)
FUNCTIONS = [name for name in summarizer.__all__ if inspect.isfunction(getattr(summarizer, name))]


def signature_of(name: str, function: object) -> str:
    """A signature as the docs write it: names and defaults."""
    found = inspect.signature(function)
    bare = [one.replace(annotation=inspect.Parameter.empty) for one in found.parameters.values() if one.name != "self"]
    shown = found.replace(parameters=bare, return_annotation=inspect.Signature.empty)
    return name + re.sub(r"<function (\w+)[^>]*>", r"\1", str(shown)).replace("'", '"')


def members(kind: type) -> list[str]:
    return [name for name in vars(kind) if not name.startswith("_") and callable(getattr(kind, name))]


@pytest.mark.parametrize("name", FUNCTIONS)
def test_every_function_is_in_the_docs_with_its_signature(name):
    assert signature_of(name, getattr(summarizer, name)) in ROWS


@pytest.mark.parametrize("name", [name for name in summarizer.__all__ if name not in FUNCTIONS])
def test_every_class_is_in_the_docs(name):
    assert name in ROWS


@pytest.mark.parametrize(("kind", "name"), [(kind, name) for kind in (Result, Summaries) for name in members(kind)])
def test_every_method_of_what_a_call_gives_is_in_the_docs(kind, name):
    if kind is Result and name == "placed":
        return  # for the run itself
    assert signature_of(f".{name}", getattr(kind, name)) in ROWS


def test_the_docs_name_nothing_that_is_not_there():
    known = {*summarizer.__all__, *(f".{name}" for name in [*dir(Result), *dir(Summaries), *Result.__dataclass_fields__])}
    known |= set(inspect.signature(summarizer.report).parameters)
    assert {row.partition("(")[0] for row in ROWS} <= known


@pytest.mark.parametrize("name", list(inspect.signature(summarizer.report).parameters))
def test_every_argument_is_explained(name):
    assert name in ROWS


@pytest.mark.parametrize("name", [*Table, *Format])
def test_every_table_and_format_is_named(name):
    assert f"`{name}`" in PAGE
