"""Rows of tables in pieces of HTML, such as the body of a mail, an item of a feed or a field of a record."""

from __future__ import annotations

import pytest

from summarizer.articles import read_articles
from summarizer.articles.formats.html.fragments import fragment_text

_DATA = "<tr><th>Ward</th><th>Hurt</th><th>Dead</th></tr><tr><td>North Quay</td><td>12</td><td></td></tr>"


@pytest.mark.parametrize(
    ("html", "text"),
    [
        (f"<p>Ward by ward:</p><table><tbody>{_DATA}</tbody></table>", "Ward by ward:\nWard | Hurt | Dead\nNorth Quay | 12 | "),
        ("<table><tr><td><p><b>Old Town</b></p></td><td><div>9</div></td></tr></table>", "Old Town | 9"),
        (f"<table><tr><td>{'a ' * 60}</td><td>b</td></tr></table>", f"{'a ' * 60}".strip() + "\nb"),
        ("<table><tr><td><p>One.</p><p>Two.</p></td><td>x</td></tr></table>", "One.\nTwo.\nx"),
        (
            f"<table><tr><td><table>{_DATA}</table></td><td>Menu</td></tr></table>",
            "Ward | Hurt | Dead\nNorth Quay | 12 | \nMenu",
        ),
        ("<td>9</td><table><tr></tr><td>8</td></table>", "9\n8"),
    ],
)
def test_a_row_of_data_is_one_line(html, text):
    assert fragment_text(html) == text


@pytest.mark.parametrize(
    ("paragraphs", "incomplete"),
    [(1, "the feed gives only a teaser"), (2, None)],
)
def test_a_description_of_several_paragraphs_is_no_teaser(tmp_path, paragraphs, incomplete):
    text = "<p>A crane fell on the quay at Norrby on Tuesday evening, and nine people were hurt.</p>" * paragraphs
    feed = f"<rss><channel><title>Norrby Herald</title><item><title>Crane</title><description><![CDATA[{text}]]></description></item></channel></rss>"
    (tmp_path / "feed.xml").write_text(feed, encoding="utf-8")
    assert read_articles([tmp_path / "feed.xml"]).articles[0].incomplete == incomplete
