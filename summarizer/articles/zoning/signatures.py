"""Names that stand alone, without "By": whether they are those of the people who wrote the text.

A line of two capitalised words under a headline may be a place, a section or a second headline as well. So what is spoken
of in the paragraphs, holds a common word of theirs, or is made as names of places and sections are, is none.
"""

from __future__ import annotations

import re
from functools import cache

from babel import Locale

from summarizer.articles.calendar_names import MONTHS, WEEKDAYS
from summarizer.articles.zoning.by_words import BY
from summarizer.articles.zoning.masthead import OUTLET_WORDS
from summarizer.articles.zoning.names import Names, is_agency, is_common, is_spoken_of, names_in
from summarizer.articles.zoning.sections import SECTION_WORDS
from summarizer.articles.zoning.surroundings import Surroundings
from summarizer.articles.zoning.vocabulary import SECTIONS, SHARING

_WORDS_OF_NAME = range(2, 5)
_MAX_PEOPLE, _MIN_CAPITALS = 4, 3
_BY_WORD = re.compile(rf"(?:{BY})\s", re.IGNORECASE)
_OUTLET_WORDS = frozenset(word.casefold() for word in OUTLET_WORDS.split("|"))
_KICKERS = frozenset(
    """
    feature features profile interview essay investigation explainer briefing brief blog column columnist commentary review
    update updated summary overview background timeline factbox fact check facts figures long read front page big picture
    story stories eyewitness account foreign domestic public affairs staff desk team newsroom correspondent reporter editor
    guest press release statement transcript advertisement sponsored content premium plus subscriber subscribers only free
    morning evening weekend weekly daily monthly issue edition volume print online web live wire service agency
    first person crisis war disaster accident attack election elections investigation trial court crime police fire flood
    prize award awards house court canyon mountain council ministry department committee commission office institute
    university college school hospital church museum bank party congress parliament senate government army navy force
    forces guard watch international association federation society foundation union group company corporation images
    getty welle rundfunk verlag zeitung anzeiger blatt redaktion universität ministerium
    hintergrund reportage dossier kolumne gastbeitrag leitartikel bericht fotostrecke unglück krieg wahl
    enquête reportage entretien tribune éditorial chronique dossier direct récit guerre accident
    entrevista reportaje crónica editorial columna directo análisis guerra accidente entrevistas reportagem crônica ao vivo
    follow listen watch sign log open add show hide view click tap learn discover join save continue now more here
    teilen drucken merken anhören vorlesen abonnieren folgen speichern partager écouter imprimer suivre abonnez lire offrir
    compartir escuchar imprimir suscríbete guardar seguir compartilhar ouvir salvar assine condividi ascolta stampa abbonati
    delen luister bewaar abone ol takip et paylaş dinle kaydet yazdır поделиться слушать подписаться читать udostępnij słuchaj
    intervista inchiesta editoriale diretta commento guerra achtergrond reportage column interview analyse
    """.split()
)
_PLACE_WORDS = frozenset(
    """
    new san santa santo são los las port porto puerto cape cap tel hong saint sankt fort mount monte rio río buenos kuala addis
    abu bad north south east west northern southern eastern western central upper lower great greater lake el al nova novo
    city town county beach island islands isle harbour harbor bay valley park state province district village river hills
    heights springs falls bridge square street road avenue quay port airport station region republic kingdom emirates ocean
    sea gulf coast mountains desert strait canal kong delhi york
    """.split()
)


def people_in(text: str, around: Surroundings) -> Names | None:
    """The people whose names a stretch consists of, with a place or a role beside them; None if it is anything else."""
    names = names_in(text, around)
    if not names or len(names.listed) > _MAX_PEOPLE or not all(_is_person(name, around) for name in names.listed):
        return None
    return names


def _is_person(name: str, around: Surroundings) -> bool:
    words = [word.casefold().strip(".") for word in name.split()]
    if len(words) not in _WORDS_OF_NAME or not name[0].isupper() or is_agency(name) or _BY_WORD.match(name):
        return False
    if name.isupper() and any(len(word) < _MIN_CAPITALS for word in words):
        return False
    if is_spoken_of(name, around) or is_common(name, around) or is_place(name):
        return False
    return not any(word in known for word in words for known in _OTHER_WORDS)


def is_place(name: str) -> bool:
    """It is made as names of places are ("Port Halden", "Weldon County"), or that of a country or a large city."""
    words = [word.casefold() for word in name.split()]
    return words[0] in _PLACE_WORDS or words[-1] in _PLACE_WORDS or " ".join(words) in _places()


@cache
def _places() -> frozenset[str]:
    """Countries, and the cities that time zones are named after, as Babel ships them from the Unicode CLDR."""
    english = Locale("en")
    cities = (re.sub(r"_", " ", str(zone).rpartition("/")[2]) for zone in english.time_zones)
    return frozenset(name.casefold() for name in (*english.territories.values(), *cities))


_OTHER_WORDS = (_KICKERS, _OUTLET_WORDS, SECTION_WORDS, SECTIONS, SHARING, MONTHS, WEEKDAYS)
