"""What code makes of a candidate when no model weighs it. Never reaches the judge.

Touch this to change what a run without a model reports.
"""
