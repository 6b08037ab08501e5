"""`summarizer fetch` as a person or a script runs it."""

from __future__ import annotations

import json

import pytest
from fetching.page_server import PAGE
from typer.testing import CliRunner

from summarizer.cli import app, talk
from summarizer.fetched_pages import NAME
from summarizer.fetching import Asker

pytestmark = pytest.mark.block_network(allowed_hosts=["127.0.0.1"])
CONSENT = b"""<html><head><title>Before you continue</title></head><body><h1>We value your privacy</h1><p>We and our 842 partners store and
access information on your device, such as cookies. You can accept all cookies or manage your preferences.</p><button>Accept all</button></body></html>"""
CHALLENGE = b"<html><head><title>Just a moment...</title></head><body><p>Checking your browser before accessing. Please enable JavaScript and cookies to continue.</p></body></html>"


@pytest.fixture
def run(tmp_path):
    def command(*named, local=True, stdin=None, into=None):
        options = ["--into", str(into or tmp_path / "pages"), "--pause", "0", *(["--allow-private"] if local else [])]
        return CliRunner().invoke(app, ["fetch", *map(str, named), *options], input=stdin)

    return command


def test_what_was_fetched_makes_a_report_with_addresses_and_without_noise(site, run, tmp_path):
    site.answers |= {"/ferry": PAGE, "/second": PAGE.replace(b"12 people", b"15 people").replace(b"40 people", b"44 people")}
    fetched = run(site.at("/ferry"), site.at("/second"))
    assert fetched.exit_code == 0, fetched.stderr
    assert sorted(fetched.stdout.split()) == sorted(str(file) for file in (tmp_path / "pages").glob("*.html"))
    made = CliRunner().invoke(app, ["report", str(tmp_path / "pages"), "--model", "rules", "--out", str(tmp_path / "report")])
    assert made.exit_code == 0, made.stderr
    assert NAME not in made.stderr
    report = json.loads((tmp_path / "report" / "report.json").read_text())
    assert sorted(article["url"] for article in report["articles"]) == [site.at("/ferry"), site.at("/second")]
    assert report["failures"] == []


def test_each_failure_is_a_line_with_its_reason_and_the_exit_code_is_3(site, run):
    site.answers["/ferry"] = PAGE
    ran = run(site.at("/ferry"), site.at("/none"), "ftp://herald.example/a")
    assert ran.exit_code == 3
    assert len(ran.stdout.splitlines()) == 1
    assert f"not fetched: {site.at('/none')}: is not there (404)" in ran.stderr
    assert "not fetched: ftp://herald.example/a: only http and https are fetched, not ftp" in ran.stderr
    assert "1 fetched, 0 with nothing new, 2 not fetched" in ran.stderr


def test_this_machine_is_not_asked_unless_the_user_says_so(site, run, tmp_path):
    ran = run(site.at("/ferry"), local=False)
    assert ran.exit_code == 3
    assert "private address 127.0.0.1" in ran.stderr
    assert not site.asked
    assert not (tmp_path / "pages").exists()


@pytest.mark.parametrize("named", [["herald.example/a"], ["missing.txt"], ["-"]])
def test_nothing_usable_is_a_mistake_of_the_command(run, named):
    ran = run(*named, stdin="# nothing\n\n")
    assert ran.exit_code == 2
    assert ran.stderr.startswith("error: ")


def test_a_password_in_an_address_is_neither_sent_nor_shown_nor_written(site, run, tmp_path):
    site.answers["/ferry"] = PAGE
    secret = site.at("/ferry").replace("//", "//me:s3cret@")
    ran = run(secret, site.at("/ferry"))
    assert ran.exit_code == 3
    assert "name or password" in ran.stderr
    assert "s3cret" not in ran.stderr + ran.stdout + (tmp_path / "pages" / NAME).read_text()


@pytest.mark.parametrize(
    ("page", "reason"),
    [
        (CONSENT, "asks for consent"),
        (CHALLENGE, "whether the reader is human"),
        (b"<html><body><p>OK</p></body></html>", "not even a headline"),
    ],
)
def test_what_is_no_article_is_kept_and_told_right_away(site, run, tmp_path, page, reason):
    site.answers["/ferry"] = page
    ran = run(site.at("/ferry"))
    assert ran.exit_code == 3
    assert "saved, but" in ran.stderr
    assert reason in ran.stderr
    assert (tmp_path / "pages").joinpath(ran.stdout.strip()).read_bytes() == page


def test_addresses_come_from_standard_input_too(site, run):
    site.answers["/ferry"] = PAGE
    assert run("-", stdin=f"# list\r\n{site.at('/ferry')}\r\n").exit_code == 0


def test_a_second_run_says_that_nothing_is_new(site, run):
    site.answers["/ferry"] = [(200, {"ETag": '"1"'}, PAGE), (304, {}, b"")]
    run(site.at("/ferry"))
    ran = run(site.at("/ferry"))
    assert (ran.exit_code, ran.stdout) == (0, "")
    assert "nothing new" in ran.stderr


def test_an_interruption_keeps_what_was_fetched_and_a_second_run_goes_on(site, run, tmp_path, monkeypatch):
    site.answers |= {"/a": (200, {"ETag": '"1"'}, PAGE), "/b": PAGE}
    plain = Asker.page

    def page(self, url, known, check):
        if url.path == "/b":
            raise KeyboardInterrupt
        return plain(self, url, known, check)

    with monkeypatch.context() as patched:
        patched.setattr(Asker, "page", page)
        ran = run(site.at("/a"), site.at("/b"))
    assert ran.exit_code == 130
    assert "interrupted; the pages fetched so far are kept" in ran.stderr
    assert len(list((tmp_path / "pages").glob("*.html"))) == 1
    assert run(site.at("/a"), site.at("/b")).exit_code == 0
    assert len(list((tmp_path / "pages").glob("*.html"))) == 2
    assert not list((tmp_path / "pages").glob(".*"))


def test_a_list_of_somebody_else_is_not_written_over(site, run, tmp_path):
    (tmp_path / "pages").mkdir()
    (tmp_path / "pages" / NAME).write_text('{"mine": 1}\n')
    ran = run(site.at("/ferry"))
    assert ran.exit_code == 2
    assert "is no list of fetched pages" in ran.stderr
    assert not site.asked


def test_a_folder_that_is_a_file_is_told(site, run, tmp_path):
    (tmp_path / "file").write_text("x")
    ran = run(site.at("/ferry"), into=tmp_path / "file")
    assert ran.exit_code == 2
    assert "is a file" in ran.stderr


def test_the_talk_can_be_json_lines(site, run):
    site.answers["/ferry"] = PAGE
    talk.begin(["--log-format", "json"], {})
    try:
        ran = run(site.at("/ferry"), site.at("/no"))
    finally:
        talk.begin([], {})
    lines = [json.loads(line) for line in ran.stderr.splitlines()]
    assert [line["event"] for line in lines] == ["remark", "notice", "remark"]
    assert ran.stdout.endswith(".html\n")


def test_quiet_leaves_only_what_failed(site, run):
    site.answers["/ferry"] = PAGE
    ran = run(site.at("/ferry"), site.at("/no"), "--quiet")
    assert ran.stderr.splitlines() == [f"not fetched: {site.at('/no')}: is not there (404)"]


def test_a_page_with_hardly_any_text_is_told_and_still_counts(site, run):
    site.answers["/ferry"] = (
        b"<html><head><title>Ferry sinks</title></head><body><h1>Ferry sinks off Tarn</h1><p>Twelve people died.</p></body></html>"
    )
    ran = run(site.at("/ferry"))
    assert ran.exit_code == 0
    assert "hardly any text" in ran.stderr


def test_a_proxy_of_the_environment_is_not_used_which_is_said(site, run, monkeypatch):
    monkeypatch.setenv("https_proxy", "http://me:s3cret@127.0.0.1:1")
    site.answers["/ferry"] = PAGE
    ran = run(site.at("/ferry"))
    assert ran.exit_code == 0
    assert "proxy that the environment names is not used" in ran.stderr
    assert "s3cret" not in ran.stderr
