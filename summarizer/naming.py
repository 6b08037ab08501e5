"""What an article is called in a sentence, so that no two articles of a story share a name.

The one place that names articles: the report, the page, the findings' reasons and the talk all use these names.
"""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from urllib.parse import unquote

from summarizer.characters import BRAILLE_BLANK, CONTROLS, INVISIBLE, NONCHARACTERS, SURROGATES
from summarizer.schema import Article

_LONGEST_OUTLET = 60
_LONGEST_TITLE = 48
_LONGEST_FILE = 40
_LONGEST_PATH = 80
_CLAUSE = re.compile(r"^.{16,}(?=[,;:.?!]\s|\s[-–—|]\s)")
"""The first part of a headline, without the mark behind it."""
_BLANK = re.compile(rf"[\s{CONTROLS}{BRAILLE_BLANK}]+")
_UNSEEN = re.compile(rf"[{INVISIBLE}{SURROGATES}{NONCHARACTERS}]+")
_PLACE_IN_FEED = re.compile(r"#(\d+)$")
_EXTENSION = re.compile(r"(?<=.)\.[A-Za-z0-9]{1,8}$")
_BETWEEN_WORDS = re.compile(r"_+|(?<!\d)[-+]+|[-+]+(?!\d)|\s+")
"""What stands for a blank in a file's name; a hyphen between digits is part of a date."""
MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)

_Trait = Callable[[Article], str | None]


def names_of(articles: Sequence[Article]) -> Mapping[str, str]:
    """A name for each article by its id: plain text on one line, never empty, and no two alike to a reader.

    The outlet; without one the title in quotation marks, without a title "File" and the file's name. Articles that share
    it are told apart by their date, else by title, else by file.
    """
    named = dict(_told_apart(articles))
    taken: dict[str, int] = {}
    return {article_id: _free(name, taken) for article_id, name in named.items()}


def title_in(article: Article) -> str | None:
    """The article's title as its name holds it: one line, shortened, in quotation marks; None if it has none."""
    title = _shortened(plain(article.title).removesuffix("."), _LONGEST_TITLE)
    return f"“{title}”" if title else None


def file_name(path: str) -> str:
    """The last part of a path, of whichever system it is."""
    return path.replace("\\", "/").rstrip("/").rpartition("/")[2] or path


def plain(words: str | None) -> str:
    """The words on one line without what no reader sees; "" if nothing to read is left."""
    line = " ".join(_UNSEEN.sub("", _BLANK.sub(" ", words or "")).split())
    return line if any(char.isalnum() for char in line) else ""


def _told_apart(articles: Sequence[Article]) -> Iterator[tuple[str, str]]:
    """Each article's id and name; those that share a name with what tells each from the others."""
    alike: dict[str, list[Article]] = defaultdict(list)
    names = {one.article_id: _shared_name(one) for one in articles}
    for one in {one.article_id: one for one in articles}.values():
        alike[_seen(names[one.article_id])].append(one)
    apart = {key: [_telling(trait, group) for trait in _TRAITS] for key, group in alike.items() if len(group) > 1}
    for article_id, name in names.items():
        told = (by.get(article_id) for by in apart.get(_seen(name), ()))
        trait = next((words for words in told if words and _seen(words) != _seen(name)), None)
        yield article_id, f"{name} ({trait})" if trait else name


def _telling(trait: _Trait, group: Sequence[Article]) -> dict[str, str]:
    """What a trait says of each article of which it is true alone."""
    found = {one.article_id: words for one in group if (words := trait(one))}
    times = Counter(_seen(words) for words in found.values())
    return {article_id: words for article_id, words in found.items() if times[_seen(words)] == 1}


def _shared_name(article: Article) -> str:
    outlet = _shortened(plain(article.outlet), _LONGEST_OUTLET)
    return outlet or title_in(article) or f"F{_file(article)[1:]}"


def _date(article: Article) -> str | None:
    return day(article.published) if article.published else None


def day(date: dt.date) -> str:
    """The date in words, which no reader takes for another: "3 March 2021"."""
    return f"{date.day} {MONTHS[date.month - 1]} {date.year}"


def _file(article: Article) -> str:
    """Such as "file lantern daesh" for "story/lantern_daesh.txt", and "file feed, article 3" for "feed.xml#3"."""
    last = file_name(article.path)
    place = _PLACE_IN_FEED.search(last)
    stem = _EXTENSION.sub("", last[: place.start()] if place else last)
    words = plain(_BETWEEN_WORDS.sub(" ", plain(_decoded(stem)))) or "without a name"
    return f"file {_shortened(words, _LONGEST_FILE)}" + (f", article {place[1]}" if place else "")


def _format(article: Article) -> str | None:
    """Such as "txt file": one page is often saved as a text and as a page."""
    found = _EXTENSION.search(article.path)
    return f"{found.group()[1:].lower()} file" if found else None


def _folders(article: Article) -> str:
    """The file with its folders, of a very long path the end."""
    path = plain(_EXTENSION.sub("", article.path))
    return path if len(path) <= _LONGEST_PATH else f"…{path[1 - _LONGEST_PATH :]}"


def _decoded(stem: str) -> str:
    """The name of a page that was saved with its address escaped."""
    found = unquote(stem)
    return stem if "\ufffd" in found else found


def _shortened(line: str, longest: int) -> str:
    """The line cut behind a clause, else a word, with "…" for what is left out; without blanks between two characters."""
    if len(line) <= longest:
        return line
    cut = longest - 1
    while cut > 1 and unicodedata.combining(line[cut]):
        cut -= 1
    clause = _CLAUSE.match(line[: cut + 1])
    short = clause.group() if clause else line[:cut]
    if not clause and " " in short[longest // 2 :]:
        short = short.rpartition(" ")[0]
    return f"{short.rstrip(' ,;:-–—')}…"


def _free(name: str, taken: dict[str, int]) -> str:
    """The name, with a number behind it if another article has it already.

    `taken` holds how many articles began with a name, so that thousands of one name are not counted through each time.
    """
    free, number = name, taken.get(_seen(name), 0)
    while _seen(free) in taken:
        number += 1
        free = f"{name} ({number})"
    taken[_seen(name)] = max(number, 1)
    taken.setdefault(_seen(free), 1)
    return free


def _seen(name: str) -> str:
    """What a reader tells names apart by: neither case nor the width of letters."""
    return unicodedata.normalize("NFKC", name).casefold()


_TRAITS: tuple[_Trait, ...] = (_date, title_in, _file, _format, _folders)
