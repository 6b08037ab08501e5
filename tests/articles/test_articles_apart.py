"""Files read in processes of their own: limits, no keys in their environment, no process left behind, order kept."""

import json
import os
import signal
import subprocess
import sys
import textwrap
import threading
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.articles import entries, read_articles, reading
from summarizer.articles.apart import reader as apart
from summarizer.articles.apart.ahead import Job, entries_in_order
from summarizer.articles.apart.lines import entry_in, line_of
from summarizer.articles.apart.reader import Reader
from summarizer.articles.files.allowance import Allowance
from summarizer.articles.files.children import ChildFault, Children, clean_environment
from summarizer.articles.files.sources import LARGE
from summarizer.articles.finishing import OwnReportError
from summarizer.articles.formats.pdf import PdfError, process, read_pdf
from summarizer.articles.formats.pdf.process import Parser
from summarizer.errors import ArticleError
from tests.articles.pdf_pages import pdf, shown

CANARY = "sk-CANARY-apart-0123456789"
LINUX = pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc")
LINE = "Twelve people died when the barge sank on Tuesday. "


@pytest.fixture
def module(tmp_path, monkeypatch):
    """A function that makes a module of some lines, which children can run."""

    def make(code):
        (tmp_path / "a_child.py").write_text(textwrap.dedent(code))
        monkeypatch.setenv("PYTHONPATH", os.pathsep.join(filter(None, (str(tmp_path), os.environ.get("PYTHONPATH")))))
        return "a_child"

    return make


def answer(module, data=b"", seconds=20.0, most=1000):
    return Children().answer(module, (), data, seconds=seconds, most=most)


def test_a_child_answers(module):
    echo = module("import sys; sys.stdout.buffer.write(sys.stdin.buffer.read()[::-1])")
    assert answer(echo, b"abc") == b"cba"
    assert list(Children().lines(echo, (), b"\nb\na", seconds=20, most=100)) == [b"a\n", b"b\n"]


@pytest.mark.parametrize(
    ("code", "late"),
    [
        ("import time; time.sleep(60)", True),
        ("while True: print('x' * 1000)", False),
        ("import os, signal; os.kill(os.getpid(), signal.SIGKILL)", False),
        ("raise MemoryError", False),
        ("import os; print('[1]', flush=True); os._exit(3)", False),
    ],
)
@pytest.mark.parametrize("way", ["whole", "lines"])
def test_a_child_that_fails_is_told_and_gone(module, code, late, way):
    children = Children()
    name = module(code)
    asked = children.answer if way == "whole" else lambda *given, **limits: list(children.lines(*given, **limits))
    with pytest.raises(ChildFault) as fault:
        asked(name, (), b"x" * 1_000_000, seconds=1.5 if late else 20, most=5000)
    assert fault.value.late is late
    assert not children._running


@LINUX
def test_no_key_is_in_the_environment_of_a_child(module, monkeypatch):
    monkeypatch.setenv("OPENAI_API_KEY", CANARY)
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", CANARY)
    seen = answer(module("print(open('/proc/self/environ').read() + open('/proc/self/cmdline').read())"), most=100_000)
    assert b"PATH=" in seen
    assert CANARY.encode() not in seen
    assert CANARY not in "".join(clean_environment().values())


def watched(monkeypatch):
    """Environments of all processes that children start, read while they run."""
    seen = []
    start = Children._start

    def starting(self, command):
        child = start(self, command)
        environ = Path(f"/proc/{child.pid}/environ")
        deadline = time.monotonic() + 20
        while not (found := environ.read_bytes()) and time.monotonic() < deadline:
            time.sleep(0.01)
        seen.append((command, found))
        return child

    monkeypatch.setattr(Children, "_start", starting)
    return seen


@LINUX
def test_no_key_where_files_are_parsed(tmp_path, monkeypatch):
    monkeypatch.setenv("OPENAI_API_KEY", CANARY)
    seen = watched(monkeypatch)
    (tmp_path / "a.pdf").write_bytes(pdf(shown("The barge sank on Tuesday, said Ada Fenn.", 40, 600)))
    (tmp_path / "b.txt").write_text(LINE * (LARGE // len(LINE) + 1))
    read_articles([tmp_path])
    assert sorted(command[3] for command, _ in seen) == ["summarizer.articles.apart", "summarizer.pdf_words"]
    assert all(found and CANARY.encode() not in found for _, found in seen)


@LINUX
def test_children_end_with_their_parent(tmp_path):
    code = """
        import sys, time
        from summarizer.articles.files.children import Children
        Children().answer("a_sleeper", (), b"", seconds=60, most=10)
    """
    (tmp_path / "a_sleeper.py").write_text(
        f"import os, time\nfrom summarizer.limits import limit\nlimit(60, 10**10)\n"
        f"os.write(os.open({str(tmp_path / 'pid')!r}, os.O_CREAT | os.O_WRONLY), b'') \n"
        f"os.mkdir({str(tmp_path)!r} + f'/pid-{{os.getpid()}}')\ntime.sleep(60)\n"
    )
    path = os.pathsep.join([str(tmp_path), str(Path(reading.__file__).parents[2])])
    parent = subprocess.Popen([sys.executable, "-c", textwrap.dedent(code)], env={**os.environ, "PYTHONPATH": path})
    deadline = time.monotonic() + 120
    while not (made := list(tmp_path.glob("pid-*"))) and time.monotonic() < deadline:
        time.sleep(0.05)
    parent.kill()
    parent.wait()
    child = Path("/proc") / made[0].name.removeprefix("pid-")
    while child.exists() and time.monotonic() < deadline and "zombie" not in (child / "status").read_text():
        time.sleep(0.05)
    assert not child.exists() or "zombie" in (child / "status").read_text()


def test_stopping_ends_all_and_lets_none_start(module):
    children = Children()
    name = module("import time; time.sleep(60)")
    faults = []

    def run():
        try:
            children.answer(name, (), b"", seconds=60, most=10)
        except ChildFault as fault:
            faults.append(fault)

    threads = [threading.Thread(target=run) for _ in range(3)]
    for thread in threads:
        thread.start()
    while len(children._running) < 3:
        time.sleep(0.01)
    children.stop()
    for thread in threads:
        thread.join(10)
    assert len(faults) == 3
    with pytest.raises(ChildFault):
        children.answer(name, (), b"", seconds=60, most=10)


def test_slow_files_have_one_allowance_together():
    allowance = Allowance(each=10, free=1, together=30.0, in_a_row=2)
    assert allowance.seconds() == 10
    for _ in range(1000):
        allowance.count(0.9, in_vain=False)
    assert allowance.seconds() == 10
    for _ in range(4):
        allowance.count(10, in_vain=True)
    assert allowance.seconds() == 1
    allowance.count(1, in_vain=True)
    allowance.count(0.5, in_vain=False)
    allowance.count(1, in_vain=True)
    assert allowance.seconds() == 1
    allowance.count(1, in_vain=True)
    assert allowance.seconds() == 0


class Slow(Children):
    """Children of which each PDF takes all of its time."""

    def __init__(self):
        super().__init__()
        self.asked = []

    def answer(self, module, arguments, data, *, seconds, most):
        self.asked.append(int(arguments[0]))
        if data == b"quick":
            return json.dumps({"pages": [], "title": "", "seconds": 0.2}).encode()
        raise ChildFault(late=False)


def test_a_hundred_slow_pdfs_do_not_add_up():
    children = Slow()
    parser = Parser(children)
    reasons = []
    for _ in range(100):
        with pytest.raises(PdfError) as error:
            parser(b"slow")
        reasons.append(str(error.value))
    assert sum(children.asked) <= process.TOGETHER_SECONDS + 2 * process.CPU_SECONDS + process.IN_A_ROW
    assert "needs too much time or memory" in reasons[0]
    assert "takes more than 1 second" in reasons[5]
    assert "was not tried" in reasons[-1]


def test_quick_pdfs_are_read_among_slow_ones():
    parser = Parser(Slow())
    for _ in range(50):
        with pytest.raises(PdfError):
            parser(b"slow")
        if parser.allowance.seconds():
            assert parser(b"quick").pages == []
    assert parser(b"quick").title == ""


@pytest.mark.parametrize(
    "written",
    [
        b"",
        b"[]",
        b"{",
        b"null",
        b'{"pages": 3}',
        b'{"pages": [[]], "title": ""}',
        b"[" * 100_000,
        b'{"pages": [], "seconds": "x"}',
    ],
)
def test_garbage_from_the_parser_is_no_document(monkeypatch, written):
    children = Children()
    monkeypatch.setattr(children, "answer", lambda *_, **__: written)
    with pytest.raises(PdfError, match="too much time or memory"):
        Parser(children)(b"%PDF-1.4")


def test_a_large_file_is_read_apart_and_one_that_dies_is_named(tmp_path, monkeypatch):
    (tmp_path / "a.txt").write_text(LINE * (LARGE // len(LINE) + 1))
    lines = [
        json.dumps({"title": f"Barge {n}", "url": f"https://fen.example/{n}", "text": LINE * 30 + str(n)}) for n in range(350)
    ]
    (tmp_path / "b.jsonl").write_text("\n".join(lines))
    result = read_articles([tmp_path])
    assert [article.path.rpartition("#")[2] for article in result.articles] == [str(n) for n in range(1, 351)]
    assert "an article has at most" in result.failures[0].reason
    monkeypatch.setattr(apart, "_WALL_SECONDS", 0.01)
    dead = read_articles([tmp_path])
    assert not dead.articles
    assert ["too much time or memory" in failure.reason for failure in dead.failures] == [True, True]


def test_what_a_child_wrote_before_it_died_is_kept(tmp_path, monkeypatch):
    entry = line_of(ArticleError("a.txt#1", "is no article"))

    def lines(*_, **__):
        yield entry
        raise ChildFault(late=False)

    reader = Reader()
    monkeypatch.setattr(reader.children, "lines", lines)
    found = list(reader.entries(b"x" * (LARGE + 1), "a.txt", None))
    assert str(found[0]) == "a.txt#1: is no article"
    assert "its first 1 entries were read" in str(found[1])


def test_what_unpacks_to_much_is_read_apart(tmp_path):
    import zipfile

    with zipfile.ZipFile(tmp_path / "a.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        for number in range(4):
            archive.writestr(f"{number}.txt", f"{LINE * 4000}{number}")
    assert (tmp_path / "a.zip").stat().st_size < LARGE < 4 * 4000 * len(LINE)
    assert len(read_articles([tmp_path]).articles) == 4


@given(st.text(), st.text(), st.booleans())
def test_failures_travel_as_they_are(path, reason, own):
    sent = (OwnReportError if own else ArticleError)(path, reason)
    came = entry_in(line_of(sent))
    assert (type(came), came.path, came.reason) == (type(sent), path, reason)


@pytest.mark.parametrize(
    "line", [b"", b"[]", b"{}", b'["article", "{}"]', b'["failure", "a"]', b'["failure", 1, 2]', b"\xff", b'["x", "y", "z"]']
)
def test_other_lines_are_no_entry(line):
    with pytest.raises(ValueError):
        entry_in(line)


def test_the_order_is_that_of_the_paths_and_an_interrupt_ends_all(module):
    children = Children()

    def failing(name, wait):
        def read():
            time.sleep(wait)
            yield ArticleError(name, "x")

        return read

    jobs = [Job(failing(str(n), 0.02 * (5 - n)), takes_long=n != 2) for n in range(5)]
    assert [entry.path for entry in entries_in_order(jobs, children)] == ["0", "1", "2", "3", "4"]
    sleeper = module("import time; time.sleep(60)")

    def asleep():
        try:
            yield from [ArticleError("s", str(children.answer(sleeper, (), b"", seconds=60, most=10)))]
        except ChildFault:
            raise ArticleError("s", "ended") from None

    def interrupted():
        while not children._running:
            time.sleep(0.01)
        raise KeyboardInterrupt
        yield

    with pytest.raises(KeyboardInterrupt):
        list(entries_in_order([Job(interrupted), *[Job(asleep, takes_long=True)] * 3], children))
    assert not children._running


def test_a_run_holds_so_many_articles(tmp_path, monkeypatch):
    for number in range(5):
        (tmp_path / f"{number}.txt").write_text(f"{LINE}{number}")
    monkeypatch.setattr(reading, "MOST_ARTICLES", 3)
    result = read_articles([tmp_path])
    assert len(result.articles) == 3
    assert [Path(failure.path).name for failure in result.failures] == ["3.txt"]
    assert "all that follows was not read" in result.failures[0].reason


def test_a_file_that_vanishes_after_it_was_listed(tmp_path, monkeypatch):
    (tmp_path / "a.txt").write_text(LINE)
    (tmp_path / "b.txt").write_text(LINE + "Nobody else died.")
    jobs = reading.entries_in_order

    def vanished(listed, children):
        (tmp_path / "a.txt").unlink()
        return jobs(listed, children)

    monkeypatch.setattr(reading, "entries_in_order", vanished)
    result = read_articles([tmp_path])
    assert len(result.articles) == 1
    assert "no such file" in result.failures[0].reason


@LINUX
def test_ctrl_c_leaves_no_process(tmp_path):
    stuck = tmp_path / "in"
    stuck.mkdir()
    for number in range(4):
        (stuck / f"{number}.json").write_bytes(b'{"title": "T", "text": "' + b"\\u0041" * 3_000_000 + b'"}')
    parent = subprocess.Popen(
        [sys.executable, "-c", f"from summarizer.articles import read_articles; read_articles([{str(stuck)!r}])"],
        env={**os.environ, "PYTHONPATH": str(Path(reading.__file__).parents[2])},
        stderr=subprocess.DEVNULL,
    )
    deadline = time.monotonic() + 120

    def alive():
        tasks = Path(f"/proc/{parent.pid}/task")
        return [pid for task in tasks.glob("*/children") for pid in task.read_text().split()] if tasks.exists() else []

    while not (found := alive()) and time.monotonic() < deadline:
        time.sleep(0.02)
    parent.send_signal(signal.SIGINT)
    assert parent.wait(120) != 0
    time.sleep(0.2)
    assert found
    assert not any(Path(f"/proc/{pid}").exists() for pid in found)


def test_a_sign_that_its_font_calls_a_line_end(monkeypatch):
    page = {"width": 500, "height": 700, "turned": [], "boxes": [], "pictures": [], "chars": 30, "lost": 0, "hidden": 0}
    run = [40, 300, 100, 10, 0, "The barge\u2028sank on\x85Tuesday night."]
    draft = read_pdf(b"", lambda _: process.Document([{**page, "runs": [run]}], ""))
    assert draft.text == "The barge sank on Tuesday night."
    empty = read_pdf(b"", lambda _: process.Document([{**page, "runs": []}], ""))
    assert empty.text == ""


def test_a_pdf_of_a_book_is_refused_before_its_pages_are_laid_out():
    page = {"width": 500, "height": 700, "runs": None, "turned": [], "boxes": [], "pictures": [], "chars": 300_001, "lost": 0}
    with pytest.raises(PdfError, match="300,001 letters, more text than any article"):
        read_pdf(b"", lambda _: process.Document([{**page, "hidden": 0}], ""))


def test_a_fault_of_this_program_stops_no_other_file(tmp_path, monkeypatch):
    def failing(draft, path):
        if "a.txt" in path:
            raise ZeroDivisionError
        return finished(draft, path)

    finished = entries.finished
    monkeypatch.setattr(entries, "finished", failing)
    (tmp_path / "a.txt").write_text(LINE)
    (tmp_path / "b.txt").write_text(LINE + "Nobody else died.")
    result = read_articles([tmp_path])
    assert len(result.articles) == 1
    assert "cannot be read for a fault of this program (ZeroDivisionError)" in result.failures[0].reason


def test_a_file_of_too_many_articles_is_named(tmp_path):
    record = "TY  - NEWS\nTI  - Barge {0}\nT2  - Fen Courier\nPY  - 2024/03/05\nAB  - It sank on day {0}.\nER  - \n\n"
    (tmp_path / "a.ris").write_text("".join(record.format(number) for number in range(2001)))
    assert "holds 2,001 entries, more than 2,000; split it by story" in read_articles([tmp_path]).failures[0].reason


def test_every_code_point_can_stand_in_an_article(tmp_path):
    text = LINE + "".join(chr(code) for code in range(0xFFFE, 0x110000, 0x10000)) + "é" + "\U0010ffff\U0002ffff says it sank."
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    assert len(read_articles([tmp_path]).articles) == 1


def test_lines_of_nothing_but_white_space_on_a_page():
    page = {"width": 500, "height": 700, "turned": [], "boxes": [], "pictures": [], "chars": 30, "lost": 0, "hidden": 0}
    runs = [
        [40, 300, 100, 10, 0, "The barge sank and"],
        [340, 350, 90, 10, 0, " "],
        [340, 360, 130, 10, 0, "\u200b"],
        [40, 90, 115, 10, 0, "\x01"],
    ]
    assert "The barge sank and" in read_pdf(b"", lambda _: process.Document([{**page, "runs": runs}], "")).text
