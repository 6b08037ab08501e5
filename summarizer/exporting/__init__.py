"""A report in the formats of other programs. Pure: a report and the decisions on it in, files out.

formats   the names of the formats
catalogue which function makes the files of which format
tables    findings, sides, statements and figures as tables
"""

from summarizer.exporting.catalogue import files_of
from summarizer.terms import Format

__all__ = ["Format", "files_of"]
