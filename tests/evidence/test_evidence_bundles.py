"""A bundle holds what a finding rests on, is the same bytes each time, and shows every change."""

import io
import json
import os
import random
import warnings
import zipfile
from pathlib import Path

import pytest
from typer.testing import CliRunner

from summarizer.cli import app
from summarizer.digests import sha256_of
from summarizer.evidence import NoBundleError, packed, unpacked

ROOT = Path(__file__).parent.parent.parent
REPORT = ROOT / "reports" / "afghanistan"
ARTICLES = ROOT / "summarizer" / "samples" / "afghanistan"
KEY = "sk-never-in-a-file"


def run(*arguments):
    result = CliRunner().invoke(app, [str(one) for one in arguments])
    return result.exit_code, result.stdout


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    os.environ["OPENAI_API_KEY"] = KEY
    try:
        folder = tmp_path_factory.mktemp("bundles")
        code, _ = run("bundle", REPORT, "1", "--to", folder / "one.zip", "--store", folder / "none.sqlite")
    finally:
        del os.environ["OPENAI_API_KEY"]
    assert code == 0
    return folder / "one.zip"


def changed(path, tmp_path, **members):
    """The bundle with other members; None takes one out."""
    content = {**unpacked(path.read_bytes()).members, **members}
    file = tmp_path / "changed.zip"
    file.write_bytes(packed({name: data for name, data in content.items() if data is not None}))
    return file


def test_a_bundle_holds_against_itself_and_the_articles_own_files(made):
    code, out = run("verify", made, "--article", ARTICLES)
    assert code == 0
    assert {line.split()[0] for line in out.splitlines()[:-1]} == {"holds"}
    assert sum("its file has the SHA-256 that is given" in line for line in out.splitlines()) >= 2
    assert sum("an answer of the model leads to the quote" in line for line in out.splitlines()) >= 2


def test_the_same_evidence_gives_the_same_bytes_and_no_key_is_in_it(made, tmp_path):
    assert run("bundle", REPORT, "1", "--to", tmp_path / "again.zip", "--store", tmp_path / "none")[0] == 0
    assert (tmp_path / "again.zip").read_bytes() == made.read_bytes()
    assert KEY.encode() not in made.read_bytes()


def test_a_request_is_named_by_the_hash_of_its_file(made):
    members = unpacked(made.read_bytes()).members
    requests = {name: data for name, data in members.items() if name.startswith("requests/")}
    assert len(requests) >= 3
    assert [name for name, data in requests.items() if name != f"requests/{sha256_of(data)}.json"] == []


def test_any_changed_byte_of_any_member_is_seen(made, tmp_path):
    """Members are changed behind the back of the zip file, which would see it by its checksums."""
    chance = random.Random(7)
    members = unpacked(made.read_bytes()).members
    for name, data in members.items():
        at = chance.randrange(len(data))
        other = data[:at] + bytes([data[at] ^ 1 << chance.randrange(8)]) + data[at + 1 :]
        assert run("verify", changed(made, tmp_path, **{name: other}))[0] in {1, 2}, name


def test_any_changed_byte_of_the_file_is_seen(made, tmp_path):
    chance, data = random.Random(11), made.read_bytes()
    file = tmp_path / "flipped.zip"
    for _ in range(40):
        at = chance.randrange(len(data))
        file.write_bytes(data[:at] + bytes([data[at] ^ 1 << chance.randrange(8)]) + data[at + 1 :])
        code, out = run("verify", file)
        assert code in {1, 2} or "open   the file is, byte for byte" in out, at


def test_a_member_too_many_and_a_member_too_few_fail(made, tmp_path):
    assert run("verify", changed(made, tmp_path, **{"more.txt": b"x"}))[0] == 1
    assert run("verify", changed(made, tmp_path, **{"articles/1.txt": None}))[0] == 1
    assert run("verify", changed(made, tmp_path, **{"manifest.json": None}))[0] == 2


@pytest.mark.parametrize("name", ["../up.txt", "/etc/passwd", "a\\b", "a\x1b[31m", "a//b", ".hidden"])
def test_a_name_that_leads_elsewhere_is_refused_and_shown_harmlessly(made, tmp_path, name):
    code, out = run("verify", changed(made, tmp_path, **{name: b"x"}))
    assert (code, "\x1b" in out) == (1, False)
    assert "has a name that no bundle gives" in out


def test_a_link_a_twin_and_a_bomb_are_refused():
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        link = zipfile.ZipInfo("link.txt")
        link.create_system, link.external_attr = 3, 0o120777 << 16
        archive.writestr(link, "/etc/passwd")
        archive.writestr("twin.txt", "a")
        archive.writestr("twin.txt", "b")
    found = unpacked(stream.getvalue())
    assert found.members == {}
    assert len(found.faults) == 2
    bomb = io.BytesIO()
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as archive, archive.open("bomb.txt", "w", force_zip64=True) as file:
        for _ in range(201):
            file.write(bytes(1_000_000))
    with pytest.raises(NoBundleError, match="unpacks to more than 200 MB"):
        unpacked(bomb.getvalue())


def test_what_is_no_bundle_ends_with_2(tmp_path):
    (tmp_path / "text.zip").write_text("no zip", encoding="utf-8")
    assert run("verify", tmp_path / "text.zip")[0] == 2
    assert run("verify", tmp_path / "missing.zip")[0] == 2


def test_another_file_of_the_article_fails(made, tmp_path):
    first = next(path for path in sorted(ARTICLES.iterdir()) if path.suffix == ".txt")
    paths = [one["path"] for one in json.loads(unpacked(made.read_bytes()).members["report.json"])["articles"]]
    named = next(ARTICLES / Path(path).name for path in paths)
    other = tmp_path / named.name
    other.write_bytes(named.read_bytes() + b"\nOne more sentence was added here afterwards by somebody else.\n")
    code, out = run("verify", made, "--article", other)
    assert code == 1, first
    assert "its file has the SHA-256 that is given: " in out


def test_a_report_that_was_written_before_there_were_hashes_is_verified_as_far_as_it_goes(tmp_path):
    old = json.loads((REPORT / "report.json").read_text(encoding="utf-8"))
    for article in old["articles"]:
        for key in ("source_sha256", "source_kind", "text_sha256", "requests"):
            del article[key]
    for finding in old["findings"]:
        del finding["requests"]
    (tmp_path / "report.json").write_text(json.dumps(old), encoding="utf-8")
    code, out = run("verify", tmp_path)
    assert code == 0
    assert "open   article 1" in out
    assert run("bundle", tmp_path, "1", "--to", tmp_path / "old.zip", "--store", tmp_path / "none")[0] == 0
    assert run("verify", tmp_path / "old.zip")[0] == 0
