"""Pages of the Web to files: asked for politely, from public addresses alone, and kept as they came."""

from summarizer.fetching.asking import Asker, Limits
from summarizer.fetching.lists import Wanted, wanted_in
from summarizer.fetching.refusals import Refused
from summarizer.fetching.work import Fetched, Outcome, Wishes, fetch, refuse_nothing

__all__ = ["Asker", "Fetched", "Limits", "Outcome", "Refused", "Wanted", "Wishes", "fetch", "refuse_nothing", "wanted_in"]
