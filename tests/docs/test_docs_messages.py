"""The messages that the docs explain are messages of the program."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
ROWS = re.findall(r"^\| `([^`]+)`", (ROOT / "docs" / "troubleshooting.md").read_text(encoding="utf-8"), re.MULTILINE)


def texts_of(module: Path) -> str:
    """All strings of a module one after the other, as they are once adjacent pieces are joined."""
    pieces = ast.walk(ast.parse(module.read_text(encoding="utf-8")))
    return "\n".join(piece.value for piece in pieces if isinstance(piece, ast.Constant) and isinstance(piece.value, str))


@pytest.fixture(scope="module")
def said():
    return "\n".join(map(texts_of, sorted((ROOT / "summarizer").rglob("*.py"))))


def test_there_are_messages_to_look_at():
    assert len(ROWS) > 15


@pytest.mark.parametrize("message", ROWS)
def test_a_message_that_is_explained_is_one_of_the_program(message, said):
    assert message in said
