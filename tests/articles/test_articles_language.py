"""Language: what the detector names, when it is not sure, names and tags of languages, a label against the text."""

import json

import pytest

from summarizer.articles import language, read_article
from summarizer.articles.fields import language_tag
from summarizer.articles.language import checked_language, language_of, script_of
from summarizer.articles.language_codes import scripts_of

TEXTS = {
    "no": "Kommunen stenger veien etter raset i går. Ingen ble skadet, opplyser politiet, men flere hus måtte tømmes.",
    "nn": "Statsråden sa tysdag at kommunen vil byggje ei ny bru før vinteren. Bebuarane meiner at planen ikkje er god nok.",
    "da": "Ministeren sagde tirsdag, at kommunen vil bygge en ny bro inden vinteren. Beboerne mener ikke, at planen er god nok.",
    "sv": "Ministern sade i tisdags att kommunen ska bygga en ny bro före vintern. De boende anser inte att planen är tillräcklig.",
    "ru": "Министр сообщил во вторник, что город построит новый мост до зимы. Жители считают, что этот план недостаточно хорош.",
    "uk": "Міністр повідомив у вівторок, що місто збудує новий міст до зими. Мешканці вважають, що цей план недостатньо добрий.",
    "bg": "Министърът съобщи във вторник, че градът ще построи нов мост преди зимата. Жителите смятат, че планът не е достатъчно добър.",
    "ky": "Министр шейшемби күнү шаар кышка чейин жаңы көпүрө курарын билдирди. Тургундар бул планды жетиштүү эмес деп эсептешет.",
    "tt": "Министр сишәмбе көнне шәһәр кышка кадәр яңа күпер төзиячәк дип белдерде. Халык бу планны җитәрлек түгел дип саный.",
    "tg": "Вазир рӯзи сешанбе гуфт, ки шаҳр то зимистон пули нав месозад. Сокинон мегӯянд, ки ин нақша кофӣ нест.",
    "fa": "وزیر روز سه‌شنبه گفت که شهر پیش از زمستان پل تازه‌ای خواهد ساخت. ساکنان می‌گویند این طرح به اندازه کافی خوب نیست.",
    "ckb": "وەزیر ڕۆژی سێشەممە ڕایگەیاند کە شارەکە پێش زستان پردێکی نوێ دروست دەکات. دانیشتووان دەڵێن ئەم پلانە باش نییە.",
    "ur": "وزیر نے منگل کو کہا کہ شہر سردیوں سے پہلے ایک نیا پل بنائے گا۔ رہائشیوں کا کہنا ہے کہ یہ منصوبہ کافی نہیں ہے۔",
    "ca": "El ministre va dir dimarts que la ciutat construirà un nou pont abans de l'hivern. Els veïns creuen que el pla no és prou bo.",
    "gl": "O ministro dixo o martes que a cidade construirá unha nova ponte antes do inverno. Os veciños cren que o plan non é bo.",
    "af": "Die minister het Dinsdag gesê dat die stad voor die winter 'n nuwe brug sal bou. Die inwoners meen die plan is nie goed genoeg nie.",
    "sk": "Minister v utorok povedal, že mesto pred zimou postaví nový most. Obyvatelia si myslia, že tento plán nie je dosť dobrý.",
    "id": "Menteri mengatakan pada hari Selasa bahwa kota akan membangun jembatan baru sebelum musim dingin karena warga tidak puas.",
    "he": "השר אמר ביום שלישי כי העיר תבנה גשר חדש לפני החורף. התושבים סבורים שהתוכנית אינה טובה מספיק.",
    "yi": "דער מיניסטער האט געזאגט דינסטאג אז די שטאט וועט בויען א נייע בריק פאר'ן ווינטער. די איינוואוינער האלטן אז דער פלאן איז נישט גוט.",
    "ja": "大臣は火曜日、市が冬までに新しい橋を建設すると述べた。住民は計画が不十分だと考えている。",
    "ko": "장관은 화요일 시가 겨울 전에 새 다리를 건설할 것이라고 말했다. 주민들은 계획이 충분하지 않다고 본다.",
}  # fmt: skip
CROATIAN = (
    "Ministar je u utorak rekao da će grad prije zime izgraditi novi most. Stanovnici smatraju da plan nije dovoljno dobar. "
)
ENGLISH = "The minister said on Tuesday that the city would build a new bridge before the winter. Residents doubt that the plan is good enough. "
SPANISH = "El ministro dijo el martes que la ciudad construirá un nuevo puente antes del invierno. Los vecinos creen que el plan no basta. "


@pytest.mark.parametrize("code", TEXTS)
def test_neighbours_are_told_apart(code):
    assert language_of(TEXTS[code]) == code


@pytest.mark.parametrize(
    "text",
    [
        "",
        "42 of 61 on 3.4.2019.",
        "Bridge to open",
        "Statsråden sa tirsdag at kommunen vil bygge en ny bro før vinteren. Beboerne mener at planen ikke er god nok.",
        CROATIAN,
        "Ministr zayavil vo vtornik, chto gorod postroit novyy most do zimy, zhiteli schitayut plan nedostatochnym.",
        "El ministru dixo'l martes que la ciudá va construyir una ponte nueva enantes del iviernu. Los vecinos creen que nun ye abondo.",
        ENGLISH[:86] + "Der Minister sagte am Dienstag, die Stadt werde vor dem Winter eine neue Brücke bauen.",
        "Ìèíèñòð ñîîáùèë âî âòîðíèê, ÷òî ãîðîä ïîñòðîèò íîâûé ìîñò äî çèìû.",
        "\ud800\ufdd0\x00\uffff",
    ],
)
def test_what_is_short_mixed_or_unknown_has_no_language(text):
    assert language_of(text) is None


def test_a_quotation_in_another_language_does_not_make_the_text_one():
    assert language_of(ENGLISH * 3 + "“Wir werden die Brücke nicht bezahlen”, he was told.") == "en"


@pytest.mark.parametrize(
    ("value", "code"),
    [
        ("en-GB", "en"), ("en_US.UTF-8", "en"), ("de-DE-1996", "de"), ("zh-Hans", "zh"), ("sr-Latn", "sr"), ("EN", "en"),
        ("eng", "en"), ("ger", "de"), ("deu", "de"), ("arb", "ar"), ("cmn", "zh"), ("iw", "he"), ("in", "id"), ("mo", "ro"),
        ("nb-NO", "no"), ("nob", "no"), ("nn", "nn"), ("nno", "nn"), ("ckb", "ckb"), ("fil", "tl"),
        ("English", "en"), ("German", "de"), ("Français", "fr"), ("русский", "ru"), ("English (UK)", "en"), ("Norwegian Bokmål", "no"),
        ("en, en-US", "en"), ("en, de", None), ("und", None), ("mul", None), ("qqx", None), ("jp", None), ("default", None),
        ("", None), (None, None), ("x" * 5000, None),
    ],
)  # fmt: skip
def test_names_and_tags_of_languages(value, code):
    assert language_tag(value) == code


def test_scripts_of_languages():
    assert scripts_of("ru") == {"Cyrl"}
    assert {"Cyrl", "Latn"} <= scripts_of("sr")
    assert "Latn" in scripts_of("no")
    assert script_of(TEXTS["ja"] * 2) == "Hani"
    assert script_of("abc") is None


@pytest.mark.parametrize(
    ("declared", "text", "language"),
    [
        ("en", TEXTS["ru"], "ru"),
        ("de", ENGLISH * 2, "en"),
        ("en", SPANISH * 2, "es"),
        ("en", TEXTS["ja"] * 2, "ja"),
        ("ar", ENGLISH * 2, "en"),
        ("en", CROATIAN * 3, None),
        ("en", "Паром затонул у причала поздно вечером", None),
    ],
)
def test_the_text_outweighs_the_label(declared, text, language):
    found, notes = checked_language(declared, text)
    assert found == language
    assert f"“{declared}”" in notes[0]


@pytest.mark.parametrize(
    ("declared", "text"),
    [
        ("hr", CROATIAN * 3),
        ("bs", CROATIAN * 3),
        ("sr", CROATIAN * 3),
        ("no", TEXTS["nn"] * 2),
        ("prs", TEXTS["fa"] * 2),
        ("yue", TEXTS["ja"][:20]),
        ("ms", TEXTS["id"] * 3),
        ("ko", TEXTS["ko"] * 2),
        ("ja", TEXTS["ja"] * 2),
        ("de", "Bridge to open in May"),
        ("gl", SPANISH[:60]),
        ("tlh", "nuqneH " * 40),
    ],
)
def test_the_label_stands_where_the_text_does_not_speak_against_it(declared, text):
    assert checked_language(declared, text) == (declared, ())


def test_a_page_template_in_another_language_is_overruled_and_said(tmp_path):
    path = tmp_path / "a.html"
    path.write_text(
        f'<html lang="de-AT"><head><meta charset="utf-8"></head><body><article><p>{SPANISH}</p><p>{SPANISH}</p></article></body></html>'
    )
    article = read_article(path)
    assert article.language == "es"
    assert any("“de”" in note and "taken as es" in note for note in article.notes)


def test_a_language_named_in_json(tmp_path):
    path = tmp_path / "a.json"
    path.write_text(json.dumps({"title": "Bridge", "text": ENGLISH, "lang": "eng"}))
    assert read_article(path).language == "en"


def test_without_the_detector_no_language_is_sure_and_the_declared_one_stands(monkeypatch):
    monkeypatch.setattr(language, "pycld2", None)
    text = "The harbour master said on Monday that forty boats had been moved to the inner dock before the storm came in. " * 3
    assert language.language_of(text) is None
    assert language.checked_language("en", text) == ("en", ())
    assert language.checked_language("ru", text)[0] is None
