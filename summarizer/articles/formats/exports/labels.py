"""Names that databases and hand-made collections put before the facts of an article, in several languages."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum


class Role(StrEnum):
    """What a labelled line says about the article below or above it."""

    TITLE = "title"
    OUTLET = "outlet"
    CITATION = "citation"  # outlet, place, date and page in one
    DATE = "date"
    AUTHOR = "author"
    LANGUAGE = "language"
    URL = "url"
    LENGTH = "length"
    BODY = "body"
    ABSTRACT = "abstract"
    CORRECTION = "correction"
    OTHER = "other"  # the database's own: index terms, pages, dates of loading


@dataclass(frozen=True, slots=True)
class Label:
    """The label of a line: its role, its name as printed, and what stands behind it."""

    role: Role
    name: str
    value: str


_NAMES = {
    Role.TITLE: "title headline article-title document-title heading titel titre título titulo titolo kop schlagzeile "
    "überschrift "
    "ueberschrift hauptschlagzeile titular rubriek-titel otsikko rubrik-titel tytuł titulek заголовок название 标题 "
    "標題 題名 제목 عنوان "
    "العنوان başlık judul tiêu-đề",
    Role.OUTLET: "outlet source publication publication-title publication-name newspaper newspaper-title paper "
    "journal journal-title "
    "source-title source-name news-source medium quelle zeitung publikation publikationstitel titel-der-publikation "
    "fuente periódico "
    "publicación título-de-publicación título-de-la-publicación fonte giornale testata titolo-pubblicazione bron "
    "krant publicatie "
    "titre-de-la-publication titre-de-publication título-da-publicação jornal źródło gazeta источник издание газета "
    "来源 來源 报纸 報紙 "
    "媒体 媒體 신문 출처 المصدر الصحيفة kaynak gazete tidning avis sumber",
    Role.CITATION: "publication-info publikationsinformationen información-de-publicación informations-de-publication "
    "informação-da-publicação informazioni-pubblicazione",
    Role.DATE: "date publication-date date-of-publication pub-date pubdate published published-on date-published "
    "published-date issue-date "
    "datum erscheinungsdatum veröffentlichungsdatum publikationsdatum erschienen veröffentlicht-am "
    "date-de-publication publié-le fecha "
    "fecha-de-publicación data data-di-pubblicazione data-de-publicação publicatiedatum gepubliceerd-op дата дата-публикации "
    "日期 发布日期 發佈日期 날짜 التاريخ تاريخ-النشر tarih publiceringsdatum utgivelsesdato tanggal data-publikacji",
    Role.AUTHOR: "author authors byline author-byline autor autoren autorin verfasser auteur auteurs autores autore "
    "autori reporter автор "
    "авторы 作者 记者 記者 기자 الكاتب journalist yazar forfatter författare penulis",
    Role.LANGUAGE: "language language-of-publication publication-language sprache langue idioma lingua taal язык 语言 "
    "語言 språk dil język "
    "langue-de-publication idioma-de-la-publicación idioma-de-publicación publikationssprache sprache-der-publikation",
    Role.URL: "url link document-url web-address permalink adresse-web original-url article-url dokument-url",
    Role.LENGTH: "length word-count wordcount full-text-word-count fulltext-word-count number-of-words words länge "
    "laenge longueur "
    "longitud extensión lunghezza lengte umfang wörter nombre-de-mots longitud-del-texto palabras mots 字数 字數 "
    "wortanzahl объем",
    Role.BODY: "body text full-text fulltext article-text article-body volltext texte-intégral texto-completo "
    "testo-integrale texte texto "
    "testo tekst volledige-tekst cuerpo corps corps-de-texte content inhalt 正文 全文 内文 內文 본문 النص "
    "текст "
    "полный-текст teljes-szöveg lauftext hauptteil",
    Role.ABSTRACT: "abstract summary zusammenfassung résumé resumen resumo riassunto samenvatting kurzfassung 摘要",
    Role.CORRECTION: "correction corrections correction-appended korrektur berichtigung rectification corrección "
    "correctie correzione "
    "errata erratum",
    Role.OTHER: "section page pages pg edition dateline load-date loaddate load_date update updated last-updated last-update "
    "transcript upload-datum hochladedatum zuletzt-aktualisiert dernière-mise-à-jour última-actualización "
    "ultimo-aggiornamento laatst-bijgewerkt "
    "publication-type type-publication publication-subject publication-year publisher place-of-publication "
    "country-of-publication "
    "journal-code pub-type pub-subject graphic graphics subject subjects subject-terms geographic geographic-terms "
    "geographic-area "
    "industry organization organizations organisation company companies company-entity ticker person people names "
    "location locations "
    "keyword keywords index-terms identifier identifier-keyword highlight series column type document-type source-type "
    "proquest-document-id document-id document-number record record-number record-no accession-number issn isbn eissn "
    "volume issue "
    "first-page last-page page-count number-of-pages start-page database copyright copyright-notice last-modified readability "
    "openurl-link source-attribution credit distribution correction-date editor-note classification concept category "
    "gale-document-number section-name dewey newspaper-category illustration features rights contact notes note "
    "bibliography bio document-feature entry-date release-date publication-frequency show guests anchor time-of-request "
    "job-number date-and-time client-matter search-terms search-type narrowed-by terms news-type news-provided-by "
    "document-cover "
    "rubrik seite seiten ausgabe ressort lade-datum ladedatum update publikationstyp zeitungs-code grafik bildunterschrift "
    "schlagwörter schlagworte themen thema firma unternehmen branche ort orte region land verlag erscheinungsort "
    "rubrique pages édition date-chargement date-de-chargement type-publication code-revue graphique sujet "
    "localisation-geo societe société secteur-activite secteur-d-activité symbole-boursier encart mise-à-jour lieu éditeur "
    "sección página páginas edición fecha-de-carga tipo-de-publicación gráfico tema temas materia empresa editorial lugar "
    "sezione pagina pagine edizione data-di-caricamento tipo-di-pubblicazione sectie rubriek editie pub-type laad-datum "
    "pagina-s publicatietype onderwerp organisatie bedrijf seção página edição раздел страница рубрика 版面 版次 版名 "
    "主题 主題 关键词 "
    "關鍵詞 文章编号 文章編號 文檔編號 섹션 면 القسم الصفحة",
}  # fmt: skip
_SQUEEZE = re.compile(r"[\s\-_/.()'’*]+")
_ROLES = {_SQUEEZE.sub("", name.casefold()): role for role, names in _NAMES.items() for name in names.split()}
_LINE = re.compile(
    r"[ \t\u00a0]{0,40}[*_#> ]{0,6}"
    r"(?P<name>[^\W\d_][\w /.()'’&-]{0,39}?)[*_ \u00a0]{0,4}[:：][*_]{0,3}[ \t\u00a0]*(?P<value>.*)"
)
_MAX_SHAPE = 160
_HEADINGS = {
    Role.BODY: frozenset(
        "body text fulltext volltext cuerpo corps hauptteil tekst texto testo texte haupttext textkörper".split()
    ),
    Role.OTHER: frozenset(
        "graphic graphics classification notes graphique grafik gráfico klassifizierung klassifikation clasificación "
        "classificatie classificazione".split()
    ),
    Role.CORRECTION: frozenset({"correction", "correctionappended", "korrektur"}),
}


def role_of(name: str) -> Role | None:
    """What a label's name stands for ("Publication title" is the outlet); None if it is no label known."""
    return _ROLES.get(_SQUEEZE.sub("", name.casefold()))


def label_of(line: str) -> Label | None:
    """The label of a line such as "BYLINE: Ada Nyman"; None if the line has none that is known."""
    match = _LINE.fullmatch(line)
    role = role_of(match["name"]) if match else None
    if not match or role is None:
        return None
    return Label(role, match["name"].strip(), match["value"].strip().strip("*_ "))


def looks_labelled(line: str) -> bool:
    """It has the shape of a labelled line, whatever its label: a short name, a colon, and no sentence behind it."""
    match = _LINE.fullmatch(line[:_MAX_SHAPE])
    return (
        bool(match)
        and not line.islower()
        and len(line) < _MAX_SHAPE
        and not line.rstrip().endswith((".", "!", "?", "”", '"', "。"))
    )


def heading_of(line: str) -> Role | None:
    """What a line begins that is nothing but a heading of the database: "Body", "Graphic", "Classification"."""
    word = _SQUEEZE.sub("", line.strip().casefold()).rstrip(":：")
    return next((role for role, words in _HEADINGS.items() if word in words), None)
