"""Each event as one JSON object a line, for programs."""

from __future__ import annotations

import dataclasses
import json
import re
import time
from typing import Any

from summarizer.characters import SURROGATES
from summarizer.cli.display.talker import Talker
from summarizer.cli.talk import write
from summarizer.events import Event, Finished, Kept, Paid

_NO_TEXT = re.compile(f"[{SURROGATES}]")


class JsonLines(Talker):
    """Writes every event: `time` (UTC), `event`, `level`, `message`, and its own `fields`, with whole paths."""

    def show(self, event: Event) -> None:
        """Write its line."""
        write(line(event, self._fields(event)))

    def _fields(self, event: Event) -> dict[str, Any]:
        fields = {field.name: getattr(event, field.name) for field in dataclasses.fields(event)}
        return {**fields, "so_far": self.progress.bill.fields()} if isinstance(event, Paid | Kept | Finished) else fields


def line(event: Event, fields: dict[str, Any]) -> str:
    """One event as JSON in plain ASCII. A character that is no text is shown as "?"."""
    seconds, fraction = divmod(time.time(), 1)
    entry = {
        "time": f"{time.strftime('%Y-%m-%dT%H:%M:%S', time.gmtime(seconds))}.{int(fraction * 1000):03}Z",
        "event": event.name,
        "level": event.level.value,
        "message": _text(event.message()),
        "fields": {name: _plain(value) for name, value in fields.items()},
    }
    return f"{json.dumps(entry)}\n"


def _plain(value: Any) -> Any:
    if isinstance(value, tuple):
        return [_plain(one) for one in value]
    return _text(value) if isinstance(value, str) else value


def _text(words: str) -> str:
    return _NO_TEXT.sub("?", words)
