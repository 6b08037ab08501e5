"""What a newspaper prints around its headline: its own name, and the section before the date."""

from __future__ import annotations

import re

from summarizer.articles.cleaning import visible_line
from summarizer.articles.lines import Line, word_count

OUTLET_WORDS = (
    "News|Post|Times|Press|Herald|Tribune|Gazette|Record|Journal|Review|Observer|Ledger|Chronicle|Mail|Mirror|Guardian|Standard|"
    "Star|Sun|Globe|Telegraph|Independent|Examiner|Courier|Dispatch|Bulletin|Daily|Weekly|Wire|Agency|Monitor|Express|Argus|Echo|"
    "Reuters|AFP|AP|BBC|CNN|Xinhua|TASS|Interfax|Magazine|Newspaper|Broadcasting|Radio|Television|TV"
)
OUTLET = re.compile(rf"(?:The )?(?:[A-Z][\w&’'-]*\s+){{0,4}}(?:{OUTLET_WORDS})")
_PAPERS = (
    "Diario|Periódico|Heraldo|Correo|Jornal|Folha|Correio|Gazeta|Gazzetta|Corriere|Giornale|Messaggero|Courrier|Gazette|Dépêche|"
    "Journal|Kurier"
)
_MASTHEAD = re.compile(
    rf"(?:The\s+)?(?:[A-ZÀ-Þ][\w&’'-]*\s+){{0,4}}(?:[A-Z]\w*-)?(?:{OUTLET_WORDS})"
    r"|(?:Die\s+|Der\s+|De\s+|Das\s+)?(?:[A-ZÀ-Þ][\w&’'-]*\s+){1,3}(?:[A-ZÀ-Þ]\w{0,20})?"
    r"(?:[Zz]eitung|[Bb]latt|[Aa]nzeiger|[Nn]achrichten|[Rr]undschau|[Kk]urier|[Kk]rant|[Cc]ourant|[Dd]agblad)"
    rf"|(?:(?:Le|La|El|Il|O|A)\s+|L['’])?(?:{_PAPERS})(?:\s+(?:d[eiao]s?|del(?:la)?|du|d['’])?\s?[A-ZÀ-Þ][\w’'-]{{1,20}}){{1,3}}"
)
_MASTHEAD_WORDS = range(2, 7)
_HEADLINE_WORDS = frozenset(
    """
    a after against amid an as at before by for from in into near nears not off on over says the to under with
    hit set break beat reach seek face order seize sell buy sue leave lose win quit join backs calls names fines
    hits sets breaks beats reaches seeks faces orders seizes sells buys sues leaves loses wins quits joins
    tops smashes demands meets blames tells slams fires hires takes gets raises launches closes opens bans raids shuts
    """.split()
)
"""Words that stand in headlines and, but for a first "The", in no newspaper's name: "Rainfall Hits Record" is none."""
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_INITIALS = frozenset({"AFP", "AP", "TASS", "TV", "UK", "US", "USA"})
_UNSPEAKABLE = re.compile(r"[B-DF-HJ-NP-TV-XZ]{3,}")
_MAX_SECTION = 40
_SECTION = re.compile(rf"[^\W\d_][^\d|·•.!?]{{1,{_MAX_SECTION}}}?(?:\s?[|·•]\s?|\s[-–—/]\s)(?P<rest>.*)")


def masthead_name(line: Line) -> str | None:
    """The newspaper that a line names and nothing else, capitals in title case; None if it may be a headline."""
    words = line.bare.split()
    if len(words) not in _MASTHEAD_WORDS or _is_worded_as_headline(words):
        return None
    name = _title_case(line.bare) if line.bare.isupper() else line.bare
    return visible_line(name) if _MASTHEAD.fullmatch(name) else None


def _is_worded_as_headline(words: list[str]) -> bool:
    return not _HEADLINE_WORDS.isdisjoint(word.casefold() for word in words[1:])


def _title_case(name: str) -> str:
    """A name in capitals as it stands in a sentence; abbreviations keep theirs."""
    return _WORD.sub(lambda word: word[0] if _is_abbreviation(word[0]) else word[0].capitalize(), name)


def _is_abbreviation(word: str) -> bool:
    return word in _INITIALS or bool(_UNSPEAKABLE.fullmatch(word))


def without_section(line: Line) -> Line:
    """A line without the section that it names before its date: "South Asia | 4 November 2021" ends as a date line."""
    match = _SECTION.fullmatch(line.text)
    if not match:
        return line
    rest = match["rest"]
    return Line(line.end - len(rest), line.end, rest, rest, word_count(rest))
