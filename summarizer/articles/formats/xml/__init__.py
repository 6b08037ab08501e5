"""Feeds, NITF, NewsML."""
