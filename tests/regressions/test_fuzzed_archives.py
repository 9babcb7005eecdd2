"""Archives and feeds that fuzzing had made up."""

import zipfile

import pytest

from accordingto.intake import read_inputs
from accordingto.intake.names import show_name
from accordingto.model.document import Document


@pytest.mark.parametrize("half", ["\ud800", "a\udfff.txt", "\udcff\ud800"])
def test_half_a_character_can_be_shown(half):
    """UnicodeEncodeError where the line about an input was written."""
    shown = show_name(half)
    assert shown.isprintable()
    assert shown.encode("utf-8")


def test_half_a_character_in_what_is_named(tmp_path):
    """In the text of a line of JSON, in its address and in what is wrong with it."""
    line = '{"text": "Nine died.", "url": "https://orlec.example/\\ud800", "id": "\\ud800", "date": "\\ud800"}\n'
    (tmp_path / "a.jsonl").write_text(line + line.replace('"date": "\\ud800"', '"x": 1'), encoding="utf-8")
    refused, document = read_inputs([tmp_path / "a.jsonl"])
    assert isinstance(document, Document)
    assert "published is no date" in str(refused)
    assert (document.text, document.uri.isascii()) == ("Nine died.", True)
    str(refused).encode("utf-8")


def test_a_file_without_a_name_in_a_zip(tmp_path):
    """IndexError where it was asked whether it is a folder."""
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as file:
        nameless = zipfile.ZipInfo("a")
        nameless.filename = ""
        with file.open(nameless, "w") as sink:
            sink.write(b"Two died.")
        file.writestr("b.txt", "Nine died.")
    refused, document = read_inputs([tmp_path / "a.zip"])
    assert "its path leads out of the zip file" in str(refused)
    assert isinstance(document, Document)
    assert document.text == "Nine died."
