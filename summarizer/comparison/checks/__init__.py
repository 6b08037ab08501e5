"""Two rows in, one difference out: a declared table of pure functions, and what they found. Nothing is decided here.

Touch this to find another kind of difference: write a check and enter it in `catalogue`.
"""
