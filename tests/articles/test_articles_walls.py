"""What was saved in place of an article is refused; what is not the whole article is marked."""

import pytest

from summarizer.articles import read_article, read_articles
from summarizer.articles.identity import without_outlet
from summarizer.errors import ArticleError
from summarizer.terms import ZoneKind

STORY = (
    "The dam above Orlen gave way on Friday night and 14 people are missing, the district governor said.\n\n"
    "Helicopters took 320 people off roofs before dawn, according to the civil guard.\n"
)
CHALLENGES = [
    (
        "Attention Required! | Cloudflare",
        "Sorry, you have been blocked\nYou are unable to access lake-post.example\nWhy have I been blocked?\nThis website is using a security service to protect itself from online attacks.\nCloudflare Ray ID: 7aa1",
    ),
    (
        "lake-post.example",
        "Access to this page has been denied because we believe you are using automation tools to browse the website.\nPress & Hold to confirm you are a human (and not a bot).\nReference ID #18f2",
    ),
    (
        "Pardon Our Interruption",
        "As you were browsing something about your browser made us think you were a bot.\nYou've disabled JavaScript in your web browser. Please make sure JavaScript and cookies are enabled.",
    ),
    ("Einen Moment …", "Wir prüfen, ob Sie ein Mensch sind. Bitte aktivieren Sie JavaScript und Cookies, um fortzufahren."),
    ("请稍候…", "正在检查您的浏览器。请启用 JavaScript 和 Cookie 以继续。"),
    ("Un instant…", "Vérification de votre navigateur avant d'accéder au site. Merci d'activer JavaScript."),
]
ERRORS = [
    ("403 Forbidden", "403 Forbidden\nnginx/1.18.0"),
    ("Lake Post", "502 Bad Gateway\nThe server returned an invalid response. Try again in a few minutes."),
    ("Seite nicht gefunden - Seepost", "Seite nicht gefunden\nDie gesuchte Seite wurde leider nicht gefunden. Zur Startseite"),
    ("Página no encontrada | El Lago", "Página no encontrada\nNo se ha encontrado la página que busca. Acceso denegado."),
    ("Страница не найдена", "Страница не найдена\nОшибка 404. Проверьте адрес."),
    ("lake-post.example", "This site can’t be reached\nlake-post.example took too long to respond.\nERR_CONNECTION_TIMED_OUT"),
    ("Lake Post", "451: Unavailable for legal reasons\nWe’re sorry, this website is not available in your region."),
]
CONSENTS = [
    (
        "Before you continue",
        "Before you continue\nWe use cookies and data to deliver our services.\nAccept all\nReject all\nMore options and privacy settings",
    ),
    (
        "Seepost",
        "Mit Werbung weiterlesen\nWir und unsere 212 Partner verwenden Cookies. Alle akzeptieren\nOder werbefrei lesen für 3 Euro im Monat. Datenschutz",
    ),
    (
        "Le Lac",
        "Nous utilisons des cookies avec nos partenaires pour traiter vos données.\nTout accepter\nContinuer sans accepter",
    ),
]
LOGINS = [
    ("Sign in - Lake Post", "Sign in to your account\nE-mail address\nPassword\nForgot your password?\nCreate an account"),
    ("Anmelden", "Anmelden\nPasswort vergessen? Jetzt registrieren. Bereits Abonnent? Einloggen"),
]  # fmt: skip


def page(title, body):
    lines = "".join(f"<p>{line}</p>" for line in body.split("\n"))
    return f"<!DOCTYPE html><html><head><meta charset='utf-8'><title>{title}</title></head><body><main>{lines}</main></body></html>"


@pytest.mark.parametrize(
    ("title", "body", "what"),
    [
        *((*one, "human") for one in CHALLENGES),
        *((*one, "error page") for one in ERRORS),
        *((*one, "consent") for one in CONSENTS),
        *((*one, "log in") for one in LOGINS),
    ],
)
def test_a_wall_saved_as_a_page_is_no_article(tmp_path, title, body, what):
    (tmp_path / "a.html").write_text(page(title, body), encoding="utf-8")
    with pytest.raises(ArticleError, match=what):
        read_article(tmp_path / "a.html")
    (tmp_path / "a.txt").write_text(f"{title}\n\n{body}\n", encoding="utf-8")
    with pytest.raises(ArticleError, match="is no article but"):
        read_article(tmp_path / "a.txt")


ABOUT_WALLS = [
    "Page not found\n\nThe town of Lower Harrow lost a page of its history on Monday when the last copy of its charter burned, the archivist said.\n\n“We had never made a copy,” she told the council, which met in the evening.\n",
    "Just a moment of calm after the storm\n\nThe harbour was quiet on Tuesday, and forty boats lay at the quay, the harbour master said.\n",
    "Regulator fines shop over cookies\n\nThe data authority fined the shop 2 million crowns on Friday because it used cookies without consent, a spokeswoman said.\n\nThe shop said that it would accept the fine and ask for consent.\n",
    "Passwords of 40,000 readers stolen\n\nThieves took the passwords and e-mail addresses of 40,000 readers of the paper on Sunday, its editor said.\n\nReaders should log in and set a new password, he said.\n",
]


@pytest.mark.parametrize("text", ABOUT_WALLS)
def test_an_article_about_such_things_is_an_article(tmp_path, text):
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    article = read_article(tmp_path / "a.txt")
    assert article.incomplete is None
    assert not any(zone.kind is ZoneKind.WALL for zone in article.zones)


@pytest.mark.parametrize(
    "wall",
    [
        "This article is for subscribers only. Subscribe now for 2 euros a month.",
        "To continue reading, log in or create an account.",
        "Already a subscriber? Log in",
        "Sie möchten weiterlesen? Diesen Artikel lesen Sie mit dem Digitalabo.",
        "Cet article est réservé aux abonnés. Il vous reste 82 % de cet article à lire.",
        "Contenido exclusivo para suscriptores. ¿Ya eres suscriptor? Inicia sesión",
        "Conteúdo exclusivo para assinantes. Já é assinante? Faça login",
        "Contenuto riservato agli abbonati",
        "Материал доступен только подписчикам. Оформите подписку",
        "この記事は有料会員限定です。残り1,204文字",
        "登录后阅读全文",
    ],
)
def test_a_paywall_at_the_end_is_set_aside_and_marks_the_article(tmp_path, wall):
    (tmp_path / "a.txt").write_text(f"{STORY}\n{wall}\n", encoding="utf-8")
    article = read_article(tmp_path / "a.txt")
    assert "subscribe or log in" in article.incomplete
    assert [article.text[z.start : z.end] for z in article.zones if z.kind is ZoneKind.WALL] == [wall]


@pytest.mark.parametrize("mark", ["… [+2153 chars]", "...[1,204 more characters]", "… [+88 chars]"])
def test_a_text_that_a_service_cut_is_marked_and_its_count_is_no_figure_of_the_article(tmp_path, mark):
    (tmp_path / "a.txt").write_text(f"{STORY}\nThe governor asked for {mark}\n", encoding="utf-8")
    article = read_article(tmp_path / "a.txt")
    assert "cut by the service" in article.incomplete
    assert [article.text[z.start : z.end] for z in article.zones if z.kind is ZoneKind.WALL] == [mark]


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("Rain fell in Halbro on Friday. The market stayed closed and the mayor said that", "ends within a sentence"),
        ("Rain fell in Halbro on Friday. The market stayed clo…", "ends in dots"),
        ("Rain fell in Halbro on Friday. The market stayed closed. [+2310 chars]", "cut by the service"),
        ("Rain fell in Halbro on Friday.\n\nSubscribe to continue reading.", "subscribe"),
        (
            "В Хальбро в пятницу прошёл дождь. Рынок был закрыт, и мэр города сообщил журналистам вечером, что он в этом",
            "sentence",
        ),
    ],
)
def test_a_text_that_breaks_off_is_incomplete(tmp_path, text, why):
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    assert why in read_article(tmp_path / "a.txt").incomplete


@pytest.mark.parametrize(
    "end",
    [
        "Read more: Crown falls for a fifth day",
        "The town has 24,000 people. (KPB)",
        "The search goes on. / mt",
        "- one cow\n- two sheep",
        "– Nobody knows.",
    ],
)
def test_an_end_that_is_no_break_leaves_the_article_whole(tmp_path, end):
    (tmp_path / "a.txt").write_text(f"{STORY}\n{end}\n", encoding="utf-8")
    assert read_article(tmp_path / "a.txt").incomplete is None


def test_a_whole_article_is_whole(tmp_path):
    (tmp_path / "a.txt").write_text(STORY, encoding="utf-8")
    assert read_article(tmp_path / "a.txt").incomplete is None


def test_a_report_of_the_program_is_no_article(tmp_path):
    (tmp_path / "report.md").write_text("# 6 articles on one story: where they disagree\n\n" + STORY, encoding="utf-8")
    result = read_articles([tmp_path])
    assert (result.articles, result.failures) == ((), ())
    assert result.passed_over == (("reports of this program", 1),)


@pytest.mark.parametrize(
    ("title", "outlet", "shown"),
    [
        ("Dam above Orlen gives way - Lake Post", "Lake Post", "Dam above Orlen gives way"),
        ("Dam above Orlen gives way | The Lake Post", "Lake Post", "Dam above Orlen gives way"),
        ("Seepost: Damm bricht", "Seepost", "Damm bricht"),
        ("Lake Post - Dam gives way - 14 missing", "The Lake Post", "Dam gives way - 14 missing"),
        ("Dam gives way: 14 missing", "Lake Post", "Dam gives way: 14 missing"),
        ("Lake Post", "Lake Post", "Lake Post"),
        ("Lake Post-mortem", "Lake Post", "Lake Post-mortem"),
        (None, "Lake Post", None),
    ],
)
def test_the_site_s_name_is_no_part_of_a_title(title, outlet, shown):
    assert without_outlet(title, outlet) == shown


def test_an_error_page_that_names_a_day_is_still_one(tmp_path):
    body = "The page you asked for is gone. It may have been moved on 3 May 2022. Go back to the home page."
    (tmp_path / "a.html").write_text(page("Page not found - Lake Post", f"Page not found\n{body}"), encoding="utf-8")
    with pytest.raises(ArticleError, match="error page"):
        read_article(tmp_path / "a.html")
