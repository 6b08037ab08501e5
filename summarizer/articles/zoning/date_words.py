"""The words of date lines in many languages: "published", "updated", "at", "two hours ago", "3 min read", "source:"."""

from __future__ import annotations

import re
from itertools import pairwise

from summarizer.articles.calendar_names import SHORT_WEEKDAYS, WEEKDAYS
from summarizer.dates.words import ANY_WEEKDAY

ZONE_NAMES = "GMT|UTC|BST|EDT|EST|ET|CDT|CST|CT|MDT|MST|MT|PDT|PST|PT|CEST|CET|EEST|EET|IST|HKT|MSK"
_MORE_ZONES = "KST|JST|WIB|WITA|WIT|MESZ|MEZ|MSK|BRT|SGT|AEST|AEDT|TRT|TSI|мск|UTC[+-]\\d{1,2}"

# Words of scripts that separate words; a whole word must match. "_" stands for white space.
_UPDATED = """
    last_updated? updated? updates? modified edited revised
    aktualisiert\\w* aktualisierung überarbeitet\\w* geändert\\w* änderung stand
    mise?_à_jour actualisée? modifiée? modification màj maj
    actualizad[oa](?:_a)? actualización modificad[oa] editado modificación
    atualizad[oa] atualização actualizad[oa] modificação
    aggiornat[oa] aggiornamento modificato modifica
    bijgewerkt gewijzigd update wijziging aangepast geüpdatet
    обновлен[оаы]? обновлён обновление обновления изменен[оа]? изменён изменение изменения отредактировано
    оновлен[оа] оновлення змінено редаговано
    akt\\. aktualizacja aktualizacji zaktualizowan[oay] aktualizowan[oaey] modyfikacja modyfikacji zmodyfikowano
    (?:آخر_)?تحديث التحديث حُدّثت? حُدِّثت? محدثة? عُدّل تعديل
    به_?[\u200c]?روز_?[\u200c]?رسانی بروز_?[\u200c]?رسانی به[\u200c]?روز_شده ویرایش
    (?:son_)?güncelle(?:me|nme|ndi|nen)(?:_(?:tarihi|saati|zamanı))? düzenleme
    עודכן עדכון अपडेट(?:ेड)? अद्यतन संशोधित diperbarui diperbaharui pembaruan diupdate
    uppdatera[dt] uppdaterades ändrad senast_ändrad opdateret oppdatert endret päivitetty muokattu
    aktualizován[oa] aktualizace upraveno aktualizovan[éeo] frissítve frissítés frissült módosítva módosítás actualizat[ăa]?
    ενημερώθηκε ενημέρωση τροποποιήθηκε обновен[оа]? актуализиран[оа]? ажурирано ažurirano izmijenjeno posodobljeno
    cập_nhật uuendatud atjaunots atnaujinta actualitzat อัปเดต(?:ล่าสุด)? แก้ไข
"""
_PUBLISHED = """
    published posted publication issued created filed uploaded first_published
    veröffentlicht\\w* veröffentlichung publiziert erschienen erstellt erstellung erstveröffentlich\\w*
    publiée?s? publication parue?s? mise?_en_ligne postée? créée? rédigée? diffusée?
    publicad[oa]s? publicación creado publicação postad[oa] criado divulgado
    pubblicat[oa] pubblicazione creato inserito gepubliceerd geplaatst publicatie verschenen
    опубликован[оаы]? публикации публикация создано размещено опубліковано публікації публікація створено
    opublikowan[oay] publikacja publikacji dodan[oay] dodania utworzono utworzenia
    نُ?شرت?(?:_في)? النشر نُشِرت? (?:تم_)?نشر(?:ه|ها)? كُتبت? انتشار منتشر(?:_شده|_شد)? درج
    yayın yayınlan(?:ma|dı)(?:_tarihi)? yayımlan(?:ma|dı)(?:_tarihi)? yayın_tarihi oluşturul(?:ma|du)(?:_tarihi)?
    giriş eklen(?:me|di)(?:_tarihi)?
    פורסם הועלה प्रकाशित(?:_तिथि)? पब्लिश(?:्ड)? diterbitkan dipublikasikan tayang terbit diposting
    publicera[dt] publicerades publiceret udgivet publisert julkaistu publikován[oa] vydán[oa] zveřejněn[oa] publikovan[éeo]
    megjelent megjelenés közzétéve publikálva publicat[ăa]? postat δημοσιεύ[θτ]ηκε δημοσίευση публикуван[оа]? објављено
    objavljeno objavljen đăng xuất_bản avaldatud publicēts paskelbta publicat เผยแพร่ โพสต์
"""
_DATED = """
    date dated datum data fecha дата tarih tarihi تاريخ تاریخ تأريخ תאריך तारीख दिनांक tanggal dato päivämäärä dátum
    ημερομηνία ngày
    วันที่ dnia
"""
_NO_CJK = r"(?![\u3040-\u30ff\u3400-\u9fff])"
"""More of the same word or sentence does not follow."""
_UPDATED_UNSPACED = (
    r"(?:最[后後終终近]?)?(?:更新|修改|修正|修訂|修订|改訂|編輯)(?:于|於|日期|日時|日|时间|時間|時刻)?"
    + _NO_CJK
    + r"|(?<![가-힣])(?:기사\s?)?(?:최종\s?)?(?:수정|업데이트|편집)(?:일시?|시간)?(?![가-힣])"
)
_PUBLISHED_UNSPACED = (
    r"(?:发布|發布|發佈|发表|發表|刊登|刊发|发稿|發稿|公開|配信|掲載|投稿|発行|上传|上傳|首发|初回公開)"
    r"(?:于|於|日期|日時|日|时间|時間|時刻)?"
    + _NO_CJK
    + r"|(?<![가-힣])(?:기사\s?)?(?:입력|등록|승인|작성|게시|발행|게재|송고)(?:일시?|시간)?(?![가-힣])"
    r"|(?<![가-힣])(?:기사)?원문(?![가-힣])"
)
_DATED_UNSPACED = r"(?:日期|时间|時間|日付|日時)" + _NO_CJK + "|날짜"
_FILLERS = """
    on at the of in first last latest final local time o'clock am pm a\\.m p\\.m h hs hrs uhr um am vom den der
    das zuletzt letzte[rns]?
    le la les à l'? du de heures? dernière première par fois el los las las a_las a_la hora horas última último del ora ore
    alle il ultim[oa]
    às do da dia em hora op om te het laatste uur на в о об г года году год ч час час[аі]ов мин минут последнее последняя
    последние время
    по_москве московское р року рік остання останнє г(?:од)?\\. w dnia o godz godzina godzinie r roku ostatnia ostatnio
    في الساعة ساعة بتوقيت غرينتش جرينتش غرينيتش جرينيتش المحلي مكة مكة_المكرمة م ص مساءً? صباحًا صباحاً مساء صباح هـ? آخر
    GMT در
    ساعت آخرین به_وقت بعد_از_ظهر صبح عصر son saat saati tarihi tarihinde ב-? בשעה שעה ל-? אחרון को बजे पर kl klo kello den d
    ve v dne hod
    va ur óra lúc ora ora la ώρα την στις pukul jam pada น เวลา น\\. is
"""
_UNITS = """
    sec(?:ond)?s? min(?:ute)?s? mins? hours? hrs? days? weeks? months? Sekunden? Minuten? Stunden? Tag(?:en?)? Wochen?
    Monat(?:en)? heures? jours? semaines? mois minutos? horas? días? dias? semanas? mes(?:es)? minut[oi] or[ae] giorn[oi]
    settiman[ae] mes[ei] uur uren dagen dag weken maanden минут[уы]? час(?:а|ов)? д(?:ень|ня|ней) недел[юиь] месяц(?:а|ев)?
    хвилин[иу]? годин[иу]? дн(?:і|ів) день тижн(?:і|ів) minut[ęy]? godzin[ęy]? dni dzień tygodni[ea]?
    dakika saat gün hafta ay jam menit hari timmar timer tuntia dagar dager päivää दिन घंटे मिनट
    [\u0600-\u06ff]{2,10} [\u0590-\u05ff]{2,8} [\u0370-\u03ff]{2,8}
"""
_AGO_BEFORE = "vor há hace il_y_a ha for för منذ قبل לפני před acum πριν(?:_από)?"
_AGO_BEHIND = "ago earlier fa geleden назад тому temu önce lalu yang_lalu sitten sedan siden atrás पहले"
_NEAR_DAYS = """
    yesterday today gestern heute hier aujourd['’]hui ayer hoy ontem hoje ieri oggi gisteren vandaag вчера сегодня вчора
    сьогодні wczoraj dzisiaj dziś أمس اليوم dün bugün אתמול היום kemarin i_dag i_går igår idag
"""
_READ_BEHIND = "read de_lecture de_lectura de_leitura di_lettura leestijd Lesezeit czytania чтения okuma"
_READ_BEFORE = """
    reading_time lesezeit lesedauer temps_de_lecture lecture tiempo_de_lectura lectura tempo_di_lettura lettura tempo_de_leitura
    leestijd время_чтения czas_czytania okuma_süresi views?
"""


def _any(names: str) -> str:
    """The words as alternatives, the longest first."""
    alternatives = sorted({name.replace("_", r"\s") for name in names.split()}, key=len, reverse=True)
    return "(?:" + "|".join(alternatives) + ")"


def _words(names: str) -> str:
    """One of them as a whole word."""
    return rf"(?<!\w){_any(names)}(?!\w)"


_ABOUT = r"(?:(?:etwa|circa|ca\.?|environ|unos|cerca\sde)\s)?"
_AGO = re.compile(
    rf"(?:{_any(_AGO_BEFORE)}\s{_ABOUT}(?:\d{{1,3}}|\w{{1,6}})?\s?{_any(_UNITS)}(?!\w)(?:\ssiden|\ssedan)?"
    rf"|(?:\d{{1,3}}|an?|one|een|un[ao']?)\s?{_any(_UNITS)}\s{_any(_AGO_BEHIND)}(?!\w)"
    r"|\d{1,3}\s?(?:秒|分|分钟|分鐘|小时|小時|時間|天|日|周|週間?|个月|か月)前|\d{1,3}\s?(?:초|분|시간|일|주|개월)\s?전"
    rf"|{_words(_NEAR_DAYS)}|昨天|今天|昨日|今日|어제|오늘),?",
    re.IGNORECASE,
)
_NEAR_DAY = re.compile(_words(_NEAR_DAYS), re.IGNORECASE)
_COMMENTS = "comments? kommentare? commentaires? comentarios? comentários? commenti reacties комментари[яйеив]+ komentarz[ey]?"
_YEARLESS = re.compile(r"[(（【\[]\s?\d\d?[/月.-]\d\d?日?\s{0,2}\d\d?[:：時时]\d\d分?\s?(?:更新|修正|修改)[)）】\]]")
_READING = re.compile(
    rf"(?:\d{{1,3}}[\s-]?(?:min(?:ut\w{{0,3}})?|мин\w{{0,3}}|dk)\.?\s{_any(_READ_BEHIND)}"
    rf"|\d{{1,5}}\s{_any(_COMMENTS)}"
    rf"|(?:{_words(_READ_BEFORE)}|阅读|閱讀|浏览|瀏覽|조회수?)\s?[:：]?\s?(?:ca\.?\s|about\s|~\s?)?\d{{1,7}}"
    r"(?:\s?(?:min(?:ut\w{0,3})?\.?|мин\w{0,3}|dk|次))?)(?!\w)",
    re.IGNORECASE,
)
_OTHER_MONTHS = """
    محرم صفر ربيع_الأول ربيع_الاول ربيع_الثاني ربيع_الآخر جمادى_الأولى جمادى_الاولى جمادى_الآخرة جمادى_الثانية رجب شعبان
    رمضان شوال
    ذو_القعدة ذي_القعدة ذو_الحجة ذي_الحجة فروردین اردیبهشت خرداد تیر مرداد شهریور مهر آبان آذر دی بهمن اسفند
    حمل ثور جوزا سرطان اسد سنبله میزان عقرب قوس جدی دلو حوت תשרי חשוון כסלו טבת שבט אדר ניסן אייר סיוון תמוז אב אלול
"""

_UPDATED_LABEL = f"{_words(_UPDATED)}|{_UPDATED_UNSPACED}"
_PUBLISHED_LABEL = f"{_words(_PUBLISHED)}|{_PUBLISHED_UNSPACED}"
_DATED_LABEL = f"{_words(_DATED)}|{_DATED_UNSPACED}"
LABEL = re.compile(f"(?P<update>{_UPDATED_LABEL})|(?P<publication>{_PUBLISHED_LABEL})|(?P<dated>{_DATED_LABEL})", re.IGNORECASE)
LABEL_WORD = f"(?i:{_UPDATED_LABEL}|{_PUBLISHED_LABEL}|{_DATED_LABEL})"
"""Any of them, for use inside another pattern."""
_WORDS = re.compile(r"[^\W\d_][\w\u200c’'-]*")
_DAYS = "|".join(re.escape(name) for name in sorted([*WEEKDAYS, *SHORT_WEEKDAYS], key=len, reverse=True))
WEEKDAY = re.compile(
    rf"(?<!\w)(?:{ANY_WEEKDAY}|(?i:{_DAYS})|segunda|terça|quarta|quinta|sexta|الإثنين|الاربعاء)(?!\w)\.?"
    r"|(?:星期|周|週|礼拜)[一二三四五六日天]|[月火水木金土日]曜日?|[월화수목금토일]요일|[（(][月火水木金土日월화수목금토일][)）]"
)
_FILLER = re.compile(f"{_words(_FILLERS)}|(?<![A-Za-z])(?:{ZONE_NAMES}|{_MORE_ZONES})(?![A-Za-z])", re.IGNORECASE)


OTHER_CALENDAR = re.compile(rf"(?<!\d)\d{{1,2}}\s{{1,2}}(?:{_words(_OTHER_MONTHS)})[,،]?\s{{1,2}}1[2-5]\d\d(?!\d)")
"""A day of the lunar Hijri or the Solar Hijri year."""


def without_date_words(text: str) -> str:
    """A stretch without the words that stand beside a date and say nothing else."""
    for pattern in (OTHER_CALENDAR, _READING, _AGO, LABEL, WEEKDAY, _FILLER):
        text = pattern.sub(" ", text)
    return text


def names_weekday(text: str) -> bool:
    """It holds a weekday's full name; a short one ("Do", "So") is a common word as well."""
    words = _WORDS.findall(text.lower())
    return any(word in WEEKDAYS for word in [*words, *map(" ".join, pairwise(words))])


def without_distance(text: str) -> str:
    """The text with "2 hours ago", its label before it and reading times blanked, character for character."""
    for pattern in (_READING, _YEARLESS):
        text = pattern.sub(lambda match: " " * len(match[0]), text)
    for match in _AGO.finditer(text):
        start = _label_before(text, match.start())
        text = text[:start] + " " * (match.end() - start) + text[match.end() :]
    return text


def _label_before(text: str, end: int) -> int:
    """Where the label that ends at `end` begins; `end` if there is none."""
    label = next((label for label in LABEL.finditer(text, 0, end) if not text[label.end() : end].strip(" :\u00a0")), None)
    return label.start() if label else end


def is_distance(text: str) -> bool:
    """It says "2 hours ago", or "yesterday" with a time or a label, and beside it nothing but such words."""
    found = _AGO.search(text)
    if not found or text.endswith((".", "。", "।")) or re.search(r"\w", re.sub(r"\d", " ", without_date_words(text))):
        return False
    return not _NEAR_DAY.fullmatch(found[0].strip(" ,")) or bool(LABEL.search(text) or re.search(r"\d", text))
