"""Short texts in old charsets: read right, or refused with both charsets named; never another text in silence."""

import pytest

from summarizer.articles.files.decoding import UndecodableError, decode

HEAD = "Title: Barge 3\nOutlet: Fen Courier\nDate: 2024-03-05\n\n"
TEXTS = {
    "ru": (
        "Баржа затонула во вторник вечером у старой пристани, погибли 12 человек, сообщила полиция.",
        "cp1251 koi8_r iso8859_5 cp866 mac_cyrillic",
    ),
    "uk": (
        "Баржа затонула у вівторок увечері біля старої пристані, загинули 12 людей, повідомила поліція.",
        "cp1251 koi8_u mac_cyrillic",
    ),
    "bg": (
        "Баржата потъна във вторник вечерта край старото пристанище, загинаха 12 души, съобщи полицията.",
        "cp1251 mac_cyrillic",
    ),
    "el": ("Η φορτηγίδα βυθίστηκε το βράδυ της Τρίτης κοντά στην παλιά προβλήτα, σκοτώθηκαν 12 άνθρωποι.", "cp1253 iso8859_7"),
    "pl": (
        "Barka zatonęła we wtorek wieczorem przy starej przystani, zginęło 12 osób, poinformowała policja.",
        "cp1250 iso8859_2",
    ),
    "cs": ("Člun se potopil v úterý večer u starého přístaviště, zahynulo 12 lidí, řekla policie.", "cp1250 iso8859_2"),
    "hu": (
        "Az uszály kedden este süllyedt el a régi kikötőnél, tizenkét ember meghalt, közölte a rendőrség.",
        "cp1250 iso8859_2",
    ),
    "tr": ("Mavna salı akşamı eski iskelenin yanında battı, on iki kişi öldü, polis açıkladı.", "cp1254 iso8859_9"),
    "he": ("הדוברה טבעה ביום שלישי בערב ליד הרציף הישן, 12 בני אדם נהרגו, מסרה המשטרה.", "cp1255 iso8859_8"),
    "ar": ("غرقت البارجة مساء الثلاثاء قرب الرصيف القديم وقتل 12 شخصا، حسبما أعلنت الشرطة.", "cp1256 iso8859_6"),
    "th": ("เรือบรรทุกจมเมื่อเย็นวันอังคารใกล้ท่าเรือเก่า มีผู้เสียชีวิต 12 คน ตำรวจกล่าว", "tis_620 cp874"),
    "ja": ("火曜日の夜、古い桟橋の近くではしけが沈み、12人が死亡したと警察が発表した。", "shift_jis euc_jp iso2022_jp"),
    "zh": ("周二晚上，一艘驳船在旧码头附近沉没，警方说有12人死亡。", "gb18030 gb2312 hz"),
    "zh-Hant": ("週二晚上，一艘駁船在舊碼頭附近沉沒，警方說有12人死亡。", "big5"),
    "ko": ("화요일 저녁 오래된 부두 근처에서 바지선이 침몰해 12명이 숨졌다고 경찰이 밝혔다.", "euc_kr cp949"),
    "fr": (
        "Le chaland a coulé mardi soir près du vieux quai, douze personnes sont mortes, a déclaré la police.",
        "cp1252 mac_roman",
    ),
    "de": (
        "Der Lastkahn sank am Dienstagabend in der Nähe des alten Hafens, zwölf Menschen starben, erklärte die Polizei.",
        "cp1252 mac_roman",
    ),
    "es": (
        "La barcaza se hundió el martes por la noche junto al viejo muelle, murieron doce personas, informó la policía.",
        "cp1252",
    ),
    "sv": ("Pråmen sjönk på tisdagskvällen nära den gamla kajen, tolv människor dog, uppgav polisen.", "cp1252 mac_roman"),
}
WIDE = "utf-8 utf-8-sig utf-16 utf-16-le utf-16-be utf-32 utf-7"
CASES = [(code, charset) for code, (_, charsets) in TEXTS.items() for charset in f"{charsets} {WIDE}".split()]


def outcome(data, text):
    try:
        found = decode(data)
    except UndecodableError:
        return "refused"
    return "right" if found.text.lstrip("\ufeff") == text else found.text


@pytest.mark.parametrize(("code", "charset"), CASES)
def test_a_sentence_below_an_ascii_head_is_read_right(code, charset):
    text = f"{HEAD}{TEXTS[code][0]}\n"
    assert outcome(text.encode(charset), text) == "right"


@pytest.mark.parametrize(("code", "charset"), CASES)
def test_a_few_words_are_read_right_or_refused(code, charset):
    sentence = TEXTS[code][0]
    words = sentence.split(" ") if " " in sentence and code != "th" else [sentence]
    for count in (2, 4, 7):
        for start in range(0, max(1, len(words) - count), 3):
            text = f"{HEAD}{' '.join(words[start : start + count])}\n"
            assert outcome(text.encode(charset), text) in ("right", "refused")


@pytest.mark.parametrize(
    ("text", "charset"),
    [
        ("A café opened in Zürich.", "cp1252"),
        ("“Yes”, he said – at last…", "cp1252"),
        ("It was 5 km² and 20 °C, he said.", "cp1252"),
        ("São Paulo’s mayor João Gonçalves resigned.", "cp1252"),
        ("François Hollande", "cp1252"),
        ("Mayor Jiří Dvořák said no on Monday.", "cp1250"),
    ],
)
def test_names_and_marks_in_english_are_read(text, charset):
    assert outcome(text.encode(charset), text) == "right"


@pytest.mark.parametrize(
    ("text", "charset"),
    [
        ("The book 東京 sold well in Japan.", "gb18030"),
        ("The book 東京 sold well in Japan.", "shift_jis"),
        ("President Lech Wałęsa spoke.", "cp1250"),
        ("Erdoğan said İzmir was safe on Tuesday.", "cp1254"),
        ("“Yes”, he said.", "mac_roman"),
        ("Le ferry a coulé", "cp850"),
        ("ПОЖАР В ПОРТУ", "koi8_r"),
    ],
)
def test_what_could_be_another_text_is_refused(text, charset):
    assert outcome(text.encode(charset), text) in ("right", "refused")


def test_the_refusal_names_the_charsets_and_what_to_do():
    with pytest.raises(UndecodableError, match=r"its charset cannot be told: .+ or .+; save it as UTF-8"):
        decode((HEAD + "Die Fähre sank.").encode("mac_roman"))


@pytest.mark.parametrize(
    "text", ["Call +44 20 7946 0000 or +12345678.", "1+1=2, C++ and a+b", "Disney+ and Apple TV+", "score +3AB", "+ABC+"]
)
def test_plus_signs_are_not_utf7(text):
    assert decode(text.encode()).text == text


@pytest.mark.parametrize("text", ["2024-03-05", "12", "Barge sinks", "Ferry\n"])
@pytest.mark.parametrize("charset", ["utf-16", "utf-32", "utf-8-sig"])
def test_a_mark_that_holds_is_believed(text, charset):
    assert decode(text.encode(charset)).text == text


def test_a_label_that_gives_a_letter_which_the_language_lacks():
    text = TEXTS["sv"][0]
    found = decode(text.encode("cp1252"), "iso-8859-2")
    assert found.text == text
    assert "the file says iso-8859-2, its bytes are" in found.note


@pytest.mark.parametrize(("left", "right"), [("cp1251", "koi8_r"), ("koi8_r", "cp1251"), ("cp1251", "cp866")])
@pytest.mark.parametrize("label", [None, "windows-1251", "koi8-r"])
def test_lines_in_two_charsets_are_refused(left, right, label):
    whole = "Министр сказал журналистам, что на борту было слишком много людей и что судно не проверяли два года."
    data = TEXTS["ru"][0].encode(left) + b"\n" + whole.encode(right) + b"\n" + whole.encode(right)
    with pytest.raises(UndecodableError, match="charset"):
        decode(data, label)
