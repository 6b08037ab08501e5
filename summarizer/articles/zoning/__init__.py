"""From a text to its zones, and what the top of a text says of its article."""
