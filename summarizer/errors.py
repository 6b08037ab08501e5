"""What can go wrong, for whom, and with which exit code.

    SummarizerError
    ├── ConfigError (2)        the command or its settings; nothing was read, nothing was paid
    ├── ArticleError (3)       one article cannot be used; the others go on
    ├── ModelError (4)         the language model gave no usable answer
    │   ├── ModelSetupError    wrong key, unknown model, no tool support: every further call would fail too
    │   ├── ModelUnavailable   network, rate limit, server, deadline: worth another run
    │   ├── ModelRefused       the model declined, or a filter held its answer back
    │   ├── AnswerInvalid      an answer came and does not fit the schema, or was cut off
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


class ModelUnavailable(ModelError):
    """The endpoint could not be reached or did not answer in time; another run may succeed."""


class ModelRefused(ModelError):
    """The model declined to answer or a content filter held the answer back."""


class AnswerInvalid(ModelError):
    """An answer came, and it does not fit the schema even after one re-ask, or was cut off."""


class AnswerNotRecorded(ModelError):
    """A replay holds no answer to this very request: the article, prompt, schema or model name differs."""


class StoreError(SummarizerError):
    """The answer store or an output file could not be read or written."""

    exit_code = 5
