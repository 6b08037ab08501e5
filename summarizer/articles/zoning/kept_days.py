"""Lines that say on which day a copy was looked at, saved or printed: "Accessed: 5 January 2023", "Abgerufen am …".

Programs that keep articles and people who cite them write such lines where a date of publication might stand.
"""

from __future__ import annotations

import re

from summarizer.articles.lines import Line
from summarizer.articles.publication import find_dates
from summarizer.articles.zoning.date_lines import other_words

_MAX_CHARS = 160
_KEEPING = frozenset(
    """
    access accessed retrieved retrieval saved archived archive printed print downloaded download captured capture snapshot
    fetched crawled crawl scraped exported clipped copied viewed visited cached imported
    abgerufen abruf abrufdatum aufgerufen zugriff zugriffsdatum zugegriffen gespeichert gesichert gedruckt druckdatum
    ausgedruckt archiviert heruntergeladen kopiert besucht
    consulté consultée consultation accédé enregistré enregistrée sauvegardé sauvegardée archivé archivée imprimé imprimée
    impression téléchargé téléchargée capturé récupéré récupérée
    consultado consultada consulta acceso accedido guardado guardada archivado archivada impreso impresa descargado descargada
    capturado recuperado recuperada acesso acessado salvo arquivado impresso baixado descarregado
    consultato consultata salvato salvata archiviato archiviata stampato stampata scaricato scaricata accesso
    geraadpleegd opgeslagen gearchiveerd afgedrukt gedownload opgehaald bekeken bezocht
    обращения обращение доступ доступа сохранено сохранена сохранён сохранен архивировано распечатано скачано просмотрено
    звернення доступу збережено архівовано роздруковано переглянуто
    dostęp dostępu pobrano pobrania zapisano zarchiwizowano wydrukowano wydruku
    citováno staženo uloženo archivováno vytištěno přístup přístupu navštíveno citované stiahnuté uložené
    erişim erişildi kaydedildi arşivlendi indirildi yazdırıldı
    hämtad hämtat hämtades sparad sparat arkiverad utskriven hentet lagret arkivert arkiveret besøgt lastet åtkomst gemt
    udskrevet viitattu tallennettu haettu tulostettu arkistoitu
    megtekintve letöltve hozzáférés mentve archiválva accesat salvat
    diakses disimpan diunduh dicetak diarsipkan dicapai
    الوصول الاطلاع حفظ الحفظ أرشفة الأرشفة الاسترجاع الدخول دسترسی ذخیره بازیابی آرشیو אוחזר נשמר הודפס גישה הגישה
    ανακτήθηκε πρόσβαση πρόσβασης αποθηκεύτηκε
    """.split()
)
_KEEPING_UNSPACED = re.compile(
    "(?:最終)?(?:閲覧|アクセス|保存|取得|参照|印刷)(?:日時?)?|(?:最后|最後)?(?:访问|訪問|检索|檢索|保存|下载|下載|抓取|存档|存檔|打印|列印|查阅|查閱)"
    "(?:于|於|日期|时间|時間|日)?|(?:최종)?(?:접속|검색|저장|열람|인쇄|방문)(?:일자?|일시)?"
)
_BESIDE = frozenset(
    """
    from original page webpage web version copy article taken was is it this and most recent recently zuletzt dernière dernier
    letzter última último ultimo ultima fecha data datum дата tanggal tarihi senast sist
    """.split()
)


def is_kept_day(line: Line) -> bool:
    """The line says when a copy was looked at, saved or printed, and nothing else."""
    text = line.text
    if len(text) > _MAX_CHARS or not (spans := find_dates(text)):
        return False
    words = [word.casefold().strip(".-’'") for word in other_words(text, spans)]
    keeping = [word for word in words if word in _KEEPING or _KEEPING_UNSPACED.fullmatch(word)]
    return bool(keeping) and all(word in _KEEPING or word in _BESIDE or _KEEPING_UNSPACED.fullmatch(word) for word in words)
