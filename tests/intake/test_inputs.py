"""Files and folders in, documents and refusals out."""

import os

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accordingto.errors import InputRefused
from accordingto.intake import files, read_inputs
from accordingto.intake.names import show_name
from accordingto.model.document import Document

STORY = "Rebels left the town of Orlec on Monday, officials said."


def _read(*paths):
    found = list(read_inputs(paths))
    documents = [each for each in found if isinstance(each, Document)]
    return documents, [str(each) for each in found if isinstance(each, InputRefused)]


def test_a_folder_is_read_whole_and_in_the_order_of_its_names(tmp_path):
    """Folders within folders are read too; hidden files are not."""
    (tmp_path / "b").mkdir()
    for name in ("c.txt", "b/a.txt", ".hidden.txt", "a.txt"):
        (tmp_path / name).write_text(f"{name}: {STORY}")
    documents, refused = _read(tmp_path)
    assert [each.uri for each in documents] == ["a.txt", "b/a.txt", "c.txt"]
    assert refused == []


def test_the_place_of_the_folder_changes_nothing(tmp_path):
    """The same folder elsewhere gives the same ids, so no path of the machine is in a ledger."""
    ids = []
    for place in ("here", "there"):
        (tmp_path / place).mkdir()
        (tmp_path / place / "a.txt").write_text(STORY)
        ids.append([each.id for each in _read(tmp_path / place)[0]])
    assert ids[0] == ids[1]


def test_a_document_in_two_inputs_comes_once(tmp_path):
    """Naming a file and its folder does not make two documents of it."""
    (tmp_path / "a.txt").write_text(STORY)
    assert len(_read(tmp_path, tmp_path / "a.txt")[0]) == 1


def test_the_table_beside_the_files_says_what_is_known_of_them(tmp_path):
    """Publisher, title, address, author and day come from documents.jsonl."""
    (tmp_path / "a.txt").write_text(STORY)
    (tmp_path / "documents.jsonl").write_text(
        '{"file": "a.txt", "publisher": "Orlec Times", "url": "https://orlec.example/a", "title": "Rebels leave",'
        ' "author": "Dana Ostrel", "published": "2019-04-02"}\n'
    )
    (document,), refused = _read(tmp_path)
    assert (document.outlet, document.title, document.author) == ("Orlec Times", "Rebels leave", "Dana Ostrel")
    assert document.url == "https://orlec.example/a"
    assert document.published.date.start.isoformat() == "2019-04-02"
    assert document.published.basis == "given"
    assert refused == []


@pytest.mark.parametrize(
    ("line", "complaint"),
    [
        ("{not json", "line 1: this is not JSON"),
        ("[1]", "line 1: there is no file in it"),
        ('{"publisher": "Orlec Times"}', "line 1: there is no file in it"),
        ('{"file": "missing.txt"}', "there is no file missing.txt"),
        ('{"file": "../elsewhere.txt"}', "there is no file ../elsewhere.txt"),
        ('{"file": "a.txt", "published": "last week"}', "published is no date: last week"),
        ('{"file": "a.txt", "published": "2019-02-30"}', "published is no date"),
        ('{"file": "a.txt", "published": "3025-06-05"}', "published is no date: 3025-06-05"),
        ('{"file": "a.txt", "title": 7}', "title is not a text"),
    ],
)
def test_a_bad_line_of_the_table_costs_only_itself(tmp_path, line, complaint):
    """Each unusable line is one refusal that names it; the files are read all the same."""
    (tmp_path / "a.txt").write_text(STORY)
    (tmp_path / "documents.jsonl").write_text(line + "\n")
    documents, refused = _read(tmp_path)
    assert [each.uri for each in documents] == ["a.txt"]
    assert len(refused) == 1
    assert complaint in refused[0]


@pytest.mark.parametrize(
    ("name", "data", "complaint"),
    [
        ("empty.txt", b"", "the file is empty"),
        ("blank.txt", b" \n\t\n", "the file is empty"),
        ("picture.txt", bytes(range(256)) * 20, "is not text"),
        ("broken.txt", b"\xff\xfeR\x00e\x00b\xd8", "does not go on so"),
        ("page.html", b"<html><body></body></html>", "no article was found"),
        ("sheet.xlsx", b"PK", "files of this kind are not read"),
        ("empty.jsonl", b"", "the file is empty; write one object a line"),
        ("blank.jsonl", b"\xef\xbb\xbf\n \n", "the file is empty"),
        ("number.jsonl", b'{"text": 5}', "line 1: there is no text in it; put the article's text in the field"),
        ("list.jsonl", b'{"text": ["We", "left"]}', "line 1: there is no text in it"),
        ("later.jsonl", b'{"text": "We left Orlec.", "date": "3025-01-01"}', "line 1: published is no date"),
    ],
)
def test_what_cannot_be_read_is_refused_by_name_with_a_remedy(tmp_path, name, data, complaint):
    """One line says which input, what is wrong and what to do; the others go on."""
    (tmp_path / name).write_bytes(data)
    (tmp_path / "z.txt").write_text(STORY)
    documents, (refused,) = _read(tmp_path)
    assert [each.uri for each in documents] == ["z.txt"]
    assert f"{tmp_path.name}/{name}" in refused
    assert complaint in refused
    assert "; " in refused
    assert "\n" not in refused


def test_a_file_beyond_the_limit_is_not_even_opened(tmp_path, monkeypatch):
    """Fifty megabytes of one line cost neither memory nor time."""
    monkeypatch.setattr(files, "LARGEST_FILE", 1000)
    (tmp_path / "big.txt").write_text("x" * 1001)
    assert "20 MB is the most" in _read(tmp_path)[1][0]


def test_an_input_that_is_not_there_is_refused(tmp_path):
    """A misspelt path is named as the user wrote it."""
    assert _read(tmp_path / "nothing")[1] == [f"{tmp_path}/nothing: there is no such file or folder; check the path"]


def test_an_empty_folder_is_refused(tmp_path):
    """A folder with nothing to read is a mistake worth a line."""
    assert "there is no file in the folder" in _read(tmp_path)[1][0]


def test_a_loop_of_links_ends(tmp_path):
    """A link to the folder it stands in is followed no further."""
    (tmp_path / "a.txt").write_text(STORY)
    (tmp_path / "loop").symlink_to(tmp_path)
    (tmp_path / "dangling.txt").symlink_to(tmp_path / "nowhere")
    documents, refused = _read(tmp_path)
    assert [each.uri for each in documents] == ["a.txt"]
    assert "dangling.txt" in refused[0]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_an_unreadable_folder_is_refused(tmp_path):
    """Missing permission is said, and the rest is read."""
    (tmp_path / "locked").mkdir(mode=0)
    (tmp_path / "a.txt").write_text(STORY)
    documents, refused = _read(tmp_path)
    assert len(documents) == 1
    assert "cannot be opened" in refused[0]


def test_a_folder_that_cannot_be_listed_is_refused(tmp_path, monkeypatch):
    """The same without the help of the file system, for those who run as root."""
    (tmp_path / "locked").mkdir()
    (tmp_path / "a.txt").write_text(STORY)
    listing = type(tmp_path).iterdir

    def iterdir(path):
        if path.name == "locked":
            raise PermissionError(13, "Permission denied")
        return listing(path)

    monkeypatch.setattr(type(tmp_path), "iterdir", iterdir)
    documents, refused = _read(tmp_path)
    assert len(documents) == 1
    assert refused == [
        f"{tmp_path.name}/locked: the folder cannot be opened (Permission denied); check its permissions"
    ]


def test_a_name_cannot_steer_the_terminal(tmp_path):
    """Escapes and broken encodings in a file name are shown, not sent."""
    (tmp_path / "a\x1b[31m.txt").write_bytes(b"")
    (refused,) = _read(tmp_path)[1]
    assert "\x1b" not in refused
    assert r"a\x1b[31m.txt" in refused


@given(st.text(max_size=30))
def test_a_shown_name_is_printable(name):
    """Whatever a name holds, it is shown in one line of printable characters."""
    assert show_name(name.replace("\0", "")).isprintable()


def test_surrogates_of_a_broken_name_can_be_written():
    """A name that is not UTF-8 can still go into a ledger and a message."""
    assert show_name(os.fsdecode(b"caf\xe9.txt")).encode("utf-8") == rb"caf\xe9.txt"


def test_two_lines_that_say_different_things_of_one_file(tmp_path):
    """The first stands and the second is named; the same line twice is no matter."""
    (tmp_path / "a.txt").write_text("Nine men died in Orvel, the army said.", encoding="utf-8")
    lines = [f'{{"file": "a.txt", "publisher": "{name}"}}' for name in ("Post", "Post", "Courier")]
    (tmp_path / "documents.jsonl").write_text("\n".join(lines), encoding="utf-8")
    refused, document = read_inputs([tmp_path])
    assert isinstance(document, Document)
    assert document.outlet == "Post"
    assert "line 3: line 1 says something else of a.txt; keep one" in str(refused)
