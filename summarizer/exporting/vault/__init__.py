"""A report as a folder of linked notes, for Obsidian and other programs that read such folders."""

from summarizer.exporting.vault.making import vault_files
from summarizer.exporting.vault.names import index_name, story_name

__all__ = ["index_name", "story_name", "vault_files"]
