"""Names of people as they stand in a by line, and what stands beside them there: role, place, agency, address."""

from __future__ import annotations

import re
from dataclasses import dataclass

from summarizer.articles.cleaning import visible_line
from summarizer.articles.publication import find_dates
from summarizer.articles.zoning.capitals import CAPITAL
from summarizer.articles.zoning.masthead import OUTLET
from summarizer.articles.zoning.surroundings import Surroundings
from summarizer.articles.zoning.vocabulary import SECTIONS

_MAX_TOKENS, _MAX_NAMES, _MAX_TAIL_WORDS = 6, 12, 8
_MAX_UNCASED_CHARS, _MAX_NOTE_WORDS = 24, 4
_PARTICLES = frozenset(
    """
    de da do dos das di del della dello delle dei degli du des d la le las los van von der den ter ten te zu zur vom zum
    bin ibn bint al el ul ad as ash at an ar y e i af av ben bar st ap na
    """.split()
)
_ARTICLES = frozenset("la las los le y e i der den".split())
"""Particles that begin no name in small letters."""
_TITLE_WORDS = frozenset(
    """
    the a an and or of in on at to for from with without by as is are was were be been has had have would can not no how why
    what who
    when where after before amid over under near into its his her their this that these those but than then so if it we you
    he she they new
    only again still now never always all more most first last up out off down back away one two three
    nicht wegen bis nach oder aus auf für
    """.split()
)
"""No name holds one of them; a short one inside three words may be a syllable ("Lee In Suk")."""
_CAPITALS = frozenset(
    """
    der die das dem den des ein eine einem einen einer und mit ohne bei im am zum zur ist sind war waren hat was wie wer
    warum wo wenn kein
    hier heute les une un et ou dans sur pour par avec sans est sont qui que pourquoi comment quand ce cette ces au aux il
    elle
    los las una uno que por para con sin es son fue como cuando donde porque qué cómo se su sus lo más
    os uma um com sem em na nos nas ao à foi são mais não quem gli tra fra che non più dal dalla nel nella alla sono è
    het een op te met zonder voor uit over geen zijn waren wat hoe waarom wie
    """.split()
)
"""Nor one of these where all is in capitals."""
_AGENCIES = frozenset(
    """
    afp ap reuters dpa efe ansa apa sda ats lusa belga anp tass тасс interfax интерфакс риа unian уніан pap ptt itar xinhua
    新华社 新華社 共同
    時事 kyodo jiji yonhap 연합뉴스 뉴시스 anadolu aa dha iha wafa irna upi pa cp aap pti ani bernama antara tanjug hina ntb tt
    ritzau stt
    bloomberg
    """.split()
)
_STAFF = frozenset(
    """
    staff agencies agency agences agencias agências agenzie agenturen agenturer redaktion redacción rédaction redação
    redazione redactie
    редакция редакція redakcja wires
    """.split()
)
_SPLIT = re.compile(
    r"(\s*[,;，、；،&+/／]\s*(?:(?:and|und|et|y|e|и)\s+)?"
    r"|\s+(?:(?i:and|und|et|ve|en|og|och|ja|és|și|και|та|dan|with|avec|mit|con|com|met|ile|مع)|[yeiиіaсzו与和و])\s+)"
)
_CUT = re.compile(rf"\s*(?:[|·•;(（<\[]|\s[-–—]+\s|\s(?:for|für|pour|para)\s(?:(?:the|die|den|le|la|el|o)\s)?(?=[{CAPITAL}]))")
_ON = re.compile(r"\s(?:on|at|am|vom|le|el|em|il|op|dnia|den)\s*$")
_ADDRESS = re.compile(
    r"[\w.+-]{1,64}@[\w.-]{1,64}|(?<!\w)@\w{1,30}|(?:https?://|www\.)\S{1,200}"
    r"|\b(?:twitter|x|e-?mail|tel|telegram)\s?:",
    re.IGNORECASE,
)
_IN = re.compile(
    rf"(?<=\S)\s{{1,3}}(?P<in>in|à|en|em|aus|from|в|у|w)\s{{1,3}}(?:the\s{{1,3}})?(?P<place>[{CAPITAL}])[^,;/|]{{0,60}}?"
    rf"(?:,\s?[{CAPITAL}][\w’'.-]{{1,30}}(?=,|\s(?:and|&|und|et|y|e|и)\s|$))?(?=[,;/|]|\s(?:and|&|und|et|y|e|и)\s\S+\s\S|$)"
)
_FROM_PLACE = re.compile(rf"\s(?:[ÀA]U?|EN|EM|AUS|DESDE)\s[{CAPITAL}' -]{{3,40}}$")
"""A place behind names in capitals."""
_ROLES = """
    correspondents? editors? reporters? writers? columnist contributor journalists? photographer professors? lecturer director
    economist historian redakteur\\w* korrespondent\\w* reporter\\w* journalist\\w* volontär\\w* envoyée?s?\\sspéciale?s?
    correspondante?s? journaliste redactora? corresponsal periodista enviad[oa]\\sespecial correspondente repórter jornalista
    corrispondente inviat[oa] redattore giornalista verslaggever redacteur корреспондент\\w* редактор\\w* журналист\\w*
    обозреватель кореспондент\\w* dziennikarz\\w* redaktor\\w* muhabir\\w* editör\\w*
"""
ROLE = re.compile(
    rf"(?<!\w)(?:(?:staff|senior|chief|special|foreign|political|специальный)\s)?(?:{'|'.join(_ROLES.split())})(?!\w)",
    re.IGNORECASE,
)
_HOUSE = re.compile(r"(?<!\w)(?:staff|bureau|desk|agenc(?:y|ies)|news|post|times|redaktion)(?!\w)", re.IGNORECASE)
_SYLLABLE = 2
_NAME_WORD = re.compile(rf"(?:[a-z]{{1,3}}[-'])?[{CAPITAL}](?:[^\W\d_]|['.-]|\u02bc)*")
_SENTENCE = re.compile(r"[:：?!？！。؟।\"“”«»„]|\.\.|…|[^\W\d_]{5,}\.\s+[^\W\d_]")


@dataclass(frozen=True, slots=True)
class Names:
    """The people that a stretch names.

    Attributes:
        text: their names as written, without role and place.
        listed: the names one by one.
        are_full: each has two words at least, is that of an agency, or is in a script without capitals.
    """

    text: str
    listed: tuple[str, ...]
    are_full: bool


def names_in(text: str, around: Surroundings) -> Names | None:
    """The names that a stretch consists of; None if it holds anything that is no name, role, place or address."""
    text = _FROM_PLACE.sub("", _without_address(text))
    cut = _CUT.search(text)
    head, tail = (text[: cut.start()], text[cut.start() :]) if cut else (text, "")
    if _SENTENCE.search(head) or len(tail.split()) > _MAX_TAIL_WORDS or any(char.isdigit() for char in text):
        return None
    named = _without_places(head.strip(" .,-–—_*"), around)
    parts = _SPLIT.split(named)
    if len(parts) > 2 * _MAX_NAMES or (len(named.split()) == 1 < len(head.split()) and _has_case(named)):
        return None
    listed: list[tuple[str, str]] = []
    shapes = [part for part in parts[::2] if is_name(part) and not is_agency(part)]
    if len(shapes) > 1 and _has_case(shapes[0]) and len(shapes[0].split()) == 1:
        return None
    for index in range(0, len(parts), 2):
        name = ROLE.sub("", parts[index]).strip(" .")
        if is_name(name) and not (index and (_is_beside(name, around) or _is_lone_word_behind(name, parts[index - 1], listed))):
            listed.append((parts[index - 1] if index else "", name))
        elif not index or not _stands_beside_name(parts[index]):
            return None
    return _joined(listed)


def _without_places(head: str, around: Surroundings) -> str:
    """The names without "in Torhamn"; "en" is "and" as well, so that its place must be one that the text speaks of."""

    def kept(match: re.Match[str]) -> str:
        place = match[0][match.start("place") - match.start() :]
        return match[0] if match["in"] == "en" and not around.holds(place) else ""

    return _IN.sub(kept, head)


def _is_lone_word_behind(name: str, mark: str, listed: list[tuple[str, str]]) -> bool:
    """One word behind a comma and a full name, as a place stands there: "Mira Holt, Weldon"."""
    is_alone = len(name.split()) == 1 and mark.strip() in {",", ";"} and _has_case(name)
    return is_alone and bool(listed) and all(len(other.split()) > 1 for _, other in listed)


def _is_beside(name: str, around: Surroundings) -> bool:
    """What has a name's shape is the place that the text speaks of, or an outlet."""
    return around.holds(name) or bool(_HOUSE.search(name) or OUTLET.fullmatch(name))


def _joined(listed: list[tuple[str, str]]) -> Names | None:
    people = [item for item in listed if not is_agency(item[1])] or listed
    names = [name for _, name in people]
    if len(people) > 1 and any(len(name.split()) == 1 and _has_case(name) and not is_agency(name) for name in names):
        return None
    text = names[0] + "".join(_separator(mark) + name for mark, name in people[1:])
    full = all(len(name.split()) > 1 or not _has_case(name) or is_agency(name) for name in names)
    return Names(visible_line(text) or text, tuple(names), full)


def _separator(mark: str) -> str:
    """What stands between two names: a comma, a word such as "and", or both."""
    word = mark.strip(" ,;，、；،+/／")
    comma = "," if not word or mark.strip() != word else ""
    return f"{comma} {word} " if word else ", "


def _stands_beside_name(part: str) -> bool:
    """A role, a place, a house, or a few words in small letters ("agencies")."""
    words = part.split()
    return not words or bool(ROLE.search(part)) or is_name(part) or (len(words) <= _MAX_NOTE_WORDS and words[0].islower())


def is_agency(name: str) -> bool:
    """A news agency, or a word such as "Staff" that stands for the house."""
    return name.casefold() in _AGENCIES or is_staff(name)


def is_staff(name: str) -> bool:
    """A word such as "Staff" or "Agencies", which names nobody."""
    return name.casefold() in _STAFF


def is_name(part: str) -> bool:
    """It has the shape of a person's name: capitals, initials and particles, or a few letters of a script without capitals."""
    tokens = part.replace("’", "'").split()
    if not 1 <= len(tokens) <= _MAX_TOKENS or not any(len(token.strip(".")) > 1 for token in tokens):
        return False
    if not _has_case(part):
        return len(part) <= _MAX_UNCASED_CHARS and all(
            char.isalpha() or char in " .'·・-ـ\u200c" or _is_mark(char) for char in part
        )
    if not all(_is_name_word(token, first=not index, last=index == len(tokens) - 1) for index, token in enumerate(tokens)):
        return False
    repeated = len({token.casefold() for token in tokens}) < len(tokens)
    return not repeated and not all(token.casefold() in SECTIONS for token in tokens)


def _is_name_word(token: str, *, first: bool, last: bool) -> bool:
    bare = token.strip(".,'").casefold()
    if token.islower():
        return bare in _PARTICLES and not last and not (first and bare in _ARTICLES)
    is_initial = len(bare) == 1 and token.endswith(".")
    if not is_initial and bare in _TITLE_WORDS:
        return not first and not last and len(bare) == _SYLLABLE and not token.isupper()
    if len(bare) > 1 and token.isupper() and bare in _CAPITALS and (first or last or bare not in _PARTICLES):
        return False
    return bool(_NAME_WORD.fullmatch(token))


def is_common(name: str, around: Surroundings) -> bool:
    """A word of it stands in the paragraphs in small letters, or the whole in any: hardly a person who wrote them."""
    words = [word.casefold() for word in re.findall(r"[^\W\d_]+", name)]
    return around.holds(name) or any(word in around.common for word in words if word not in _PARTICLES)


def is_spoken_of(name: str, around: Surroundings) -> bool:
    """A word of it stands in the paragraphs in any setting: a place or a common word sooner than a person who wrote them."""
    return any(around.holds(word) for word in re.findall(r"[^\W\d_]{3,}", name) if word.casefold() not in _PARTICLES)


def _without_address(text: str) -> str:
    spans = find_dates(text)
    text = _ON.sub("", text[: spans[0].start]) if spans else text
    return " ".join(_ADDRESS.sub(" ", text).split())


def _has_case(text: str) -> bool:
    return any(char.isupper() or char.islower() for char in text)


def _is_mark(char: str) -> bool:
    return (
        "\u0300" <= char <= "\u036f"
        or "\u064b" <= char <= "\u0652"
        or "\u0900" <= char <= "\u0dff"
        or "\u0e31" <= char <= "\u0e4e"
    )
