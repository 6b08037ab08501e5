"""Where an article of a hand-made collection begins: front matter, labelled lines, or a newspaper's name with a date."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from enum import StrEnum

from summarizer.articles.fields import fact_named
from summarizer.articles.formats.exports.labels import Role, label_of
from summarizer.articles.formats.exports.record import Record
from summarizer.articles.lines import lines_of, word_count
from summarizer.articles.publication import find_dates
from summarizer.articles.zoning.date_lines import other_words
from summarizer.articles.zoning.masthead import OUTLET_WORDS

RULE = re.compile(
    r"\s*[<=_~#*-]{2,6}\s?(?:article|artikel|text|document|dokument|story)\s?\d{1,4}\s?[>=_~#*-]{2,6}\s*|"
    r"\s*(?:[=_~#*─━═–—-]{3,}|(?:[*·•#~-]\s{1,3}){2,}[*·•#~-])\s*\f?|\s*\f\s*",
    re.IGNORECASE,
)
_FRONT_END = re.compile(r"(?:---|\.\.\.|\+\+\+)[ \t]*")
_MAX_FRONT = 60
_MAX_LINE = 200
_MAX_DATED_WORDS, _MAX_NAME_WORDS, _MAX_TITLE_WORDS = 14, 7, 30
_IDENTITY = frozenset({Role.TITLE, Role.OUTLET, Role.DATE})
_PRESS = re.compile(
    rf"\b(?:{OUTLET_WORDS}|Zeitung|Anzeiger|Kurier|Bote|Tagblatt|Tageblatt|Nachrichten|Rundschau|Presse|Blatt|"
    rf"Volksblatt|Merkur|Kreiszeitung|"
    r"Rundfunk|Gazette|Voix|Dépêche|Presse|Matin|Écho|Courrier|Monde|Progrès|Diario|Periódico|Correo|Mundo|Noticias|"
    r"Heraldo|Prensa|"
    r"Corriere|Giornale|Gazzetta|Messaggero|Stampa|Jornal|Correio|Folha|Notícias|Dagblad|Courant|Krant|Nieuws|"
    r"Nieuwsblad|Bode|Tidning|"
    r"Tidningen|Dagbladet|Nyheter|Avis|Avisen|Tidende|Gazeta|Dziennik|Noviny|Deník|Hírlap|Gazetesi|Haber|Вестник|"
    r"Газета|Новости|Известия|"
    r"Правда|Время|Вести)\b|\w*(?:zeitung|kurier|anzeiger|blatt|bote|nachrichten|dagblad|courant|krant|bladet|tidning|"
    r"avisen)\b|"
    r"日报|日報|晚报|晚報|时报|時報|新闻|新聞|通讯社|ジャーナル|신문|일보|جريدة|صحيفة|الأخبار|وكالة",
    re.IGNORECASE,
)
_AUTHOR = re.compile(r"(?:by|von|par|por|di|door) \S.{1,60}", re.IGNORECASE)
_DIGITS = re.compile(r"\d\d")
_TITLED = re.compile(r"(?:\d{1,3}[.)]\s+)?(?P<title>[^()]{8,160}?)\s+\((?P<outlet>[^(),;]{3,60})[,;]\s[^()]{6,40}\)?")
_SPEECH = re.compile(r"[.!?]\s|[“”\"«»]|\b(?:said|says|told|sagte|dit|dijo)\b", re.IGNORECASE)


class HeadKind(StrEnum):
    """How the beginning of an article is marked."""

    FRONT = "front matter"
    LABELS = "labelled lines"
    NAME = "a newspaper's name and a date"


@dataclass(frozen=True, slots=True)
class Head:
    """The beginning of an article.

    Attributes:
        start, end: half-open range of its line numbers.
        parted: a rule, a page feed or at least two blank lines stand above it.
        first: name of its first label.
        roles: what its labels say.
        record: what a newspaper's name and a date give.
    """

    kind: HeadKind
    start: int
    end: int
    parted: bool = False
    first: str = ""
    roles: frozenset[Role] = frozenset()
    record: Record = field(default_factory=Record)


def find_heads(lines: list[str]) -> list[Head]:
    """Every place where an article may begin, in order; none lies in another."""
    heads: list[Head] = []
    number, fenced = 0, False
    while number < len(lines):
        if lines[number].startswith(("```", "~~~")) and len(lines[number]) < _MAX_LINE:
            fenced = not fenced
        if fenced:
            number += 1
            continue
        head = _head_at(lines, number)
        if head and not _announced(lines, head.start):
            heads.append(head)
        number = head.end if head else number + 1
    while heads and not any(line.strip() for line in lines[heads[-1].end :]):
        heads.pop()
    return heads


def _head_at(lines: list[str], number: int) -> Head | None:
    if not lines[number]:
        return None
    if len(lines[number]) > _MAX_LINE:
        return label_head(lines, number) if label_of(lines[number][:_MAX_LINE]) else None
    return _front_head(lines, number) or label_head(lines, number) or _named_head(lines, number)


def _announced(lines: list[str], start: int) -> bool:
    """The line above ends in a colon: what follows is quoted."""
    above = next((line.rstrip() for line in reversed(lines[max(0, start - 3) : start]) if line.strip()), "")
    return above.endswith((":", "："))


def is_parted(lines: list[str], start: int) -> bool:
    """A rule or at least two blank lines stand above, or nothing."""
    above = lines[max(0, start - 4) : start]
    blank = 0
    for line in reversed(above):
        if RULE.fullmatch(line):
            return True
        if line.strip():
            return blank > 1
        blank += 1
    return blank > 1 or start <= blank


def _front_head(lines: list[str], number: int) -> Head | None:
    """YAML between two --- lines or TOML between +++, all of it fields, at least two of them facts of an article."""
    mark = lines[number].rstrip()
    if mark not in ("---", "+++"):
        return None
    ends = (i for i in range(number + 1, min(len(lines), number + _MAX_FRONT)) if _FRONT_END.fullmatch(lines[i]))
    end = next((i for i in ends if (mark == "+++") == lines[i].startswith("+")), None)
    if end is None:
        return None
    inside = [line for line in lines[number + 1 : end] if line.strip() and not line.lstrip().startswith("#")]
    fields = [line for line in inside if not line.startswith((" ", "\t", "-"))]
    known = {
        fact for line in fields if re.search("[:=]", line) and (fact := fact_named(re.split("[:=]", line, maxsplit=1)[0][:60]))
    }
    if len(known) < 2 or not all(re.match(r"[\w\"'][\w \"'-]{0,60}[:=](?:\s|$)", line) for line in fields):  # noqa: PLR2004
        return None
    return Head(HeadKind.FRONT, number, end + 1, parted=True)


def label_head(lines: list[str], number: int) -> Head | None:
    """Labelled lines, at least two of title, outlet and date among them, perhaps below an unlabelled title."""
    first = label_of(lines[number][:_MAX_LINE]) if not _is_quoted(lines[number]) else None
    if first is None or first.role not in _IDENTITY | {Role.AUTHOR}:
        return None
    roles: set[Role] = set()
    end, gap = number, 0
    for index in range(number, min(len(lines), number + _MAX_FRONT)):
        label = label_of(lines[index][:_MAX_LINE]) if not _is_quoted(lines[index]) else None
        if label is None:
            gap += 1
            if lines[index].strip() or gap > 1:
                break
            continue
        if (label.role in roles and label.role in _IDENTITY) or (roles == {Role.AUTHOR} and label.role not in _IDENTITY):
            break
        if label.role is Role.BODY:
            break
        gap, end = 0, index + 1
        roles.add(label.role)
        if label.role is Role.OUTLET and find_dates(label.value):
            roles.add(Role.DATE)
    if len(roles & _IDENTITY) < 2:  # noqa: PLR2004
        return None
    start = number if Role.TITLE in roles else _title_above(lines, number)
    return Head(HeadKind.LABELS, start, end, is_parted(lines, start), first.name.casefold(), frozenset(roles))


def _is_quoted(line: str) -> bool:
    """It is set off as a quotation, a row of a table, or an item of a list."""
    return line.startswith((">", "|", "    ", "\t", "- ", "* ", "• ", "– "))


def _title_above(lines: list[str], number: int) -> int:
    """Number of the line above that reads as a headline and stands apart; else the same number."""
    above = number - 1
    if above > 0 and not lines[above].strip():
        above -= 1
    if above < 0 or not is_headline(lines[above]):
        return number
    return above if above == 0 or not lines[above - 1].strip() or RULE.fullmatch(lines[above - 1]) else number


def is_headline(line: str) -> bool:
    """A short line that is no sentence with an end, no label and no rule."""
    text = line.strip().strip("#*_ ")
    if not text or len(line) > _MAX_LINE or RULE.fullmatch(line) or label_of(line):
        return False
    return word_count(text) <= _MAX_TITLE_WORDS and not text.endswith((".", ":", ",", ";", "。")) and not _is_quoted(line)


def _named_head(lines: list[str], number: int) -> Head | None:
    """A newspaper's name with a date, in one line or in two."""
    text = lines[number].strip().strip("#*_ ()[]")
    if (
        not text
        or _is_quoted(lines[number])
        or word_count(text) > _MAX_TITLE_WORDS
        or lines[number].rstrip().endswith((".", ":"))
    ):
        return None
    if record := _outlet_and_date(text):
        return _named(lines, number, number + 1, record)
    below = number + 1 if number + 1 < len(lines) and lines[number + 1].strip() else number + 2
    if below < len(lines) and _is_name(text) and is_pure_date(lines[below]):
        return _named(lines, number, below + 1, Record(outlet=text, date=lines[below].strip().strip("*_ ")))
    return None


def _named(lines: list[str], start: int, end: int, record: Record) -> Head | None:
    if start > 0 and lines[start - 1].strip() and not RULE.fullmatch(lines[start - 1]) and not is_headline(lines[start - 1]):
        return None
    return Head(HeadKind.NAME, start, end, is_parted(lines, start), record=record)


def _outlet_and_date(text: str) -> Record | None:
    """The newspaper, the date and the author of a line that hardly says more."""
    if not _DIGITS.search(text) or word_count(text) > _MAX_DATED_WORDS or _SPEECH.search(text):
        return None
    spans = find_dates(text)
    if len(spans) != 1:
        return None
    if titled := _TITLED.fullmatch(text):
        return Record(title=titled["title"], outlet=titled["outlet"], date=text) if _is_name(titled["outlet"]) else None
    rest = [text[: spans[0].start], text[spans[0].end :]]
    pieces = (piece.strip(" \t,.-–—|·•*_") for part in rest for piece in re.split(r"\s[-–—|·•]\s|[,;|·•()]", part))
    names = [name for name in pieces if name]
    outlet = next((name for name in names if _is_name(name)), None)
    if outlet is None or len(names) > 3 or any(word_count(name) > _MAX_NAME_WORDS for name in names):  # noqa: PLR2004
        return None
    author = next((name for name in names if name != outlet and _AUTHOR.fullmatch(name)), None)
    return Record(outlet=outlet, date=text, author=author)


def _is_name(text: str) -> bool:
    """It names a newspaper by its words: "Harbour Post", "Hafenkurier"."""
    return bool(_PRESS.search(text)) and word_count(text) <= _MAX_NAME_WORDS and not text[:1].islower() and not _reads_on(text)


def _reads_on(text: str) -> bool:
    """It has a small word that no name has at its end, or is running text."""
    return any(line.is_running for line in lines_of(text)) or text.endswith((".", "?", "!", ","))


def is_pure_date(line: str) -> bool:
    """A date and hardly anything else."""
    text = line.strip().strip("*_ ")
    if not _DIGITS.search(text) or word_count(text) > _MAX_DATED_WORDS or text.endswith(":"):
        return False
    spans = find_dates(text)
    return len(spans) == 1 and len([word for word in other_words(text, spans) if len(word) > 1]) <= 3  # noqa: PLR2004
