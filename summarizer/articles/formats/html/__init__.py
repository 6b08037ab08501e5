"""Pages: which of their text is the article, and what they declare about it."""
