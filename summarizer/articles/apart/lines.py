"""How entries travel between two processes: one line of JSON each, and a last one that says that no more will come."""

from __future__ import annotations

import json

from summarizer.articles.finishing import OwnReportError
from summarizer.errors import ArticleError
from summarizer.schema import Article

END = b'["end"]\n'
_REPORT, _FAILURE, _ARTICLE = "report", "failure", "article"


def line_of(entry: Article | ArticleError) -> bytes:
    """An entry as a line."""
    if isinstance(entry, Article):
        return json.dumps([_ARTICLE, entry.model_dump_json()]).encode() + b"\n"
    kind = _REPORT if isinstance(entry, OwnReportError) else _FAILURE
    return json.dumps([kind, entry.path, entry.reason]).encode() + b"\n"


def entry_in(line: bytes) -> Article | ArticleError:
    """The entry in a line. Raises ValueError for anything else, which a process that a file took over may write."""
    found = json.loads(line)
    if not isinstance(found, list) or not all(isinstance(part, str) for part in found):
        raise ValueError("no entry")
    match found:
        case ["article", record]:
            return Article.model_validate_json(record)
        case ["report", path, reason]:
            return OwnReportError(path, reason)
        case ["failure", path, reason]:
            return ArticleError(path, reason)
    raise ValueError("no entry")
