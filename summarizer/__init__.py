"""Reads news articles on one story and reports, quote beside quote, where they disagree."""

__version__ = "0.1.0"
