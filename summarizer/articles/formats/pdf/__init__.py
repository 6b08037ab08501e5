"""PDF files: from characters with places on pages to the text of an article."""

from __future__ import annotations

from summarizer.articles.formats.pdf.process import PdfError
from summarizer.articles.formats.pdf.reading import read_pdf

__all__ = ["PdfError", "read_pdf"]
