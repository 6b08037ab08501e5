"""The report as one self-contained page to read and to judge. No disk, no clock, no network."""

from summarizer.reporting.page.rendering import page_pieces

__all__ = ["page_pieces"]
