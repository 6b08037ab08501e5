"""What can go wrong, for whom, and with which exit code.

    SummarizerError
    ├── ConfigError (2)        the command or its settings; nothing was read, nothing was paid
    ├── ArticleError (3)       one article cannot be used; the others go on
    ├── ModelError (4)         the language model gave no usable answer
    │   ├── ModelSetupError    wrong key, unknown model, no tool support: every further call would fail too
    │   │   ├── BudgetReached  the run may not spend more
    │   │   └── Interrupted (130)  somebody pressed Ctrl-C
    │   ├── ModelUnavailable   network, rate limit, server, deadline: worth another run
    │   ├── ModelRefused       the model declined, or a filter held its answer back
    │   │   └── RequestTooLong the request does not fit into the model
    │   ├── AnswerInvalid      an answer came and does not fit the schema
    │   │   └── AnswerCut      it breaks off at the output limit before its first item is whole
    │   └── AnswerNotRecorded  a replay has no answer to this very request
    └── StoreError (5)         the answer store or the disk

Every message says what happened, to which file or request, and what to do about it.
"""

from __future__ import annotations

from typing import ClassVar


class SummarizerError(Exception):
    """Base of everything the command line shows as one line instead of a traceback."""

    exit_code: ClassVar[int] = 2


class ConfigError(SummarizerError):
    """The user's command or settings cannot be carried out; found before the first call."""

    exit_code = 2


class ArticleError(SummarizerError):
    """One input cannot be used as an article.

    Attributes:
        path: the input as the user named it.
        reason: what is wrong with it and what to do.
    """

    exit_code = 3

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(f"{path}: {reason}")
        self.path = path
        self.reason = reason


class CopyError(ArticleError):
    """An article that another file gives already: left out, and nothing is lost with it."""


class ModelError(SummarizerError):
    """The language model gave no usable answer to one request."""

    exit_code = 4


class ModelSetupError(ModelError):
    """The endpoint rejects every call of this run (key, model name, tool support): stop at once."""


class BudgetReached(ModelSetupError):
    """The run may not spend more: nothing further is sent, and every answer paid so far is kept."""


class Interrupted(ModelSetupError):
    """Somebody stopped the run; what was on its way is kept."""

    exit_code = 130


class ModelUnavailable(ModelError):
    """The endpoint could not be reached or did not answer in time; another run may succeed."""


class ModelRefused(ModelError):
    """The model declined to answer or a content filter held the answer back."""


class RequestTooLong(ModelRefused):
    """The request does not fit into the model; a shorter part of the article may."""


class AnswerInvalid(ModelError):
    """An answer came, and nothing of it fits the schema even after one re-ask."""


class AnswerCut(AnswerInvalid):
    """An answer broke off at the model's output limit before its first item was whole; one about less text may not."""


class AnswerNotRecorded(ModelError):
    """A replay holds no answer to this very request: the article, prompt, schema or model name differs."""


class StoreError(SummarizerError):
    """The answer store or an output file could not be read or written."""

    exit_code = 5


def gravest(group: BaseExceptionGroup[BaseException]) -> BaseException:
    """The one error to tell of several that came at once.

    An interruption comes first, then the highest exit code of those that are told in one line, then the first of the others.
    """
    return min((error for inner in group.exceptions for error in _inside(inner)), key=_gravity)


def _gravity(error: BaseException) -> int:
    if isinstance(error, KeyboardInterrupt):
        return -1000
    return -error.exit_code if isinstance(error, SummarizerError) else 1


def _inside(error: BaseException) -> list[BaseException]:
    if not isinstance(error, BaseExceptionGroup):
        return [error]
    return [found for inner in error.exceptions for found in _inside(inner)]
