"""What is damaged fails, whichever bit it is; what is kept elsewhere is found; what people decided goes along."""

import functools
import json
import shutil
import struct
import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from typer.testing import CliRunner

import summarizer
from summarizer import __version__
from summarizer.articles.identity import article_id
from summarizer.cli import app
from summarizer.evidence import NoBundleError, Status, check_bundle, packed, report_in, unpacked
from summarizer.prompts import read_prompt
from summarizer.report_folder import open_report
from summarizer.store import AnswerStore

ROOT = Path(__file__).parent.parent.parent
REPORT = ROOT / "reports" / "afghanistan"
RECORDING = ROOT / "cassettes" / "stories" / "afghanistan.yaml"
NAMES = ("extract", "extract_more", "propose", "propose_added", "weigh")
ENCRYPTED = 0x1


def run(*arguments):
    result = CliRunner().invoke(app, [str(one) for one in arguments])
    return result.exit_code, result.stdout, result.stderr


@pytest.fixture
def reviewed(tmp_path):
    """The report with two confirmed findings, a dismissed one and a note."""
    folder = tmp_path / "reviewed"
    shutil.copytree(REPORT, folder)
    result = summarizer.open_report(folder)
    for number, ruling in enumerate(("confirmed", "confirmed", "dismissed")):
        result = result.decide(result.findings[number], ruling, by="Ann", note=f"Note {number}: seen by Ann")
    return folder


@functools.cache
def bundle():
    """A whole bundle as its members, made once."""
    folder = Path(tempfile.mkdtemp())
    try:
        assert run("bundle", REPORT, "1", "--to", folder / "one.zip", "--replay", RECORDING)[0] == 0
        return dict(unpacked((folder / "one.zip").read_bytes()).members)
    finally:
        shutil.rmtree(folder)


@functools.cache
def shipped():
    return {name: read_prompt(name).text for name in NAMES}


def fails(members):
    """Whether a check of a bundle of these members fails, or it is none."""
    found = unpacked(packed(members))
    try:
        report = report_in(found)
    except NoBundleError:
        return True
    return any(one.status is Status.FAILS for one in check_bundle(found, report, article_id, shipped(), __version__))


def test_a_bundle_that_nobody_touched_does_not_fail():
    assert not fails(bundle())


@settings(max_examples=100, deadline=None)
@given(st.data())
def test_any_bit_of_any_members_content_that_flips_fails(data):
    members = bundle()
    name = data.draw(st.sampled_from(sorted(members)))
    content = bytearray(members[name])
    content[data.draw(st.integers(0, len(content) - 1))] ^= 1 << data.draw(st.integers(0, 7))
    assert fails({**members, name: bytes(content)})


@pytest.mark.parametrize(
    "name", ["articles/1.txt", "README.md", "report.json", "manifest.json", "answers/", "requests/", "prompts/"]
)
def test_a_member_that_is_no_utf_8_fails(tmp_path, name):
    members = bundle()
    chosen = next(one for one in sorted(members) if one.startswith(name))
    (tmp_path / "bad.zip").write_bytes(packed({**members, chosen: b"\xff\xfe\x00 no text"}))
    code, out, _ = run("verify", tmp_path / "bad.zip")
    assert code == 1
    assert "fails" in out


def test_a_member_that_is_encrypted_is_named_and_fails(tmp_path):
    data = bytearray(packed(bundle()))
    for mark, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = next(at for at in places(data, mark) if b"README.md" in data[at : at + 80])
        struct.pack_into("<H", data, at + flags, ENCRYPTED)
    (tmp_path / "locked.zip").write_bytes(data)
    code, out, _ = run("verify", tmp_path / "locked.zip")
    assert code == 1
    assert "member 'README.md' is encrypted" in out


def places(data, mark):
    at = data.find(mark)
    while at >= 0:
        yield at
        at = data.find(mark, at + 1)


def test_all_that_is_confirmed_is_packed_with_what_was_decided(reviewed, tmp_path):
    code, out, _ = run("bundle", reviewed, "--all-confirmed", "--to", tmp_path / "out", "--store", tmp_path / "none")
    files = [Path(line) for line in out.splitlines()]
    assert (code, len(files)) == (0, 2)
    for number, file in enumerate(files):
        members = unpacked(file.read_bytes()).members
        assert f"Note {number}: seen by Ann" in members["review.toml"].decode()
        assert f"Note {1 - number}" not in members["review.toml"].decode()
        assert f"Note {number}: seen by Ann" in members["README.md"].decode()
        assert run("verify", file)[0] == 0


def test_where_nothing_is_confirmed_there_is_nothing_to_pack(tmp_path):
    code, _, err = run("bundle", REPORT, "--all-confirmed", "--to", tmp_path)
    assert (code, "no finding is confirmed" in err) == (2, True)


def test_a_bundle_that_is_unpacked_is_a_report_with_its_decisions(reviewed, tmp_path):
    assert run("bundle", reviewed, "1", "--to", tmp_path / "one.zip", "--store", tmp_path / "none")[0] == 0
    for name, content in unpacked((tmp_path / "one.zip").read_bytes()).members.items():
        file = tmp_path / "unpacked" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)
    opened = open_report(tmp_path / "unpacked")
    assert [one.note for one in opened.review.decisions] == ["Note 0: seen by Ann"]
    assert run("verify", tmp_path / "unpacked")[0] == 0


def test_answers_come_from_a_store_as_from_a_recording(tmp_path):
    members = bundle()
    answers = [name for name in members if name.startswith("answers/")]
    assert len(answers) >= 3
    with AnswerStore(tmp_path / "answers.sqlite") as store:
        for name in answers:
            request = json.loads(members[name.replace("answers", "requests")])
            store.keep("https://models.example/v1", request, members[name].decode())
    live = tmp_path / "live"
    live.mkdir()
    told = json.loads((REPORT / "report.json").read_text(encoding="utf-8"))
    told["run"]["endpoint"] = "models.example"
    (live / "report.json").write_text(json.dumps(told), encoding="utf-8")

    code, _, err = run("bundle", live, "1", "--to", tmp_path / "one.zip", "--store", tmp_path / "answers.sqlite")
    assert (code, err) == (0, "")
    found = unpacked((tmp_path / "one.zip").read_bytes()).members
    assert {name: found[name] for name in answers} == {name: members[name] for name in answers}

    code, _, err = run("bundle", live, "1", "--to", tmp_path / "bare.zip", "--store", tmp_path / "none")
    assert (code, "are not in it" in err) == (0, True)
    assert not [name for name in unpacked((tmp_path / "bare.zip").read_bytes()).members if name.startswith("answers/")]
    code, out, _ = run("verify", tmp_path / "bare.zip")
    assert (code, "open   request" in out) == (0, True)


def test_a_story_to_which_articles_were_added_is_packed_and_holds(tmp_path):
    texts = (
        "The mine of Torvik fell in. 12 miners were killed in Torvik on 14 October 2024, officials said.",
        "Torvik mourns. In Torvik, 30 miners were killed on 14 October 2024, the county said, and the mine was shut.",
        "A shaft gave way. The union said 30 miners were killed in Torvik on 14 October 2024 as the shaft gave way.",
        "Boats and lorries came. Rescuers said 12 miners were killed in Torvik on 14 October 2024, all of one shift.",
    )
    (tmp_path / "a").mkdir()
    for number, text in enumerate(texts):
        head = f"Title: Mine {number}\nOutlet: Outlet {number}\nDate: 2024-10-20\n\n"
        (tmp_path / "a" / f"{number}.txt").write_text(f"{head}{text}\n", encoding="utf-8")
        if number > 1:
            assert run("report", tmp_path / "a", "--model", "rules", "--out", tmp_path / "out", "-q")[0] == 0
    assert len(json.loads((tmp_path / "out" / "report.json").read_bytes())["batches"]) == 2
    assert run("bundle", tmp_path / "out", "1", "--to", tmp_path / "one.zip")[0] == 0
    assert run("verify", tmp_path / "one.zip", "--article", tmp_path / "a")[0] == 0


@pytest.mark.parametrize(
    "damage", [lambda text: text[: len(text) // 2], lambda text: text.replace("“", "«", 40), lambda text: "{}", lambda text: ""]
)
def test_a_report_that_is_damaged_fails_with_a_line(tmp_path, damage):
    text = (REPORT / "report.json").read_text(encoding="utf-8")
    (tmp_path / "report.json").write_text(damage(text), encoding="utf-8")
    code, out, err = run("verify", tmp_path)
    assert (code, err) == (1, "")
    assert out.splitlines()[0].startswith("fails  report.json is a report")
    code, out, _ = run("verify", tmp_path, "--json")
    assert (code, json.loads(out)["holds"]) == (1, False)


def test_where_there_is_nothing_to_verify_it_is_no_failed_check(tmp_path):
    assert run("verify", tmp_path)[0] == 2
    text = (REPORT / "report.json").read_text(encoding="utf-8")
    (tmp_path / "report.json").write_text(text.replace('"format": 1', '"format": 99'), encoding="utf-8")
    code, _, err = run("verify", tmp_path)
    assert (code, "newer version" in err) == (2, True)


def test_the_checks_as_json_are_those_of_the_lines(tmp_path):
    (tmp_path / "one.zip").write_bytes(packed(bundle()))
    code, out, _ = run("verify", tmp_path / "one.zip", "--json")
    found = json.loads(out)
    assert (code, found["holds"], found["file"]) == (0, True, str(tmp_path / "one.zip"))
    lines = run("verify", tmp_path / "one.zip")[1].splitlines()
    assert len(found["checks"]) == len(lines) - 1
    assert {one["status"] for one in found["checks"]} <= {"holds", "open"}
