"""Names of a paper's sections that stand alone above a headline, in many languages."""

from __future__ import annotations

import re

from summarizer.articles.lines import Line
from summarizer.articles.zoning.vocabulary import SECTIONS

_MAX_WORDS = 4
SECTION_WORDS = frozenset(
    """
    kicker exclusive analysis opinion report special reportage interview
    nachrichten politik wirtschaft panorama ausland inland welt kultur wissen sport lokales regional meldungen eilmeldung
    gesellschaft meinung
    vermischtes aktuell aktuelles finanzen netzwelt kommentar top-thema startseite
    actualités actualité politique économie monde société international france faits divers culture sports opinions une
    région
    noticias política economía internacional nacional mundo sociedad sucesos cultura deportes opinión actualidad última hora
    portada
    notícias economia brasil cidades mundo cotidiano política últimas
    notizie cronaca politica esteri economia mondo primo piano ultime attualità
    nieuws binnenland buitenland politiek economie samenleving regio
    новости политика экономика общество мир происшествия в мире россия главные главное культура спорт
    новини політика економіка суспільство світ події україна
    wiadomości polska świat polityka gospodarka kraj wydarzenia społeczeństwo
    أخبار الأخبار سياسة اقتصاد العالم عربي محليات منوعات دولي رئيسية
    اخبار سیاسی اقتصادی جهان جامعه بین الملل
    haberler gündem dünya siyaset ekonomi türkiye son dakika
    חדשות פוליטיקה כלכלה בעולם
    berita nasional internasional politik ekonomi
    समाचार राजनीति देश विदेश दुनिया
    nyheter utrikes inrikes nyheder udland indland uutiset zprávy domácí svět hírek belföld külföld știri ειδήσεις κόσμος
    """.split()
)
_UNSPACED = re.compile(
    r"(?:新闻|新聞|要闻|要聞|国际|國際|国内|國內|时政|社会|社會|政治|经济|經濟|財經|财经|热点|头条|首页|本地|港聞|即時|中心|频道|ニュース|国際|経済|速報|海外|地域"
    r"|事件|事故|スポーツ|뉴스|정치|경제|사회|국제|세계|속보|전국|지역|연예|스포츠|일반|[・·/>|\s])+"
)
_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")


def is_section(line: Line) -> bool:
    """Nothing but the name of a section, such as "NEWS", "Politik" or "国际"."""
    if line.words > _MAX_WORDS or not line.bare:
        return False
    words = [word.casefold() for word in _WORD.findall(line.bare)]
    return bool(_UNSPACED.fullmatch(line.bare)) or (
        bool(words) and all(word in SECTION_WORDS or word in SECTIONS for word in words)
    )
