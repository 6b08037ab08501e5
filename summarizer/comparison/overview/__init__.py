"""The story at a glance: every article's figure for one measure side by side, and who carries what. Decides nothing.

Touch this to change which figures stand in one record, what is said of their sums, or whom the report calls silent.
"""
