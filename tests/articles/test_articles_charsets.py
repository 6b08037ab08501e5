"""Bytes to text: labels against evidence, 7-bit charsets, byte order marks, garbled text, lost letters."""

import base64
import json
import quopri

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from summarizer.articles import read_article
from summarizer.articles.files.charsets import codec_of, spoken
from summarizer.articles.files.decoding import UndecodableError, decode
from summarizer.articles.files.losses import readable
from summarizer.articles.files.mojibake import mended
from summarizer.errors import ArticleError

RUSSIAN = "Министр сообщил во вторник, что город построит новый мост до зимы. Жители считают, что этот план недостаточно хорош."
GREEK = "Ο υπουργός ανακοίνωσε την Τρίτη ότι η πόλη θα χτίσει νέα γέφυρα πριν από τον χειμώνα. Οι κάτοικοι διαφωνούν."
POLISH = "Minister oświadczył we wtorek, że miasto zbuduje nowy most przed zimą. Mieszkańcy uważają, że plan jest zły."
CZECH = "Ministr v úterý řekl, že město před zimou postaví nový most. Obyvatelé si myslí, že plán není dost dobrý."
HUNGARIAN = (
    "A miniszter kedden közölte, hogy a város még a tél előtt új hidat épít. A lakók szerint a terv nem elég jó, űrt hagy."
)
TURKISH = (
    "Bakan salı günü şehrin kıştan önce yeni bir köprü inşa edeceğini söyledi. Sakinler planın yeterli olmadığını düşünüyor."
)
LITHUANIAN = "Ministras antradienį sakė, kad miestas iki žiemos pastatys naują tiltą. Gyventojai mano, kad šis planas nėra pakankamai geras."
HEBREW = "השר אמר ביום שלישי כי העיר תבנה גשר חדש לפני החורף. התושבים סבורים שהתוכנית אינה טובה מספיק."
ARABIC = "قال الوزير يوم الثلاثاء إن المدينة ستبني جسرا جديدا قبل الشتاء. ويرى السكان أن الخطة ليست جيدة بما يكفي."
THAI = "รัฐมนตรีกล่าวเมื่อวันอังคารว่าเมืองจะสร้างสะพานใหม่ก่อนฤดูหนาว ชาวบ้านเห็นว่าแผนยังไม่ดีพอ"
CHINESE = "部长周二表示，该市将在冬季之前修建一座新桥。居民认为这个计划不够好。"
TAIWANESE = "部長週二表示，該市將在冬季之前修建一座新橋。居民認為這個計畫不夠好。"
JAPANESE = "大臣は火曜日、市が冬までに新しい橋を建設すると述べた。住民は計画が不十分だと考えている。"
KOREAN = "장관은 화요일 시가 겨울 전에 새 다리를 건설할 것이라고 말했다. 주민들은 계획이 충분하지 않다고 본다."
FRENCH = "Le ministre a déclaré mardi que la ville bâtira un nouveau pont avant l'hiver. Les habitants l'ont trouvé très insuffisant."
GERMAN = (
    "Der Minister erklärte am Dienstag, die Stadt werde vor dem Winter eine neue Brücke bauen. Die Bürger hören das nicht gern."
)
ENGLISH = "The minister said on Tuesday that the city would build a new bridge before the winter."
READINGS = [
    (RUSSIAN, "cp1251"), (RUSSIAN, "koi8_r"), (RUSSIAN, "iso8859_5"), (RUSSIAN, "cp866"), (RUSSIAN, "mac_cyrillic"),
    (GREEK, "cp1253"), (GREEK, "iso8859_7"), (POLISH, "cp1250"), (POLISH, "iso8859_2"), (CZECH, "cp1250"), (CZECH, "iso8859_2"),
    (HUNGARIAN, "iso8859_2"), (TURKISH, "cp1254"), (LITHUANIAN, "cp1257"), (HEBREW, "cp1255"), (ARABIC, "cp1256"), (THAI, "tis_620"),
    (CHINESE, "gb18030"), (TAIWANESE, "big5"), (JAPANESE, "shift_jis"), (JAPANESE, "euc_jp"), (KOREAN, "euc_kr"),
    (FRENCH, "cp1252"), (FRENCH, "mac_roman"), (GERMAN, "cp1252"), (GERMAN, "cp850"),
]  # fmt: skip
WRONG_LABELS = ("iso-8859-1", "utf-8", "windows-1251", "gb2312")


@pytest.mark.parametrize(("text", "charset"), READINGS)
def test_the_right_label_is_never_overruled(text, charset):
    found = decode(text.encode(charset), charset.replace("_", "-"))
    assert found.text == text
    assert "says" not in found.note


@pytest.mark.parametrize("label", WRONG_LABELS)
@pytest.mark.parametrize(("text", "charset"), READINGS)
def test_a_wrong_label_is_overruled_and_said(text, charset, label):
    found = decode(text.encode(charset), label)
    assert found.text == text
    if codec_of(label) != found.charset:
        assert f"the file says {label}, its bytes are" in found.note


@pytest.mark.parametrize(("text", "charset"), READINGS)
def test_without_a_label_the_bytes_decide(text, charset):
    found = decode(text.encode(charset))
    assert found.text == text
    assert found.note.startswith("charset not declared; read as ")


@pytest.mark.parametrize("charset", ["cp1251", "mac_cyrillic", "koi8_r", "iso8859_5", "cp866"])
@pytest.mark.parametrize(
    "text",
    ["Троє рибалок зникли після того, як у вівторок човен перекинуло хвилею.", "Полиция ищет рыбаков. Глава района Липовец ответил, что лодок две.",
     "Кметът каза, че все още никой не знае колко души е имало в колите."],
)  # fmt: skip
def test_a_capital_is_not_read_as_a_mark(text, charset):
    if "і" not in text or charset in ("cp1251", "mac_cyrillic"):
        assert decode(text.encode(charset)).text == text


NAMES = (
    ("Mayor Jiří Dvořák said no on Monday.", "cp1250"),
    ("İbrahim Yılmaz, Ayşe Doğan and Şükrü Çağlar were there.", "cp1254"),
)


@pytest.mark.parametrize(("names", "charset"), NAMES)
@pytest.mark.parametrize("label", [None, "iso-8859-1", "utf-8"])
def test_names_in_another_charset_in_a_long_line_of_english(names, charset, label):
    text = f"<p>{ENGLISH * 9}</p><p>{names}</p><p>{ENGLISH * 9}</p>"
    assert decode(text.encode(charset), label).text == text


def test_a_french_name_in_english_under_a_chinese_label():
    text = f"{ENGLISH} Françoise Lefèvre, who lives in Nîmes, was against it. {ENGLISH}"
    assert decode(text.encode("cp1252"), "gb2312").text == text
    chinese = "他们在app和web上发布了iPhone手机的消息，部长周二表示不会改变计划。"
    assert decode(chinese.encode("gb18030"), "gb2312").text == chinese


def test_a_page_with_a_wrong_meta_label(tmp_path):
    path = tmp_path / "a.html"
    page = f'<html lang="pl"><head><meta charset="iso-8859-1"><title>Most</title></head><body><p>{POLISH}</p></body></html>'
    path.write_bytes(page.encode("iso8859_2"))
    article = read_article(path)
    assert POLISH in article.text
    assert any("the file says iso-8859-1, its bytes are iso-8859-2; read as that" in note for note in article.notes)


@pytest.mark.parametrize("text", ["“Yes”, he said – at last… 20 € more.", "A café opened.", "5 × 20 °C"])
@pytest.mark.parametrize("label", ["windows-1252", "iso-8859-1", "windows-1250"])
def test_a_few_signs_leave_the_label_alone(text, label):
    assert decode(text.encode(codec_of(label)), label).text == text


def test_utf8_outweighs_another_label_and_says_so():
    found = decode(FRENCH.encode(), "iso-8859-1")
    assert (found.text, found.note) == (FRENCH, "the file says iso-8859-1, its bytes are UTF-8; read as that")
    assert decode(ENGLISH.encode(), "iso-8859-1").note is None


def test_lines_in_utf8_and_lines_in_another_charset():
    found = decode("\n".join([FRENCH] * 3).encode() + b"\n" + GERMAN.encode("cp1252"))
    assert found.text == "\n".join([FRENCH] * 3 + [GERMAN])
    assert "some of its lines are UTF-8" in found.note


@pytest.mark.parametrize(
    ("label", "codec", "name"),
    [
        ("ISO-8859-1", "cp1252", "windows-1252"),
        ("x-sjis", "cp932", "Shift_JIS"),
        ("ks_c_5601-1987", "cp949", "EUC-KR"),
        ("win-1251", "cp1251", "windows-1251"),
        ("iso-8859-8-i", "iso8859-8", "iso-8859-8"),
        ("macintosh", "mac-roman", "MacRoman"),
    ],
)
def test_labels_as_browsers_take_them(label, codec, name):
    assert codec_of(label).replace("_", "-") == codec
    assert spoken(codec_of(label)) == name


@pytest.mark.parametrize("label", ["x-user-defined", "", None, "base64", "../../etc", "\0"])
def test_labels_that_are_no_charset(label):
    assert codec_of(label) is None


SEVEN_BIT = [
    (JAPANESE, "iso2022_jp"), (f"{JAPANESE}\n{ENGLISH} ①ｶﾅ", "iso2022_jp_ext"), (KOREAN, "iso2022_kr"), (CHINESE, "hz"),
    (f"About ~5 km. {CHINESE}", "hz"), (GERMAN, "utf-7"), (RUSSIAN, "utf-7"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "charset"), SEVEN_BIT)
def test_seven_bit_charsets(text, charset, tmp_path):
    data = text.encode(charset, "ignore")
    want = data.decode(charset)
    assert decode(data).text == want
    page = tmp_path / "a.html"
    page.write_bytes(f'<html><head><meta charset="{charset}"></head><body><p>'.encode() + data + b"</p></body></html>")
    assert want.split("\n")[0] in read_article(page).text


def test_chinese_in_iso_2022():
    inside = bytes(byte & 0x7F for byte in "部长周二表示".encode("gb2312"))
    assert decode(b"\x1b$)A\x0e" + inside + b"\x0f 27.\n").text == "部长周二表示 27.\n"
    with pytest.raises(UndecodableError, match="ISO-2022-CN"):
        decode(b"\x1b$)A\x0e" + inside[1:] + b"\x0f 27.\n")


def test_korean_in_iso_2022_inside_a_page(tmp_path):
    path = tmp_path / "a.html"
    page = f"<!DOCTYPE html><html><head><title>Dam</title></head><body><article><p>{KOREAN}</p></article></body></html>"
    path.write_bytes(page.encode("iso2022_kr"))
    assert KOREAN in read_article(path).text


def test_a_chinese_name_in_hz_within_english():
    text = f"{ENGLISH} It lies at Lipowei (利波韦茨), he said. {ENGLISH}"
    assert decode(text.encode("hz")).text == text


BODY = "Am Freitag – so die Bürgermeisterin – wurden 4 Menschen getötet, und 1,200 verloren ihre Arbeit = „ein schwarzer Tag“ für die Stadt."


@pytest.mark.parametrize("charset", ["utf-8", "cp1252"])
def test_quoted_printable_without_a_mail_is_undone(charset):
    found = decode(quopri.encodestring(f"{BODY}\n{BODY}".encode(charset)))
    assert found.text == f"{BODY}\n{BODY}"
    assert found.note.startswith("its quoted-printable code was undone")


def test_a_soft_line_break_does_not_part_a_figure():
    line = "In the quarry above the town four workers were killed on Monday, and 1,200 were left without work"
    assert "1,200" in decode(quopri.encodestring(line.encode())).text


@pytest.mark.parametrize(
    "text", ["a = b and c =D0 and more =E2 in it", "see /q?a=20&b=E9&c=x for more", "=E9 once", "E = mc2 holds\nx=\ny=E9"]
)
def test_signs_like_quoted_printable_stay(text):
    assert decode(text.encode()).text == text


def test_a_terminals_colours_leave_no_figures(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text(f"\x1b[1mA bridge\x1b[0m\n\n{ENGLISH} It will cost \x1b[38;5;31m12 million\x1b[0m euros.")
    article = read_article(path)
    assert "cost 12 million euros" in article.text
    assert "4 control characters removed" in article.notes


def test_lost_escapes_are_put_back_or_refused():
    found = decode(JAPANESE.encode("iso2022_jp").replace(b"\x1b", b""))
    assert found.text == JAPANESE
    assert "escape characters were lost" in found.note
    korean = KOREAN.encode("iso2022_kr")
    assert decode(korean.replace(b"\x1b", b"")).text == KOREAN
    with pytest.raises(UndecodableError, match="shift characters were lost"):
        decode(korean.translate(None, b"\x1b\x0e\x0f"))
    with pytest.raises(UndecodableError, match="damaged"):
        decode(b"\x1b$B$3$l$O" + b"\x7f\x7f" + b"\x1b(B")


@pytest.mark.parametrize(
    "text",
    [
        "Disney+ and AT+T- say C++ is 1+1-2; call +44-20-1234 or Google+ABCD-.",
        "The stock $B rose (BBC) to $BRK(B), ~{ brace ~} and ~{x~}, a {~5%} and $@(J.",
        "In HZ one writes ~{VPND~} for two characters. " + ENGLISH * 4,
        "~" * 50 + "{}" * 20,
        "Colours: \x1b[31mred\x1b[0m on a terminal.",
    ],
)
def test_plain_text_with_such_signs_stays(text):
    assert decode(text.encode()).text == text


@pytest.mark.parametrize("charset", ["utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
@pytest.mark.parametrize("text", [ENGLISH, RUSSIAN, JAPANESE, CHINESE + "\n" + CHINESE, KOREAN])
def test_wide_charsets_without_a_mark(charset, text):
    assert decode(text.encode(charset)).text == text


def test_byte_order_marks_that_are_wrong():
    cases = [
        (b"\xff\xfe" + ENGLISH.encode(), ENGLISH),
        (b"\xff\xfe" + ENGLISH.encode("utf-16-be"), ENGLISH),
        (b"\xef\xbb\xbf" + RUSSIAN.encode("cp1251"), RUSSIAN),
    ]
    for data, text in cases:
        found = decode(data)
        assert found.text == text
        assert "its byte order mark says" in found.note
    odd = decode(b"\xff\xfe" + ENGLISH.encode("utf-16-le") + b"x")
    assert odd.text == ENGLISH + "\ufffd"


def test_filling_with_nul():
    assert decode(b"The bridge\0is open." + b"\0" * 300).text == "The bridge is open."


GARBLERS = (
    "latin-1",
    "sloppy-windows-1252",
    "sloppy-windows-1251",
    "sloppy-windows-1250",
    "mac_roman",
    "cp437",
    "koi8_r",
    "cp866",
)


@pytest.mark.parametrize("layers", [1, 2])
@pytest.mark.parametrize("wrong", GARBLERS)
@pytest.mark.parametrize("text", [FRENCH + " C’est «dit»… 5 € –", RUSSIAN, POLISH, JAPANESE, ARABIC])
def test_garbled_utf8_is_put_right(text, wrong, layers):
    garbled = text
    for _ in range(layers):
        garbled = garbled.encode().decode(wrong)
    fixed, note = mended(garbled)
    assert fixed == text
    assert "put right" in note


@pytest.mark.parametrize(
    ("text", "right", "wrong"),
    [
        (RUSSIAN, "cp1251", "latin-1"),
        (RUSSIAN, "koi8_r", "cp1251"),
        (RUSSIAN, "cp1251", "koi8_r"),
        (GREEK, "cp1253", "cp1252"),
        (HEBREW, "cp1255", "latin-1"),
        (CHINESE, "gb18030", "latin-1"),
    ],
)
def test_one_charset_taken_for_another_and_saved_as_utf8(text, right, wrong):
    fixed, note = mended(text.encode(right).decode(wrong))
    assert fixed == text
    assert "put right" in note


@pytest.mark.parametrize(
    "text",
    [
        "SÃO PAULO E A MAÇÃ” «MAÇÃ» À MÂ» CAFÉ… MENÜ“",
        "Web pages show â€™ where an apostrophe should be.",
        "People write Ã© for é.",
        "ĐẠI TÁ ÂU CƠ – Ñandé avañe’ẽ",
        "ﬁve people – ½ of “them” &amp; ＡＢＣ don't…",
        *(text for text, _ in READINGS),
    ],
)
def test_right_text_is_left_as_it_is(text):
    assert mended(text) == (text, None)
    assert readable(text) == (text, ())


def test_what_is_said_of_garbling_is_left_and_what_is_lost_is_said():
    spoken_of = "The word “café” turns into “cafÃ©” when it is misread."
    assert mended(spoken_of)[0] == spoken_of
    assert mended("He said â€œyesâ€ and donâ€™t")[0] == "He said “yes” and don’t"
    half = "Le café où lâ€™été"
    fixed, note = mended(half)
    assert fixed == half
    assert "could not be put right" in note


def test_garbled_beyond_repair_is_refused():
    lossy = "".join(c if i % 7 else "\ufffd" for i, c in enumerate(RUSSIAN.encode().decode("sloppy-windows-1252")))
    with pytest.raises(UndecodableError, match="garbled"):
        mended(lossy)


def test_garbling_inside_json_escapes(tmp_path):
    path = tmp_path / "a.json"
    body = {"title": "L’été", "text": FRENCH, "outlet": "Café Post"}
    path.write_text(json.dumps({key: value.encode().decode("sloppy-windows-1252") for key, value in body.items()}))
    article = read_article(path)
    assert (article.title, article.outlet, article.text.strip()) == ("L’été", "Café Post", FRENCH)
    assert any("put right" in note for note in article.notes)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("??????? ??????? ?? ???????, ??? ????? ???????? 27 ?????.", "question marks for its letters"),
        ("Le pr?sident a d?clar? mardi la s?curit? assur?e, le minist?re d?sapprouve.", "question marks for letters"),
        (base64.encodebytes(ENGLISH.encode() * 3).decode(), "base64"),
    ],
)
def test_lost_letters_and_coded_text_are_refused(tmp_path, text, reason):
    path = tmp_path / "a.txt"
    path.write_text(text)
    with pytest.raises(ArticleError, match=reason):
        read_article(path)


def test_a_few_lost_letters_are_said_and_questions_are_none():
    assert "“pr?sident”" in readable(ENGLISH * 3 + " The pr?sident and the d?puty agreed.")[1][0]
    asked = "Who knew? Why?? What?! See a.example/x?id=1 or index.php?p=2. A Q?A, a Yes?No vote. "
    assert readable(asked * 3) == (asked * 3, ())


def _outcome(data):
    try:
        return decode(data)
    except UndecodableError as error:
        return str(error)


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=300))
@example(b"$B" * 100)
@example(b"~{" * 100)
@example(b"\x1b$" * 100)
def test_any_bytes_give_text_or_a_reason(data):
    assert _outcome(data) == _outcome(data) != ""


def test_utf8_that_is_broken_in_many_places_is_refused_and_never_read_as_another_charset(tmp_path):
    text = bytearray("Не менее девяти человек пострадали, когда кран упал на причал, сообщил капитан порта. ".encode() * 6)
    for place in range(5, len(text), 41):
        text[place] = 0xE4
    (tmp_path / "a.txt").write_bytes(bytes(text))
    with pytest.raises(ArticleError, match="is UTF-8 that is damaged in"):
        read_article(tmp_path / "a.txt")


def test_bytes_that_no_language_is_made_of_are_refused_and_not_read_as_some_charset_or_other(tmp_path):
    text = bytearray(
        ("Το πλοίο βυθίστηκε τη Δευτέρα έξω από το λιμάνι και εννέα άνθρωποι αγνοούνται, είπε ο δήμαρχος. " * 3).encode(
            "cp1253"
        )
    )
    for place in range(4, len(text), 9):
        text[place] = (0x81, 0xD2, 0xFF, 0xAA)[place % 4]
    (tmp_path / "a.txt").write_bytes(bytes(text))
    with pytest.raises(ArticleError, match=r"fit no text encoding|garbled|cannot be decoded"):
        read_article(tmp_path / "a.txt")
