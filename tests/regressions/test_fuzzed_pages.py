"""Pages that fuzzing had made up."""

import pytest

from accordingto.stages.read import Known, read_bytes

PAGE = "<html><body><article><div>{}<br><br>The army denied it. Nobody had seen it.</div></article></body></html>"


@pytest.mark.parametrize("control", ["\x01", "&#1;", "&#x1b;", "&#xFFFF;", "&#31"])
def test_a_character_that_no_page_may_hold(control):
    """ValueError where a paragraph is split at its line breaks: lxml moves no such text. It is left out."""
    page = PAGE.format(f"Nine soldiers died in Orlec{control} on Monday, residents said.")
    document = read_bytes(page.encode(), Known("a.html", "a.html"), form="html")
    assert "died in Orlec on Monday" in document.text
