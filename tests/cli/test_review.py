"""Reviews from the terminal: shown before they are saved, listed, taken back, refused with one line."""

import re

import pytest

from accordingto.cli import main
from accordingto.store import SqlStore
from tests.harbour import make_findings


@pytest.fixture
def ledger(tmp_path):
    """A ledger made by hand."""
    path = tmp_path / "raid.ledger"
    with SqlStore(path).writer() as writer:
        writer.save(make_findings())
    return path


@pytest.fixture
def run(ledger, capsys):
    """Runs a command of ``review`` on the ledger: status, output, complaint."""

    def run(command, *arguments):
        with pytest.raises(SystemExit) as left:
            main(["review", command, str(ledger), *arguments])
        return left.value.code, *capsys.readouterr()

    return run


def first_claim(run):
    """The claim that the queue begins with."""
    return re.findall(r"claim-\w+", run("queue")[1])[0]


def test_the_queue_names_claims_with_their_words(run):
    """Each with how sure it is and why, and how many are left."""
    status, out, _ = run("queue", "--limit", "1")
    assert status == 0
    assert "contested" in out
    assert re.search(r"1 of \d+ that nobody looked at", out)


def test_a_dry_run_saves_nothing(run):
    """The effect is shown; the list of reviews stays empty."""
    status, out, _ = run("withdraw", first_claim(run), "--because", "another raid", "--dry-run")
    assert status == 0
    assert "How many were killed?" in out
    assert "no reviews yet" in run("list")[1]


def test_a_review_is_listed_with_its_person_and_taken_back(run):
    """Both lines stay on record."""
    claim = first_claim(run)
    run("correct", claim, "--value", "at least 12", "--because", "misread", "--by", "Ada")
    assert "Ada: killed: corrected to at least 12" in run("list")[1]
    assert run("undo", "1", "--by", "Bo")[0] == 0
    listed = run("list")[1]
    assert "Bo: takes review 1 back" in listed
    assert "(no longer counts)" in listed


@pytest.mark.parametrize(
    ("command", "arguments", "why"),
    [
        ("withdraw", ["claim-0"], "no claim claim-0"),
        ("join", ["evt-0", "evt-1"], "no event evt-0"),
        ("derive", ["nowhere.txt", "wire.txt"], "no document is called 'nowhere.txt'"),
        ("strike", ["wire.txt", "radio.txt"], "nothing to strike"),
        ("undo", ["7"], "no review 7"),
    ],
)
def test_what_names_nothing_is_refused_with_the_remedy(run, command, arguments, why):
    """Status 2 and one line; nothing is saved."""
    status, _, complaint = run(command, *arguments, "--because", "so")
    assert status == 2
    assert why in complaint
    assert "no reviews yet" in run("list")[1]


def test_words_of_a_reviewer_cannot_steer_the_terminal(run):
    """Escape sequences in a reason are shown, not sent."""
    run("accept", first_claim(run), "--because", "\x1b[31mred", "--by", "Ada\x1b]0;x\x07")
    assert "\x1b" not in run("list")[1]


def test_reviews_are_exported_and_imported(run, ledger, tmp_path):
    """Into a ledger that knows them nothing is added; what is no such file is refused with its name."""
    file = tmp_path / "reviews.jsonl"
    run("withdraw", first_claim(run), "--because", "another raid", "--by", "Ada")
    assert run("export", "-o", str(file))[0] == 0
    assert run("import", str(file))[1] == "0 added; 1 known already\n"
    status, _, complaint = run("import", str(ledger))
    assert status == 2
    assert "raid.ledger" in complaint
