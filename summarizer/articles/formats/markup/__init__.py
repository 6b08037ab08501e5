"""What markup means: notes, struck-out words, hidden parts, raised figures; set apart before any text is taken."""
