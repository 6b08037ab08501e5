"""The commands, in the order in which the help lists them; importing this makes them known to the program."""

from summarizer.cli.commands import fetch, making, judging, export, diff, evidence, cost, scoring, settling, schema  # isort: skip

__all__ = ["cost", "diff", "evidence", "export", "fetch", "judging", "making", "schema", "scoring", "settling"]
