"""Who said what: the attributions of a text, with exact offsets for source, cue and content. Pure and never raises."""

from summarizer.attributions.find import find_attributions
from summarizer.attributions.spans import AttributionSpan

__all__ = ["AttributionSpan", "find_attributions"]
