"""In which form a command talks, told from its arguments alone: also a command that is wrong, or ends while it starts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

TEXT, JSON = "text", "json"
OPTION, VARIABLE = "--log-format", "SUMMARIZER_LOG_FORMAT"


def wants_json(arguments: Sequence[str], environment: Mapping[str, str]) -> bool:
    """Whether these arguments, or else the environment, ask for JSON lines."""
    said = environment.get(VARIABLE, "")
    for argument, following in zip(arguments, [*arguments[1:], ""], strict=False):
        name, equals, value = argument.partition("=")
        if name == OPTION:
            said = value if equals else following
    return said == JSON
