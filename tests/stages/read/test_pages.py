"""Saved pages of many layouts: no paragraph of the article is lost, and nothing else is taken for the report."""

import pytest

from accordingto.pipeline import read_document
from tests.pages.layouts import make_pages
from tests.pages.measuring import attributed_boilerplate, read_page, score_page

PAGES = {saved.name: saved for saved in make_pages()}


def test_there_are_twenty_layouts_and_more():
    """As many as were asked for, each by its own name."""
    assert len(PAGES) >= 20


@pytest.mark.parametrize("name", PAGES)
def test_a_page_yields_its_article_and_nothing_else(name):
    """Every paragraph once, no boilerplate outside marked stretches, and what the page says of itself."""
    score = score_page(PAGES[name], read_page(PAGES[name]))
    assert (score.lost, score.doubled, score.read, score.wrong) == ((), (), (), ())


@pytest.mark.slow
def test_no_boilerplate_is_attributed():
    """In all of them; narration included."""
    assert [attributed_boilerplate(each, read_document(read_page(each))) for each in PAGES.values()] == [[]] * len(
        PAGES
    )
