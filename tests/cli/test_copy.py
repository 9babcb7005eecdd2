"""LEDGER may be an address: what was copied to a server is shown, exported and proved there as in the file."""

import pytest

from accordingto.custody import sources_of
from accordingto.model.custody import Capture, Channel
from accordingto.store import open_store
from tests.harbour import DOCUMENTS


def test_a_ledger_is_the_same_on_a_server(run, ledger, database):
    """Copy, export, show and stories take the address."""
    done = run("copy", ledger, database)
    assert (done.exit_code, done.stderr) == (0, "")
    assert f"{len(DOCUMENTS)} documents" in done.stdout
    for command in (("export", "--format", "json"), ("show",), ("stories",), ("review", "list"), ("actors",)):
        name, *options = command
        here, there = (run(name, *options, place) for place in (ledger, database))
        assert (there.exit_code, there.stdout) == (here.exit_code, here.stdout), command


def test_a_slip_writes_over_nothing(run, ledger, database):
    """Exit status 2 and the remedy, until --replace is said."""
    assert run("copy", ledger, database).exit_code == 0
    again = run("copy", ledger, database)
    assert (again.exit_code, again.stdout) == (2, "")
    assert "write over it with --replace" in again.stderr
    assert run("copy", ledger, database, "--replace").exit_code == 0


@pytest.mark.parametrize("is_there", [True, False])
def test_the_bytes_of_documents_are_carried_along(run, ledger, tmp_path, is_there):
    """Those that are gone are named, and the copy is made without them."""
    digest = sources_of(ledger).keep(b"the page")
    capture = Capture(
        DOCUMENTS[0].id, digest, 8, "text", Channel.ADDRESS, "https://wire.example", "77", "v1", kept=True
    )
    with open_store(ledger).writer() as writer:
        writer.add_captures([capture])
    if not is_there:
        sources_of(ledger).place(digest).unlink()
    target = tmp_path / "copy.ledger"
    done = run("copy", ledger, target)
    assert done.exit_code == (0 if is_there else 1)
    assert (digest in done.stderr) is not is_there
    assert sources_of(target).place(digest).exists() is is_there


def test_a_copy_that_fails_leaves_no_bytes(run, ledger, tmp_path):
    """Nothing lies in the folder of the target that no ledger points at."""
    digest = sources_of(ledger).keep(b"the page")
    capture = Capture(
        DOCUMENTS[0].id, digest, 8, "text", Channel.ADDRESS, "https://wire.example", "77", "v1", kept=True
    )
    with open_store(ledger).writer() as writer:
        writer.add_captures([capture])
    target = tmp_path / "notes.txt"
    target.write_text("not a ledger " * 100)
    assert run("copy", ledger, target).exit_code == 2
    assert not sources_of(target).path.exists()
