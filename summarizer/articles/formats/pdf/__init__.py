"""PDF files: from characters with places on pages to the text of an article."""

from __future__ import annotations

from summarizer.articles.formats.pdf.process import Parse, Parser, PdfError, parsed
from summarizer.articles.formats.pdf.reading import read_pdf

__all__ = ["Parse", "Parser", "PdfError", "parsed", "read_pdf"]
