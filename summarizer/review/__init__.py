"""What reviewers decided, held against the findings of a report: what stands, what is stale, disputed, new."""

from summarizer.review.standing import FindingState, states

__all__ = ["FindingState", "states"]
