"""The lines under a page's headline, on pages that declare neither author nor date, and text that the extraction changes."""

from __future__ import annotations

import pytest

from summarizer.articles import read_articles
from tests.articles.tops import BODIES

_NAV = '<header><nav><ul><li><a href="/a">Start</a></li><li><a href="/b">Sport</a></li></ul></nav></header>'


def _page(tmp_path, language, title, lines, paragraphs=None):
    top = "".join(f'<div class="m{i}"><span>{line}</span></div>' for i, line in enumerate(lines))
    body = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs or BODIES[language])
    page = tmp_path / "page.html"
    page.write_text(
        f'<!DOCTYPE html><html lang="{language}"><head><meta charset="utf-8"><title>{title}</title></head><body>{_NAV}<main>'
        f"<article><h1>{title}</h1>{top}{body}</article></main><footer><p>© 2026 Norrby Bote</p></footer></body></html>",
        encoding="utf-8",
    )
    return read_articles([page]).articles[0]


@pytest.mark.parametrize(
    ("language", "title", "lines", "told"),
    [
        (
            "de",
            "Kran stürzt auf Kai",
            ["Von Ines Falk", "12.08.2019 | Stand: 14.08.2019, 06:11 Uhr"],
            ("2019-08-12", "Ines Falk"),
        ),
        ("it", "Cade una gru a Torhamn", ["Pubblicato il 12/08/2019 · Ultimo aggiornamento: 14/08/2019"], ("2019-08-12", None)),
        ("ru", "В порту упал кран", ["12 августа 2019, 18:20", "Обновлено 14 августа 2019"], ("2019-08-12", None)),
        ("ja", "港でクレーン倒れる", ["公開日時：2019/08/12 18:20"], ("2019-08-12", None)),
        ("en", "Crane falls on the quay", ["Originally published: August 12, 2019 6:12 PM"], ("2019-08-12", None)),
    ],
)
def test_lines_under_the_headline_tell_date_and_author(tmp_path, language, title, lines, told):
    article = _page(tmp_path, language, title, lines)
    assert (article.title, str(article.published), article.author) == (title, *told)
    assert article.published_basis in {"date line", "byline"}


@pytest.mark.parametrize("language", ["ru", "zh", "ar"])
def test_a_headline_is_not_run_together_with_the_text(tmp_path, language):
    article = _page(tmp_path, language, "Torhamn 2019", [])
    assert all(f"\n{paragraph}" in f"\n{article.text}" for paragraph in BODIES[language])


def test_joiners_inside_words_stay(tmp_path):
    article = _page(tmp_path, "fa", "جرثقیل افتاد", [])
    assert BODIES["fa"][0] in article.text


def test_a_teaser_under_the_headline_is_no_date_line(tmp_path):
    article = _page(tmp_path, "en", "Crane falls on the quay", ['<a href="/x">12 August 2019: Ferry sinks at Norrby</a>'])
    assert article.published is None
