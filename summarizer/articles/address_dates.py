"""Dates in addresses and file names: they count only where nothing else can be meant.

A content system puts the day of publication into a path of its own (/2015/06/03/storm) or at an edge of the page's
name (storm-20150603). A number or a date among the words of a headline (/2015/06/5-things, …-of-2004-12-26-remembered),
a page number, an identifier, or the day on which a copy was saved is none.
"""

from __future__ import annotations

import datetime as dt
import re
from urllib.parse import unquote

from summarizer.articles.addresses import is_keepers, original_address
from summarizer.articles.draft import Stamp
from summarizer.articles.publication import find_dates, read_stamp

_FIRST_COMPACT_YEAR, _LAST_YEAR = 1994, 2039
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_DAY_PATH = re.compile(rf"/{_YEAR}/(?P<m>\d\d?|[a-z]{{3,12}})/(?P<day>\d\d?)(?=/|$)", re.IGNORECASE)
_DAY_SEGMENT = re.compile(rf"{_YEAR}(?P<sep>[-_.]?)(?P<m>\d\d|(?<=[-_.])[a-z]{{3,12}})(?P=sep)(?P<day>\d\d)", re.IGNORECASE)
_DAY_AT_EDGE = (
    re.compile(rf"{_YEAR}(?P<sep>[-_]?)(?P<m>\d\d)(?P=sep)(?P<day>\d\d)[-_](?P<after>\w.*)"),
    re.compile(rf"(?P<before>.*\w[-_]){_YEAR}(?P<sep>[-_]?)(?P<m>\d\d)(?P=sep)(?P<day>\d\d)"),
)
_MONTH_PATH = re.compile(rf"/{_YEAR}[/-](?P<m>0?[1-9]|1[0-2]|[a-z]{{3,12}})(?=/)", re.IGNORECASE)
_EXTENSION = re.compile(r"\.(?:html?|php\d?|aspx?|jsp|shtml|xhtml|amp|cms|ece|story)$", re.IGNORECASE)
_IDENTIFIER = re.compile(
    r"(?:^|[-_])(?:[a-z]|id|page|no|nr|art|article|item|content|doc|node|video|gallery|photo)[-_]$", re.IGNORECASE
)
_POINTING = re.compile(
    r"(?:^|[-_])(?:of|on|since|from|after|before|until|in|by|to|and|the|vom|am|seit|nach|vor|bis|du|le|au|depuis|apres|avant|et|del|de|el|"
    r"desde|y|e|da|do|dal|il|van|op|sinds|ot|s|do)[-_]$",
    re.IGNORECASE,
)
_NAME_DATE = re.compile(
    rf"(?<![0-9A-Za-z]){_YEAR}(?P<sep>[-_. ]?)(?P<m>0[1-9]|1[0-2])(?P=sep)(?P<day>0[1-9]|[12]\d|3[01])"
    r"(?:[-_T ](?P<hour>[01]\d|2[0-3])[-h.]?(?P<minute>[0-5]\d)(?=[-_. ]|$))?(?![0-9A-Za-z])"
)
_SAVED_NAME = re.compile(rf"[(\[]{_YEAR}[-_.](?:\d\d)[-_.](?:\d\d)[T _,]{{1,3}}\d\d?[-_.:：h]\d\d.{{0,12}}[)\]]")
_MADE_NAME = re.compile(
    r"(?:(?:^|[\W_])(?:scans?|img|dsc|pxl|mvimg|screen[\W_]?shots?|bildschirmfoto|capturas?[\W_]de[\W_](?:pantalla|tela)"
    r"|capture[\W_]d.?[ée]cran|schermafbeelding|schermata|skärmbild|skjermbilde|zrzut[\W_]ekranu|ekran[\W_](?:görüntüsü|resmi)"
    r"|снимок[\W_]экрана|скриншот|スクリーンショット|屏幕截图|截屏|截图|스크린샷|webclip)"
    r"|^(?:scanned|image|captura|capture|снимок|downloads?|downloaded|exports?|exported|saved|backup|copy[\W_]of|clipped|clipping|captured"
    r"|snapshot|retrieved|accessed|archived|printed|printout|scraped|crawl(?:ed)?|fetched|gespeichert|abgerufen|heruntergeladen"
    r"|kopie[\W_]von|téléchargé|enregistré|guardado|descargado|salvato|scaricato|opgeslagen|сохранено|скачано))"
    r"[\W_]{0,3}(?:(?:at|on|from|am|vom|le|du|el|il|op|от)[\W_]{1,3})?$",
    re.IGNORECASE,
)
"""In front of a date in a file's name: a camera, a scanner or whoever keeps copies wrote it."""
_NAME_MONTH = re.compile(rf"(?<![0-9A-Za-z]){_YEAR}[-_.](?P<m>0[1-9]|1[0-2])(?![0-9A-Za-z]|[-_.]\d)")
_YEARS_ON = re.compile(
    r"anniversar|years[\W_](?:on|after|later|ago|since)\b|decades?[\W_](?:on|after|later|ago|since)\b"
    r"|jahrestag|jahre[\W_](?:nach|danach|später|seit)|anniversaire|ans[\W_](?:après|apres|plus[\W_]tard|depuis)"
    r"|aniversári|aniversari|años[\W_](?:después|despues|de)|anos[\W_](?:depois|após|apos)|anni[\W_](?:dopo|fa)|jaar[\W_](?:na|later|geleden)"
    r"|årsdag|år[\W_](?:efter|etter|senare|siden)|rocznic|lat[\W_](?:po|temu)\b|výročí|let[\W_]po\b|годовщин|лет[\W_](?:спустя|назад|после)"
    r"|річниц|років[\W_](?:тому|після|потому)|ذكرى|سالگرد|周年|週年|주년|yıldönümü|yıl[\W_](?:sonra|önce)|tahun[\W_]setelah",
    re.IGNORECASE,
)
_MEMORY = re.compile(
    r"remember|memorial|commemorat|commémor|conmemor|comemor|gedenk|erinner|in-?memoriam|on[\W_]this[\W_]day|this[\W_]day[\W_]in|history|retrospect|追悼",
    re.IGNORECASE,
)
_SAID_DAY = re.compile(
    r"(?<!published )(?<!posted )(?<!updated )\b(?:on|since|of|after|before|from|until|am|vom|seit|le|du|depuis|el|del|de|"
    r"desde|il|dal|em|desde|op|sinds|den|fra|dne|dnia|od|на|с|от|от|до)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_AHEAD = re.compile(
    r"\b(?:by|until|till|to|for|through|bis|für|jusqu.en|pour|hasta|para|fino al|tot|voor|до|к)\s+$", re.IGNORECASE
)
_ANY_YEAR = re.compile(r"(?<![\d.,-])(?:19|20)\d\d(?![\d-])")
_SCANNED, _MAX_ADDRESS, _MAX_NAME = 20_000, 2000, 300
_MIN_LATER = 2


def stamp_of_url(url: str) -> Stamp | None:
    """The date in an address such as …/2015/06/03/…; None if it has none, several, or only one that may mean another thing."""
    path = _path(url)
    found = {date for match in _DAY_PATH.finditer(path) if (date := _date_of(match))}
    segments = path.rstrip("/").split("/")
    if segments[-1][:1].isdigit() and _EXTENSION.sub("", segments[-1]).isdecimal():
        segments.pop()  # a number alone at the end is the article's own
    found |= {date for segment in segments if (date := _date_of_segment(segment))}
    return Stamp(found.pop()) if len(found) == 1 else None


def is_among_words(url: str) -> bool:
    """The date in an address stands among the words of the page's name, not in a path of its own."""
    path = _path(url)
    return not _DAY_PATH.search(path) and not any(_DAY_SEGMENT.fullmatch(segment) for segment in path.split("/"))


def month_of_url(url: str) -> str | None:
    """The month as "2015-06" if an address gives one and no day."""
    matches = [] if stamp_of_url(url) else list(_MONTH_PATH.finditer(_path(url) + "/"))
    months = {month for match in matches if (month := _month_of(match))}
    return months.pop() if len(months) == 1 and len(matches) == 1 else None


def stamp_of_name(name: str) -> Stamp | None:
    """The date in a file's name: 2015-06-03, 2015_06_03 or 20150603, with a time behind it as in 2015-06-03_1130.

    A date and time in brackets at the end is what programs add that save a page, so it counts as none; nor does a date
    behind a word such as "scan", "screenshot" or "saved".
    """
    name = name[:_MAX_NAME]
    if _SAVED_NAME.search(name):
        return None
    matches = [(match, date) for match in _NAME_DATE.finditer(name) if (date := _date_of(match))]
    if len({date for _, date in matches}) != 1:
        return None
    match, date = matches[0]
    if _MADE_NAME.search(name[: match.start()]):
        return None
    return Stamp(date, f"{match['hour']}:{match['minute']}" if match["hour"] else None)


def month_of_name(name: str) -> str | None:
    """The month as "2015-06" if a file's name gives one and no day."""
    name = name[:_MAX_NAME]
    match = None if _SAVED_NAME.search(name) else _NAME_MONTH.search(name)
    if match and _MADE_NAME.search(name[: match.start()]):
        return None
    return f"{match['year']}-{match['m']}" if match else None


def may_be_an_events(day: dt.date, name: str, title: str | None, text: str) -> bool:
    """The day in the name of a file or page may be that of an event which the text looks back on, not of publication.

    So where the name or title speaks of an anniversary and the text names no earlier year, or a later one; and where a
    sentence of the text names this very day and the text names a year at least two later that is no plan's.
    """
    top = text[:_SCANNED]
    years = [int(year) for year in _ANY_YEAR.findall(top)]
    if _YEARS_ON.search(f"{name}\n{title or ''}") or _MEMORY.search(name):
        return not any(year < day.year for year in years) or any(year > day.year for year in years)
    later = [match for match in _ANY_YEAR.finditer(top) if int(match[0]) >= day.year + _MIN_LATER]
    if not any(not _AHEAD.search(top[max(0, match.start() - 12) : match.start()]) for match in later):
        return False
    return any(span.date == day and _SAID_DAY.search(top[max(0, span.start - 20) : span.start]) for span in find_dates(top))


def _path(url: str) -> str:
    """The path of the page's own address; empty for one that only a keeper of others' pages has."""
    address = original_address(url[:_MAX_ADDRESS])
    if is_keepers(address):
        return ""
    return "/" + unquote(address.split("?", maxsplit=1)[0].split("#", maxsplit=1)[0].partition("//")[2].partition("/")[2])


def _date_of_segment(segment: str) -> dt.date | None:
    """The date that a segment of a path is, or that stands at an edge of its words."""
    plain = _EXTENSION.sub("", segment[:300])
    if match := _DAY_SEGMENT.fullmatch(plain):
        return _date_of(match, first_compact=_FIRST_COMPACT_YEAR)
    if _YEARS_ON.search(plain) or _MEMORY.search(plain):
        return None
    for match in (pattern.fullmatch(plain) for pattern in _DAY_AT_EDGE):
        words = match.groupdict() if match else {}
        if match and not any(_NAME_DATE.search(words.get(side) or "") for side in ("before", "after")):
            before = words.get("before") or ""
            told = _IDENTIFIER.search(before) or _POINTING.search(before)
            return None if told else _date_of(match, first_compact=_FIRST_COMPACT_YEAR)
    return None


def _month_of(match: re.Match[str]) -> str | None:
    year, month = match["year"], match["m"]
    stamp = read_stamp(f"{year}-{month}-1" if month.isdigit() else f"1 {month} {year}")
    return f"{stamp.date:%Y-%m}" if stamp and stamp.date.year <= _LAST_YEAR else None


def _date_of(match: re.Match[str], first_compact: int = 1900) -> dt.date | None:
    """The date of a match; written without separators it must be of this year or later, for it may be a number."""
    year, month, day = int(match["year"]), match["m"], int(match["day"])
    if not month.isdigit():
        stamp = read_stamp(f"{day} {month} {year}")
        return stamp.date if stamp else None
    if year > _LAST_YEAR or (match.groupdict().get("sep") == "" and year < first_compact):
        return None
    try:
        return dt.date(year, int(month), day)
    except ValueError:
        return None
