"""The commands, in the order in which the help lists them; importing this makes them known to the program."""

from summarizer.cli.commands import making, judging, export, scoring  # isort: skip

__all__ = ["export", "judging", "making", "scoring"]
