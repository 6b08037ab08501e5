"""Walls in many languages; short articles that speak of such things; ends of texts that are whole, and of some that are not."""

import pytest

from summarizer.articles import read_article, read_articles
from summarizer.terms import ZoneKind

STORY = (
    "The dam above Orlen gave way on Friday night and 14 people are missing, the district governor said.\n\n"
    "Helicopters took 320 people off roofs before dawn, according to the civil guard."
)


def _page(tmp_path, title, body):
    path = tmp_path / "page.html"
    shown = "".join(f"<p>{line}</p>" for line in body)
    path.write_text(
        f"<html><head><title>{title}</title></head><body><main><h1>{title}</h1>{shown}</main></body></html>", encoding="utf-8"
    )
    return path


@pytest.mark.parametrize(
    ("title", "body"),
    [
        ("Stránka nenalezena", ["Stránka, kterou hledáte, neexistuje nebo byla odstraněna."]),
        ("Sidan hittades inte", ["Sidan du söker finns inte. Kontrollera adressen."]),
        ("Siden ble ikke funnet", ["Siden du leter etter finnes ikke."]),
        ("Sivua ei löydy", ["Etsimääsi sivua ei ole tai se on poistettu."]),
        ("Az oldal nem található", ["A keresett oldal nem létezik."]),
        ("Pagina nu există", ["Pagina pe care o căutați nu există."]),
        ("Сторінку не знайдено", ["На жаль, сторінки, яку ви шукаєте, не існує."]),
        ("صفحه یافت نشد", ["متاسفانه صفحه‌ای که شما خواسته‌اید وجود ندارد."]),
        ("הדף לא נמצא", ["העמוד שחיפשת לא קיים באתר."]),
        ("Halaman tidak ditemukan", ["Halaman yang Anda cari tidak tersedia."]),
        ("Không tìm thấy trang", ["Trang này không tồn tại."]),
        ("Seepost", ["Unsere Seite wird derzeit gewartet. Vielen Dank für Ihr Verständnis."]),
        ("Le Lac", ["Notre site est en maintenance. Merci de revenir plus tard."]),
        (
            "Lake Post",
            ["We'll be back soon!", "Sorry for the inconvenience. We are performing some maintenance at the moment."],
        ),
        ("lake-post.example", ["This domain is for sale. Inquire now.", "Related searches: Lake hotels, Boat hire"]),
    ],
)
def test_a_wall_is_known_in_many_languages(tmp_path, title, body):
    assert not read_articles([str(_page(tmp_path, title, body))]).articles


@pytest.mark.parametrize(
    "text",
    [
        "Ministry blocks nine services\n\nThe ministry blocked nine streaming services; users see “This content is not available in your region.”\n",
        "Ministry drops captcha\n\nThe transport ministry dropped its captcha on Tuesday.\n",
        "Kein Captcha mehr\n\nDas Verkehrsministerium schafft sein Captcha am Dienstag ab.\n",
        "Zahlschranke fällt\n\nDer Artikel über die Flut war zunächst nur für Abonnenten lesbar, ehe der Verlag am Montag die Schranke abbaute.\n",
    ],
)
def test_a_short_article_about_walls_is_read_whole(tmp_path, text):
    path = tmp_path / "a.txt"
    path.write_text(text, encoding="utf-8")
    article = read_article(path)
    assert not [zone for zone in article.zones if zone.kind is ZoneKind.WALL]
    assert article.incomplete is None


@pytest.mark.parametrize(
    "line",
    [
        "You have read 2 of 3 free articles this month.",
        "Jetzt weiterlesen: vier Wochen für 1 Euro testen",
        "Per continuare la lettura, abbonati",
        "Lees verder met een abonnement",
        "Dalszy ciąg tekstu tylko dla prenumeratorów",
        "Logga in för att läsa hela artikeln",
        "Artikkelen er kun for abonnenter",
        "For å lese hele saken må du være abonnent",
        "Tämä artikkeli on vain tilaajille",
        "Celý článek je jen pro předplatitele",
        "Повний текст доступний лише передплатникам",
        "Полный текст доступен только подписчикам",
        "Haberin devamı aboneler için",
        "이 기사는 유료 회원 전용입니다",
    ],
)
def test_a_paywall_is_known_in_many_languages(tmp_path, line):
    path = tmp_path / "a.txt"
    path.write_text(f"Dam breaks above Orlen\n\n{STORY}\n\n{line}\n", encoding="utf-8")
    article = read_article(path)
    assert article.incomplete
    assert [article.text[zone.start : zone.end] for zone in article.zones if zone.kind is ZoneKind.WALL] == [line]


@pytest.mark.parametrize(
    "end",
    [
        "-30-",
        "---",
        "* * *",
        "“I do not know what to say…”",
        "Γιατί έσπασε το φράγμα που είχε ελεγχθεί τον Μάιο από δύο μηχανικούς του νομού;",
    ],
)
def test_such_an_end_leaves_the_article_whole(tmp_path, end):
    path = tmp_path / "a.txt"
    path.write_text(f"Dam breaks above Orlen\n\n{STORY}\n\n{end}\n", encoding="utf-8")
    assert read_article(path).incomplete is None


@pytest.mark.parametrize(
    "end",
    [
        "Helicopters were to return to the ... Continue reading",
        "Helicopters were to return to the [...]",
        "Helicopters were to return to the…\n\nWeiterlesen »",
        "(continued on page 4)",
        "Fortsetzung auf Seite 7",
        "Suite page 3",
        "Continúa en la página 12",
    ],
)
def test_such_an_end_is_none(tmp_path, end):
    path = tmp_path / "a.txt"
    path.write_text(f"Dam breaks above Orlen\n\n{STORY}\n\n{end}\n", encoding="utf-8")
    assert read_article(path).incomplete


@pytest.mark.parametrize(
    "text",
    [
        "Login flaw exposes voters\n\nA login flaw exposed 2,000 voters.\n",
        "Subscribe or lose it, union says\n\nMembers who do not subscribe will lose their vote, the union says.\n",
        "Zugriff verweigert\n\nDie Behörde verweigerte 14 Reportern den Zugriff.\n",
        "Acceso denegado\n\nLa jueza negó el acceso a 14 abogados.\n",
        "Доступ ограничен\n\nДоступ в лес ограничен до мая.\n",
        "登录系统故障\n\n周一登录系统故障影响四万用户。\n",
    ],
)
def test_a_headline_that_could_be_a_wall_s_stands_above_an_article(tmp_path, text):
    path = tmp_path / "a.txt"
    path.write_text(text, encoding="utf-8")
    assert read_article(path)


@pytest.mark.parametrize(
    ("title", "body"),
    [
        ("Fehler", ["Es ist ein Fehler aufgetreten.", "Bitte versuchen Sie es später erneut."]),
        ("Error", ["Ha ocurrido un error.", "Por favor, inténtelo más tarde."]),
        ("Ошибка", ["Произошла ошибка.", "Пожалуйста, попробуйте позже."]),
        ("エラー", ["エラーが発生しました。", "しばらくしてからもう一度お試しください。"]),
        ("Account Suspended", ["This account has been suspended.", "Contact your hosting provider for more information."]),
        (
            "Tu privacidad",
            ["Tu privacidad es importante.", "Nosotros y nuestros socios almacenamos o accedemos a información.", "Aceptar"],
        ),
    ],
)
def test_a_page_of_a_machine_is_no_article(tmp_path, title, body):
    assert not read_articles([str(_page(tmp_path, title, body))]).articles


@pytest.mark.parametrize(
    "line",
    [
        "The article for subscribers cost 2 crowns in 2019.",
        "Статья доступна подписчикам с понедельника, ее прочли 12 тысяч человек.",
    ],
)
def test_a_sentence_about_a_paywall_stays(tmp_path, line):
    path = tmp_path / "a.txt"
    path.write_text(f"Dam breaks above Orlen\n\n{line}\n\n{STORY}\n", encoding="utf-8")
    assert not [zone for zone in read_article(path).zones if zone.kind is ZoneKind.WALL]
