"""The pages of a story that is given beside the repository; skipped where it is missing."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from accordingto.cli import main
from accordingto.store import SqlStore
from tests.web.conftest import served
from tests.web.test_browser import Watched

GIVEN = Path(__file__).parents[3] / "shared" / "stories" / "belgorod" / "documents"


@pytest.mark.slow
def test_every_page_of_a_given_story(chromium, tmp_path):
    """Every question, document, event and actor: no fault, and nothing for axe-core to find on the questions."""
    if not GIVEN.is_dir():
        pytest.skip("the given stories are not beside the repository")
    path = tmp_path / "given.ledger"
    CliRunner().invoke(main, ["build", str(GIVEN), "-o", str(path)])
    with SqlStore(path).view() as view:
        found = view.findings()
    paths = [
        "/",
        *(f"/question/{each.id}" for each in found.questions),
        *(f"/document/{each.document.id}" for each in found.readings),
        *(f"/event/{each.id}" for each in found.events[:5]),
        *(f"/actor/{each.id}" for each in found.resolution.actors[:5]),
    ]
    with served(path) as address:
        window = Watched(chromium.new_context(), address)
        window.page.add_init_script(path=Path(__file__).parent / "vendor" / "axe-core" / "axe.min.js")
        for each in paths:
            window.open(each)
            assert window.wrong == [], each
            assert not window.is_too_wide(), each
        window.open(paths[1])
        assert window.violations() == []
