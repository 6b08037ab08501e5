"""Notes are written among those that people write, and nothing that somebody wrote is replaced, removed or left the folder for."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summarizer import vault_folder
from summarizer.errors import ConfigError, StoreError
from summarizer.vault_folder import MANIFEST, check_vault, write_vault

NAMES = ("a.md", "b.md", "Articles/c.md", "Articles/d.md")


def there(folder: Path) -> dict[str, str]:
    found = (path for path in folder.rglob("*") if path.is_file() and path.name != MANIFEST)
    return {path.relative_to(folder).as_posix(): path.read_text() for path in found}


def test_a_new_version_lies_beside_what_somebody_changed_or_made(tmp_path: Path) -> None:
    write_vault(tmp_path, [("a.md", "1"), ("b.md", "1"), ("c.md", "1")])
    (tmp_path / "a.md").write_text("mine")
    (tmp_path / "d.md").write_text("mine")
    written = write_vault(tmp_path, [("a.md", "2"), ("b.md", "2"), ("d.md", "2")])

    assert written.beside == {"a.md": "a (new version).md", "d.md": "d (new version).md"}
    assert there(tmp_path) == {
        "a.md": "mine",
        "a (new version).md": "2",
        "b.md": "2",
        "d.md": "mine",
        "d (new version).md": "2",
    }


def test_a_note_changed_by_hand_with_nothing_new_to_tell_is_left_alone(tmp_path: Path) -> None:
    write_vault(tmp_path, [("a.md", "1")])
    (tmp_path / "a.md").write_text("1, and mine")
    assert write_vault(tmp_path, [("a.md", "1")]).beside == {}
    assert there(tmp_path) == {"a.md": "1, and mine"}


def test_a_new_version_that_was_taken_away_comes_back_only_when_it_changes_again(tmp_path: Path) -> None:
    write_vault(tmp_path, [("a.md", "1")])
    (tmp_path / "a.md").write_text("mine")
    write_vault(tmp_path, [("a.md", "2")])
    write_vault(tmp_path, [("a.md", "2")])
    assert there(tmp_path) == {"a.md": "mine", "a (new version).md": "2"}
    (tmp_path / "a (new version).md").unlink()
    write_vault(tmp_path, [("a.md", "2")])
    assert there(tmp_path) == {"a.md": "mine"}
    write_vault(tmp_path, [("a.md", "3")])
    assert there(tmp_path) == {"a.md": "mine", "a (new version).md": "3"}


def test_a_new_version_put_in_the_place_of_the_old_note_is_the_programs_own_again(tmp_path: Path) -> None:
    write_vault(tmp_path, [("a.md", "1")])
    (tmp_path / "a.md").write_text("mine")
    write_vault(tmp_path, [("a.md", "2")])
    (tmp_path / "a (new version).md").replace(tmp_path / "a.md")
    write_vault(tmp_path, [("a.md", "3")])
    assert there(tmp_path) == {"a.md": "3"}


def test_a_note_that_is_gone_from_the_report_is_removed_unless_somebody_changed_it(tmp_path: Path) -> None:
    write_vault(tmp_path, [("a.md", "1"), ("b.md", "1"), ("c.md", "1")])
    (tmp_path / "a.md").write_text("mine")
    written = write_vault(tmp_path, [("c.md", "1")])
    assert (written.removed, written.left) == (1, ("a.md",))
    assert there(tmp_path) == {"a.md": "mine", "c.md": "1"}


def test_a_note_whose_name_changes_in_case_alone_is_there_once(tmp_path: Path) -> None:
    write_vault(tmp_path, [("Articles/Talks Fail 1.md", "1")])
    write_vault(tmp_path, [("Articles/Talks fail 1.md", "2")])
    assert there(tmp_path) == {"Articles/Talks fail 1.md": "2"}


@pytest.mark.parametrize("after", range(6))
def test_after_a_crash_the_next_run_takes_no_note_for_one_changed_by_hand(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, after: int
) -> None:
    write_vault(tmp_path, [(name, "1") for name in NAMES])
    (tmp_path / "a.md").write_text("mine")
    left, whole = [after], vault_folder.write_file

    def crashing(path: Path, content: str | bytes) -> None:
        if left[0] <= 0:
            raise KeyboardInterrupt
        left[0] -= 1
        whole(path, content)

    with monkeypatch.context() as here:
        here.setattr(vault_folder, "write_file", crashing)
        with pytest.raises(KeyboardInterrupt):
            write_vault(tmp_path, [(name, "2") for name in NAMES[:3]] + [("new.md", "2")])
    written = write_vault(tmp_path, [(name, "3") for name in NAMES[:3]])
    assert written.beside == {"a.md": "a (new version).md"}
    assert there(tmp_path) == {"a.md": "mine", "a (new version).md": "3", "b.md": "3", "Articles/c.md": "3"}


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.one_of(
            st.tuples(st.just("run"), st.dictionaries(st.sampled_from(NAMES), st.sampled_from("123"))),
            st.tuples(st.just("write"), st.sampled_from(NAMES)),
            st.tuples(st.just("remove"), st.sampled_from(NAMES)),
        ),
        max_size=12,
    )
)
def test_whatever_order_things_happen_in_no_word_of_a_person_is_lost(
    tmp_path_factory: pytest.TempPathFactory, steps: list[tuple[str, object]]
) -> None:
    folder, mine = tmp_path_factory.mktemp("vault"), {}
    for number, (what, about) in enumerate(steps):
        if what == "run":
            write_vault(folder, about.items())
            assert all(text in {*about.values(), *mine.values()} for text in there(folder).values())
            assert all(name in mine or there(folder)[name] == text for name, text in about.items())
        elif what == "write":
            (folder / about).parent.mkdir(exist_ok=True)
            (folder / about).write_text(f"mine {number}")
            mine[about] = f"mine {number}"
        else:
            (folder / about).unlink(missing_ok=True)
            mine.pop(about, None)
        assert mine.items() <= there(folder).items()


@pytest.mark.parametrize(
    "name",
    ["../out.md", "/out.md", "x/../../out.md", "..\\out.md", "C:out.md", "link/out.md", "\ud800.md", "x" * 9000, "", "."],
)
def test_a_list_that_names_files_elsewhere_removes_none_of_them(tmp_path: Path, name: str) -> None:
    vault, out = tmp_path / "vault", tmp_path / "out.md"
    vault.mkdir()
    out.write_text("1")
    (vault / "link").symlink_to(tmp_path)
    digest = vault_folder._hash(b"1")
    (vault / MANIFEST).write_text(json.dumps({"format": 1, "files": {name: [digest]}}))
    write_vault(vault, [("a.md", "1")])
    assert out.read_text() == "1"
    assert list(json.loads((vault / MANIFEST).read_text())["files"]) == ["a.md"]


@pytest.mark.parametrize("text", ["", "[]", '{"files": 1}', '{"files": {"a.md": 1}}', "[" * 100_000, "\0" * 70_000_000])
def test_a_damaged_list_is_told_and_nothing_is_written(tmp_path: Path, text: str) -> None:
    (tmp_path / MANIFEST).write_text(text)
    with pytest.raises(ConfigError, match="is damaged; name another folder"):
        write_vault(tmp_path, [("a.md", "1")])
    assert there(tmp_path) == {}


def test_folders_that_lead_elsewhere_are_not_written_into(tmp_path: Path) -> None:
    vault, other = tmp_path / "vault", tmp_path / "other"
    vault.mkdir()
    other.mkdir()
    (vault / "Articles").symlink_to(other)
    with pytest.raises(ConfigError, match="Articles: is a link to elsewhere"):
        write_vault(vault, [("Articles/a.md", "1")])
    (tmp_path / "story").symlink_to(other)
    with pytest.raises(ConfigError, match="story: is a link to elsewhere"):
        check_vault(tmp_path / "story")
    assert list(other.iterdir()) == []


def test_a_note_that_somebody_made_a_link_is_not_written_through(tmp_path: Path) -> None:
    write_vault(tmp_path, [("a.md", "1")])
    (tmp_path / "mine.txt").write_text("mine")
    (tmp_path / "a.md").unlink()
    (tmp_path / "a.md").symlink_to(tmp_path / "mine.txt")
    write_vault(tmp_path, [("a.md", "2")])
    assert (tmp_path / "mine.txt").read_text() == "mine"
    assert (tmp_path / "a (new version).md").read_text() == "2"


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="nothing is closed to root")
def test_a_folder_that_cannot_be_written_to_is_told(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    with pytest.raises(StoreError, match="cannot be written to"):
        check_vault(tmp_path / "story")


def test_a_vault_that_is_a_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "story").write_text("")
    with pytest.raises(StoreError, match="is a file; name a folder"):
        check_vault(tmp_path / "story")
