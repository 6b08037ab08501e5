"""English with names from elsewhere, in the charset of those names and without a label: read right, or refused, never wrong."""

import pytest

from summarizer.articles.files.decoding import UndecodableError, decode

NAMES = {
    "Małgorzata Łęcka of Łódź": "cp1250",
    "Paweł Wiśniewski and Jacek Dąbrowski": "iso8859_2",
    "László Szűcs and Ödön Kovács of Győr": "cp1250",
    "Ştefan Ţurcanu of Iaşi": "cp1250",
    "Işık Yıldız of İzmir": "cp1254",
    "Şükrü Çağlar of Eskişehir": "cp1254",
    "Žygimantas Mažeikė of Šiauliai": "cp1257",
    "Edgars Rinkēvičs and Jānis Bērziņš": "cp1257",
    "Jiří Dvořák and Tomáš Růžička": "cp1250",
}


@pytest.mark.parametrize(("names", "charset"), NAMES.items())
def test_names_from_one_country_in_a_text_of_english_are_read(names, charset):
    text = f"The coast guard said 14 people were killed off Maren. Mayors {names} told reporters that the search would go on.\n"
    assert decode(text.encode(charset)).text == text


def is_right_or_refused(text, data, named):
    try:
        return decode(data).text == text
    except UndecodableError as error:
        return named in str(error)


@pytest.mark.parametrize("charset", ["cp1250", "cp1252", "cp1254", "cp1257", "cp850", "mac_roman", "iso8859_15", "iso8859_2"])
@pytest.mark.parametrize(
    "name", ["Gaye Öğüt", "Zoë", "Åse Nyström", "Gonçalo Simões", "Ğ", "Jüri Õunapuu", "Śledź Łoś", "Őrs Ürögi"]
)
def test_a_name_in_any_charset_is_never_another_name(name, charset):
    text = f"The mayor, {name}, said that the barge sank on Monday and that 14 people were killed in the storm.\n"
    data = text.encode(charset, "ignore")
    if data.decode(charset) == text:
        assert is_right_or_refused(text, data, "charset")


@pytest.mark.parametrize("charset", ["iso8859_15", "cp1252"])
def test_a_euro_is_no_sign_of_any_currency(charset):
    text = "The owner said the barge cost €14 million, and that its crew were paid €30 a day.\n"
    assert is_right_or_refused(text, text.encode(charset), "iso-8859-15")


def test_a_short_japanese_text_is_not_thai():
    text = "<p>港で12人が死亡した。</p>"
    assert is_right_or_refused(text, text.encode("euc_jp"), "EUC-JP")
