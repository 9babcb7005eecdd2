"""Commands run in the test's own process, and folders of invented reports."""

import pytest
from click.testing import CliRunner

from accordingto.cli import main
from accordingto.store import SqlStore
from tests.harbour import make_findings

REPORTS = {
    "wire.txt": "Fighters of the Dawn Front raided Orlec on Monday, killing nine soldiers, the Marish army said.\n",
    "radio.txt": "The Dawn Front said that it had killed more than 30 soldiers in Orlec. The army denied this.\n",
}


@pytest.fixture
def run():
    """Run a command: the result has exit_code, stdout and stderr."""

    def run_command(*arguments, environment=None, given=None):
        environment = {"ACCORDINGTO_BUSY_SECONDS": "0.1", "ACCORDINGTO_TRACEBACK": ""} | (environment or {})
        return CliRunner().invoke(main, [str(each) for each in arguments], env=environment, input=given)

    return run_command


@pytest.fixture
def reports(tmp_path):
    """A folder with two short reports."""
    folder = tmp_path / "reports"
    folder.mkdir()
    for name, text in REPORTS.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def ledger(tmp_path):
    """A ledger with the story that is made by hand."""
    path = tmp_path / "raid.ledger"
    with SqlStore(path).writer() as writer:
        writer.save(make_findings())
    return path
