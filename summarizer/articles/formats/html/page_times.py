"""Time tags of a page: those of its own article, the day of publication told from that of a change."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import html as lxml_html

from summarizer.articles.draft import Dated, Stamp
from summarizer.articles.formats.html.page_place import Place
from summarizer.articles.publication import read_stamp
from summarizer.articles.zoning.date_words import without_date_words

_TIMES = "//time | //span[@datetime] | //abbr[@title]" + "".join(
    f" | //*[contains(@class,'{name}')]" for name in ("published", "dt-", "entry-date", "post-date")
)
_PUBLISHED = re.compile(
    r"(?:^|[\s_-])(?:dt-published|published|entry-date|post-date|publish(?:ed)?[_-]?(?:date|time|on)?|pub[_-]?date|datepublished)(?=$|[\s_-])",
    re.IGNORECASE,
)
_CHANGED = re.compile(
    r"(?:^|[\s_-])(?:dt-updated|updated?|modified|last[_-]?(?:updated?|modified)|datemodified|edited)(?=$|[\s_-])",
    re.IGNORECASE,
)
_CHANGED_LABEL = re.compile(
    r"(?:updat|modif|edited|amended|revised|corrected|aktualisier|geändert|\bstand\b|mis(?:e)? à jour|modifié|actualizad|"
    r"modificad|aggiornat|atualizad|alterad|bijgewerkt|gewijzigd|uppdater|opdater|oppdater|päivitet|zaktualiz|aktualiz|frissít|güncelle|обновлен|обновлён|изменен|оновлен|"
    r"تحديث|به‌روز|עודכן|更新|수정|업데이트|diperbarui|ανανεώ|ενημέρωσ)",
    re.IGNORECASE,
)
_PUBLISHED_LABEL = re.compile(
    r"publi[sckqé]|posted|issued|created|veröffentlicht|erschienen|erstellt|gepubliceerd|geplaatst|udgivet|publicerad|julkaistu|"
    r"opublikowan|zveřejněn|megjelen|yayın|опублик|размещ|نشر|منتشر|פורסם|发布|發布|公開|掲載|입력|등록|đăng|diterbitkan|δημοσ",
    re.IGNORECASE,
)
_ONE = re.compile(r"\d")
_MAX_LINE, _MAX_LABEL = 160, 60
_MAX_TAGS = 500
_QUOTING = frozenset({"figure", "figcaption", "caption", "blockquote", "q", "cite"})
_SENTENCE_ENDS = (".", "!", "?", "。", "।", "؟", "…")
_WORD = re.compile(r"[^\W\d_]{2,}")
_MAX_BESIDE, _MIN_RUN = 3, 2


def own_times(tree: lxml_html.HtmlElement, place: Place) -> Iterator[Dated]:
    """The date of the article's own time tag: of those marked the one nearest the heading, else the only one there is."""
    tags = [
        tag
        for tag in tree.xpath(_TIMES)[:_MAX_TAGS]
        if place.is_own(tag) and not _is_of_change(tag) and not _is_quoted(tag, place)
    ]
    marked = [(place.distance(tag), stamp) for tag in tags if _is_marked(tag) and (stamp := _stamp(tag))]
    if marked:
        yield Dated(min(marked, key=lambda found: found[0])[1], "time tag of the page")
        return
    plain = [
        stamp for tag in tags if _is_time(tag) and _stands_alone(tag) and _has_place(tag, place) and (stamp := _stamp(tag))
    ]
    if len({stamp.date for stamp in plain}) == 1:
        yield Dated(next((stamp for stamp in plain if stamp.time), plain[0]), "time tag of the page")


def _is_quoted(tag: lxml_html.HtmlElement, place: Place) -> bool:
    """It stands in a picture's caption or in a post or text of someone else."""
    return any(above.tag in _QUOTING and above not in place.spine for above in tag.iterancestors())


def _is_time(tag: lxml_html.HtmlElement) -> bool:
    """A time tag; one inside a sentence has become a span in the prepared tree."""
    return tag.tag == "time" or (tag.tag == "span" and tag.get("datetime") is not None)


def _names(tag: lxml_html.HtmlElement) -> str:
    return f"{tag.get('class') or ''} {tag.get('itemprop') or ''}"[:200]


def _is_marked(tag: lxml_html.HtmlElement) -> bool:
    return tag.get("pubdate") is not None or bool(_PUBLISHED.search(_names(tag)))


def _is_of_change(tag: lxml_html.HtmlElement) -> bool:
    """It is marked or called the time of a change; blogs mark one tag as both where nothing was changed."""
    names = _names(tag)
    if _CHANGED.search(names) and not re.search(
        r"(?:^|\s)(?:dt-published|published|datepublished)(?:$|\s)", names, re.IGNORECASE
    ):
        return True
    label = _label(tag)
    changed = max((match.start() for match in _CHANGED_LABEL.finditer(label)), default=-1)
    return changed > max((match.start() for match in _PUBLISHED_LABEL.finditer(label)), default=-1)


def _label(tag: lxml_html.HtmlElement) -> str:
    """The words right before a tag, on its line: "Updated" in "Updated: <time>"."""
    before = tag.getprevious()
    parts = [tag.text or ""] if not _is_time(tag) else [_ONE.split(tag.text or "")[0]]
    if before is None:
        above = tag.getparent()
        parts.insert(0, (above.text or "") if above is not None else "")
    else:
        parts.insert(0, before.tail or "")
        if not (before.tail or "").strip() and before.tag in ("span", "b", "strong", "em", "i", "label", "small", "dt"):
            parts.insert(0, before.text_content()[-_MAX_LABEL:])
    return " ".join(" ".join(parts).split())[-_MAX_LABEL:]


def _stands_alone(tag: lxml_html.HtmlElement) -> bool:
    """It is no date within a sentence: the text block around it is short, and no sentence if it is not very short."""
    block = next((a for a in tag.iterancestors() if a.tag not in ("span", "a", "b", "em", "strong", "i", "small")), None)
    if block is None or block.tag not in ("p", "td", "li", "dd"):
        return not _runs_on(tag)
    text = " ".join(block.text_content().split())
    if not text.endswith(_SENTENCE_ENDS):
        return len(text) <= _MAX_LINE
    beside = text.replace(" ".join(tag.text_content().split()), " ", 1)
    return len(text) <= _MAX_LABEL and len(_WORD.findall(without_date_words(beside))) <= _MAX_BESIDE


def _runs_on(tag: lxml_html.HtmlElement) -> bool:
    """Words of the same sentence follow it: small ones that stand beside no date."""
    tail = (tag.tail or "")[:_MAX_LABEL].strip().split("\n")[0]
    words = _WORD.findall(without_date_words(tail))
    return len(words) >= _MIN_RUN and all(word.islower() for word in words[:_MIN_RUN])


def _has_place(tag: lxml_html.HtmlElement, place: Place) -> bool:
    """An unmarked tag counts only in an article or the main part, or right by the heading."""
    above = list(tag.iterancestors())
    if {"article", "main"} & {element.tag for element in above} or any(element.get("role") == "main" for element in above):
        return True
    near = (1, 2)
    return place.home is not None or any(
        place.spine.get(element) in near for element in above if element.tag not in ("body", "html")
    )


def _stamp(tag: lxml_html.HtmlElement) -> Stamp | None:
    value = tag.get("datetime") or tag.get("content") or tag.get("title") or ""
    return read_stamp(value[:100]) or read_stamp(" ".join(tag.text_content().split())[:100])
