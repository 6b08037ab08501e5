"""What the rooms of `compare` promise beyond their imports."""

import ast
from pathlib import Path

import summarizer.comparison

ROOT = Path(summarizer.comparison.__file__).parent


def _builds_findings(module: Path) -> bool:
    calls = (node for node in ast.walk(ast.parse(module.read_text("utf-8"))) if isinstance(node, ast.Call))
    return any(isinstance(call.func, ast.Name) and call.func.id == "Finding" for call in calls)


def test_only_verdicts_builds_findings():
    builders = {module.relative_to(ROOT).parts[0] for module in ROOT.rglob("*.py") if _builds_findings(module)}
    assert builders == {"verdicts"}


def test_every_room_says_what_may_be_touched():
    for room in (path for path in ROOT.iterdir() if (path / "__init__.py").exists()):
        doc = ast.get_docstring(ast.parse((room / "__init__.py").read_text("utf-8")))
        assert doc is not None
        assert "Touch this to" in doc, room.name
