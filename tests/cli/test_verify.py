"""``verify`` finds whatever was altered, and says of the rest that it is as it was read."""

import sqlite3

import pytest

from tests.archives import make_record, make_warc


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """A ledger of one page out of an archive, with its bytes beside it: built once, copied by each test."""
    from click.testing import CliRunner

    from accordingto.cli import main

    folder = tmp_path_factory.mktemp("custody")
    (folder / "crawl.warc.gz").write_bytes(make_warc(make_record()))
    result = CliRunner().invoke(main, ["build", str(folder / "crawl.warc.gz"), "-o", str(folder / "raid.ledger")])
    assert result.exit_code == 0, result.stderr
    return folder


@pytest.fixture
def custody(made, tmp_path):
    """A copy of that ledger, to be altered."""
    import shutil

    shutil.copytree(made, tmp_path / "copy")
    return tmp_path / "copy" / "raid.ledger"


def _alter(ledger, statement):
    with sqlite3.connect(ledger) as connection:
        connection.execute(statement)
    connection.close()


def _seal(result):
    return result.stdout.rpartition("seal ")[2].strip()


def test_an_untouched_ledger_is_proved(run, custody):
    """Document, source and spans; the seal fits."""
    first = run("verify", custody)
    assert (first.exit_code, first.stderr) == (0, "")
    assert "everything is as it was read" in first.stdout
    assert "1 were read again" in first.stdout
    assert run("verify", custody, "--seal", _seal(first)).exit_code == 0


@pytest.mark.parametrize(
    ("statement", "complaint"),
    [
        ("UPDATE documents SET text = replace(text, 'Nine', 'Five')", "was changed after it was read"),
        ("UPDATE documents SET url = 'https://daspur.example/'", "was changed after it was read"),
        ("UPDATE attribution_spans SET ends = ends - 4 WHERE part = 'content'", "was changed after it was read"),
        ("UPDATE attribution_spans SET ends = ends + 9999", "points at words that are not there"),
        ("UPDATE attributions SET stance = 'denies'", "was changed after it was read"),
        ("UPDATE claims SET number_low = 99, number_high = 99", "was changed after it was made"),
        ("UPDATE mentions SET begins = begins + 1", "no longer says"),
        ("UPDATE captures SET text_digest = digest", "is not the one that was read"),
    ],
)
def test_an_altered_line_is_found(run, custody, statement, complaint):
    """Whatever somebody writes into the file."""
    _alter(custody, statement)
    result = run("verify", custody)
    assert result.exit_code == 1
    assert complaint in result.stderr


def test_altered_and_lost_bytes_are_found(run, custody):
    """By their digest."""
    (source,) = [each for each in custody.with_name("raid.ledger.sources").rglob("*") if each.is_file()]
    source.write_bytes(source.read_bytes().replace(b"Nine", b"Five"))
    assert "were changed" in run("verify", custody).stderr
    source.unlink()
    result = run("verify", custody)
    assert result.exit_code == 1
    assert "are gone" in result.stderr


def test_a_forger_who_makes_everything_fit_is_found_by_the_bytes_or_the_seal(run, custody):
    """A claim taken away leaves no wrong id behind; the seal tells."""
    seal = _seal(run("verify", custody))
    _alter(custody, "DELETE FROM answer_claims")
    _alter(custody, "DELETE FROM claims")
    result = run("verify", custody, "--seal", seal)
    assert result.exit_code == 1
    assert "the seal is another one" in result.stderr


def test_bytes_are_kept_as_asked(run, custody, tmp_path):
    """Of files only when asked for; of archives unless forbidden; none when nothing was built."""
    (tmp_path / "a.txt").write_text("Nine soldiers were killed in Orlec, the army said.")
    run("build", tmp_path / "a.txt", "-o", tmp_path / "a.ledger")
    assert not (tmp_path / "a.ledger.sources").exists()
    run("build", tmp_path / "a.txt", "-o", tmp_path / "b.ledger", "--keep-sources")
    assert (tmp_path / "b.ledger.sources").exists()
    run("build", custody.with_name("crawl.warc.gz"), "-o", tmp_path / "c.ledger", "--no-keep-sources")
    assert not (tmp_path / "c.ledger.sources").exists()
    result = run("build", custody.with_name("crawl.warc.gz"), "-o", tmp_path, "--keep-sources")
    assert result.exit_code == 2
    assert not tmp_path.with_name(tmp_path.name + ".sources").exists()


def test_sources_among_the_reports_are_no_input(run, custody):
    """A ledger and its bytes may lie in the folder that is read."""
    result = run("build", custody.parent, "-o", custody)
    assert (result.exit_code, result.stderr) == (0, "")
    assert "0 read now, 1 read before" in result.stdout
