"""Lines that send the reader of a newspaper to another page, or say from which page a text goes on."""

from __future__ import annotations

import re
from collections.abc import Sequence

from summarizer.articles.formats.pdf.lines import Line

_MOST_CHARS = 60
_OTHER_SIZE = 0.06
_TAIL = 12
_PAGE = r"(?:pages?|pg\.?|p\.|seite|s\.|página|pág\.?|pagina|pag\.?|sidan?|side|str\.?|strona|стр\.?|страниц[аеуы]|с\.)"
_WORDS = (
    r"(?:please )?(?:see|turn to|go to|from|continues|continued|cont(?:['’]d|\.)?)(?: (?:story|from|on|to|at|inside))*",
    r"[^\W\d_]{2,20}(?: [^\W\d_]{2,20})?, from|see [^\W\d_]{2,20}(?: [^\W\d_]{2,20})?",
    r"fortsetzung(?: (?:auf|von|folgt auf))?|weiter (?:auf|von)|mehr auf",
    r"(?:lire la )?suite(?: (?:en|à la|de la))*|voir|lire",
    r"(?:sigue|contin[úu]a|pasa|viene)(?: (?:en|a|de)(?: la)?)?",
    r"segue(?: (?:a|da))?|(?:vervolg|lees verder)(?: (?:op|van))?",
    r"fortsättning(?: (?:på|från))?|fortsättes|fortsetter|fortsat(?: (?:på|fra))?",
    r"(?:ciąg dalszy|dokończenie)(?: (?:na|ze))?",
    r"(?:продолжение|окончание|начало)(?: (?:на|со))?",
)
_JUMP = re.compile(
    rf"[\W_]{{0,4}}(?:{'|'.join(_WORDS)}),? ?{_PAGE} ?(?:[A-Z]{{1,2}}-?)?\d{{1,3}}(?:[A-Z]|, ?col(?:umn|\.)? ?\d)?\W{{0,4}}",
    re.IGNORECASE,
)


def without_jumps(lines: Sequence[Line], body: float) -> tuple[list[Line], int]:
    """The lines without those that are nothing but a pointer to another page, and how many these were."""
    kept = [line for line in lines if not _is_jump(line, body)]
    return kept, len(lines) - len(kept)


def _is_jump(line: Line, body: float) -> bool:
    """A small letter at its head in the text's own type is the end of a sentence instead."""
    if len(line.text) > _MOST_CHARS or not any(map(str.isdigit, line.text[-_TAIL:])) or not _JUMP.fullmatch(line.text):
        return False
    return abs(line.size - body) > _OTHER_SIZE * body or not line.text.lstrip("(…. ")[:1].islower()
