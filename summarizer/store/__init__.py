"""The disk: paid answers, recorded answers, cassettes and output files. Imports no network and no model.

`AnswerStore` keeps every answer the moment it is paid for; `RecordedAnswers` replays kept or recorded ones and
never calls anybody. Both are keyed by the request body as it goes over the wire.
"""

from summarizer.store.cassette import dump_cassette, load_cassette
from summarizer.store.files import check_writable, write_file
from summarizer.store.keys import request_key
from summarizer.store.looking_up import answers_at
from summarizer.store.paid import AnswerStore
from summarizer.store.pairs import settle, write_together
from summarizer.store.recorded import RecordedAnswers
from summarizer.store.reviews import keep_decision, keep_review, read_review, review_with_bytes

__all__ = [
    "AnswerStore",
    "RecordedAnswers",
    "answers_at",
    "check_writable",
    "dump_cassette",
    "keep_decision",
    "keep_review",
    "load_cassette",
    "read_review",
    "request_key",
    "review_with_bytes",
    "settle",
    "write_file",
    "write_together",
]
