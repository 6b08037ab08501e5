"""Links into the page: to a passage of an article, to a finding. Without a script they lead to the article or finding."""

from __future__ import annotations

from markupsafe import Markup

from summarizer.reporting.page.html import element


def passage_link(article_id: str, start: int, end: int, *children: str | Markup, **attributes: str | None) -> Markup:
    """A link to the characters from start to end of an article, half open, in code points."""
    href = f"#a-{article_id}"
    return element("a", *children, href=href, **attributes, data_article=article_id, data_start=start, data_end=end)


def article_link(article_id: str, *children: str | Markup) -> Markup:
    """A link to an article as a whole."""
    return element("a", *children, href=f"#a-{article_id}", data_article=article_id)


def finding_link(finding_id: str, *children: str | Markup) -> Markup:
    """A link to a finding."""
    return element("a", *children, href=f"#f-{finding_id}", data_finding=finding_id)
