"""The network: asks the language model for one typed answer at a time, through instructor.

    async with Model(settings, book) as model:
        reply = await model.ask(messages, ArticleAnswer, label="reuters.txt")

Every answer is looked up in the book first and kept there before it is read, so none is lost or paid for twice.
`sending` is the only place that retries; what of an answer does not fit is asked for once more, and the rest is used.
"""

from summarizer.llm.model import AnswerBook, Model
from summarizer.llm.reading import Answerer
from summarizer.llm.reply import Reply
from summarizer.llm.sending import Clock, check_settings, endpoint_name

__all__ = ["AnswerBook", "Answerer", "Clock", "Model", "Reply", "check_settings", "endpoint_name"]
