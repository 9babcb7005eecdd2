"""``actors`` lists, explains and overrules; what cannot be taken is refused in one line and nothing changes."""

import json
import shutil
import sqlite3
import subprocess
import sys

import pytest
from click.testing import CliRunner

from accordingto.cli import clock, main
from accordingto.store import SqlStore

TEXTS = {
    "wire.txt": "Tor Osrin, commander of the Dawn Front, said on Monday that his men had left Orlec.\n\n"
    "The Marish Relief Committee (MRC) said that nine people died in the raid on Orlec. MRC doctors treated thirty.\n",
    "radio.txt": '"We hold the bridge," said Lena Vask, a spokeswoman for the Marish Relief Committee.\n\n'
    "The Dawn Front denied this. The Northern Defence League killed nine soldiers in Orlec, the Dawn Front said.\n",
    "gazette.txt": "Tor Osrin said on Tuesday that the town was quiet. Elena Vask denied that anyone had died.\n",
}


def call(*arguments):
    """A command in this process."""
    return CliRunner().invoke(main, [str(each) for each in arguments], env={"ACCORDINGTO_TRACEBACK": ""})


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    """The three reports, read once."""
    folder = tmp_path_factory.mktemp("actors")
    for name, text in TEXTS.items():
        (folder / name).write_text(text, encoding="utf-8")
    ledger = folder / "raid.ledger"
    assert call("build", *(folder / name for name in TEXTS), "-o", ledger).exit_code == 0
    return ledger


@pytest.fixture
def ledger(built, tmp_path, monkeypatch):
    """A copy that a test may change, and a clock that goes on by a minute."""
    minutes = iter(range(60))
    monkeypatch.setattr(clock, "read_clock", lambda: f"2031-05-14T09:{next(minutes):02}:00Z")
    return shutil.copy(built, tmp_path / "raid.ledger")


def merge(ledger, one, other, *more):
    """A merge with a reason and a person."""
    return call("actors", "merge", ledger, one, other, "--by", "ada", "--because", "one voice", *more)


def split(ledger, one, other):
    """A split with a reason and a person."""
    return call("actors", "split", ledger, one, other, "--by", "bo", "--because", "two voices")


def look(ledger):
    """The findings and the persons' judgements."""
    with SqlStore(ledger).view() as view:
        return view.findings(), view.judgements()


def owners(ledger, *names):
    """Ids of the actors that bear these names."""
    return {actor.id for actor in look(ledger)[0].resolution.actors if set(names) & set(actor.names)}


def attributions(ledger):
    """Ids of all attributions."""
    return {line.id for reading in look(ledger)[0].readings for line in reading.attributions}


def test_a_ledger_alone_lists_its_actors(ledger):
    """Those in most documents first, with id, kind and other names."""
    result = call("actors", ledger)
    assert result.exit_code == 0
    assert "Dawn Front" in result.stdout
    assert "also MRC" in result.stdout
    assert call("actors", "list", ledger).stdout == result.stdout


def test_a_name_explains_why_its_names_are_one(ledger):
    """The judgements with score, reason, rule and the words in the documents."""
    result = call("actors", ledger, "tor osrin")
    assert "Why these are one" in result.stdout
    assert "1.00 'Tor Osrin' and 'Tor Osrin' share a name (resolve.equal-name.v1)" in " ".join(result.stdout.split())
    assert "left Orlec" in result.stdout


def test_a_name_that_nobody_has_is_answered_with_close_ones(ledger):
    """Status 0, as 'show' does."""
    result = call("actors", ledger, "Tor Osrim")
    assert (result.exit_code, result.stdout) == (0, "")
    assert "did you mean: Tor Osrin" in result.stderr


def test_a_person_merges_and_takes_it_back(ledger):
    """Two become one and two again; every attribution keeps its id, and both lines stay on record."""
    before = attributions(ledger)
    assert len(owners(ledger, "Lena Vask", "Elena Vask")) == 2
    merged = merge(ledger, "Lena Vask", "Elena Vask")
    assert (merged.exit_code, merged.stderr) == (0, "")
    assert len(owners(ledger, "Lena Vask", "Elena Vask")) == 1
    assert attributions(ledger) == before
    assert "one voice (person:ada, 2031-05-14T09:00:00Z)" in " ".join(
        call("actors", ledger, "Lena Vask").stdout.split()
    )
    assert call("actors", "undo", ledger, 1, "--by", "bo").exit_code == 0
    assert len(owners(ledger, "Lena Vask", "Elena Vask")) == 2
    assert attributions(ledger) == before
    assert [each.verdict.value for each in look(ledger)[1]] == ["same", "unsure"]
    assert "(no longer counts)" in call("actors", "judgements", ledger).stdout


def test_a_person_splits_what_a_rule_joined(ledger):
    """One name of two documents is two, and stays so when the ledger gets more documents."""
    assert len(owners(ledger, "Tor Osrin")) == 1
    uris = sorted(r.document.uri for r in look(ledger)[0].readings if "Tor Osrin" in r.document.text)
    assert split(ledger, *(f"Tor Osrin@{uri}" for uri in uris)).exit_code == 0
    assert len(owners(ledger, "Tor Osrin")) == 2
    more = ledger.parent / "more.txt"
    more.write_text("The Dawn Front said that it was quiet in Orlec.\n", encoding="utf-8")
    assert call("build", more, "-o", ledger).exit_code == 0
    assert len(owners(ledger, "Tor Osrin")) == 2


def test_a_person_splits_what_one_document_holds_together(ledger):
    """A name and its acronym are two; taken back, the ledger is what it was, to the byte of its export."""
    before = call("export", ledger, "--format", "json").stdout
    assert "'MRC' in brackets" in call("actors", ledger, "MRC").stdout
    assert split(ledger, "MRC", "Marish Relief Committee").exit_code == 0
    assert len(owners(ledger, "MRC", "Marish Relief Committee")) == 2
    assert call("actors", "undo", ledger, 1, "--by", "bo").exit_code == 0
    assert "No longer counts" in call("actors", ledger, "MRC").stdout
    assert call("export", ledger, "--format", "json").stdout == before


def test_a_person_splits_two_names_in_every_document_that_holds_them_together(ledger, tmp_path):
    """Where each document has both names, the split is written for each: neither keeps the two together."""
    more = tmp_path / "post.txt"
    text = "The Marish Relief Committee (MRC) said on Friday that its doctors were safe. The MRC thanked them.\n"
    more.write_text(text, encoding="utf-8")
    assert call("build", more, "-o", ledger).exit_code == 0
    assert split(ledger, "Marish Relief Committee", "MRC").exit_code == 0
    assert not owners(ledger, "Marish Relief Committee") & owners(ledger, "MRC")


def test_judgements_go_with_a_document_whose_address_is_found_later(ledger, tmp_path):
    """With an address it has another id; what was said of its actors still counts, and is not said twice."""
    merge(ledger, "Lena Vask", "Elena Vask")
    (tmp_path / "radio.txt").write_text(TEXTS["radio.txt"], encoding="utf-8")
    line = {"file": "radio.txt", "url": "https://radio.example/1", "publisher": "Radio Halvik"}
    (tmp_path / "documents.jsonl").write_text(json.dumps(line), encoding="utf-8")
    for _ in range(2):
        assert call("build", tmp_path, "-o", ledger).exit_code == 0
        assert len(look(ledger)[0].readings) == 3
        assert len(owners(ledger, "Lena Vask", "Elena Vask")) == 1
        assert [each.trace.note for each in look(ledger)[1]] == ["", "moved with its document"]
    assert "take back judgement 2 instead" in call("actors", "undo", ledger, 1, "--by", "bo").stderr
    assert call("actors", "undo", ledger, 2, "--by", "bo").exit_code == 0
    assert len(owners(ledger, "Lena Vask", "Elena Vask")) == 2


def test_two_that_are_two_can_be_kept_apart(ledger):
    """'different' is a judgement even where no rule joined them; nobody merges them then."""
    assert split(ledger, "Lena Vask", "Elena Vask").exit_code == 0
    refused = merge(ledger, "Lena Vask", "Elena Vask")
    assert refused.exit_code == 2
    assert "judgement 1: bo judged on 2031-05-14" in refused.stderr
    assert "actors undo LEDGER 1" in refused.stderr
    assert "already" in split(ledger, "Lena Vask", "Elena Vask").stderr


def test_a_chain_of_merges_is_not_contradicted(ledger):
    """A split of what persons joined names the judgements that joined it."""
    merge(ledger, "Lena Vask", "Elena Vask")
    merge(ledger, "Elena Vask", "Tor Osrin")
    refused = split(ledger, "Lena Vask", "Tor Osrin")
    assert refused.exit_code == 2
    assert "are the same" in refused.stderr


@pytest.mark.parametrize(
    ("one", "other", "reason"),
    [
        ("Tor Osrin", "Dawn Front", "a person is merged with persons only"),
        ("Tor Osrin", "Orlec", "'Orlec' is a place in this ledger"),
        ("Tor Osrin", "Tor Osrim", "nobody in this ledger is called 'Tor Osrim'; did you mean: Tor Osrin"),
        ("MRC", "Marish Relief Committee", "one actor already"),
        ("Tor Osrin", "", "nobody in this ledger is called ''"),
        ("Tor Osrin", "Tor Osrin@gone.txt", "nobody in this ledger is called"),
    ],
)
def test_a_merge_that_makes_no_sense_is_refused(ledger, one, other, reason):
    """One line, status 2, and the ledger is what it was."""
    before = look(ledger)
    result = merge(ledger, one, other)
    assert result.exit_code == 2
    [line] = result.stderr.splitlines()
    assert reason in line
    assert look(ledger) == before


def test_outlets_that_no_document_names_can_be_merged(ledger, tmp_path):
    """They are known from metadata alone; undone, they are two again."""
    names = ("Harbour Wire", "Halvik Gazette")
    told = [{"file": f"{number}.txt", "publisher": name} for number, name in enumerate(names)]
    for each in told:
        (tmp_path / each["file"]).write_text(f"The Dawn Front denied this {each['file'][0]} times.\n", encoding="utf-8")
    (tmp_path / "documents.jsonl").write_text("\n".join(json.dumps(each) for each in told), encoding="utf-8")
    assert call("build", tmp_path, "-o", ledger).exit_code == 0
    assert len(owners(ledger, *names)) == 2
    assert merge(ledger, *names).exit_code == 0
    assert len(owners(ledger, *names)) == 1
    assert call("actors", "undo", ledger, 1, "--by", "bo").exit_code == 0
    assert len(owners(ledger, *names)) == 2


def test_a_reason_of_odd_bytes_is_kept_as_far_as_it_is_text(ledger):
    """A command line may hold anything; the ledger holds text on one line."""
    result = call(
        "actors", "merge", ledger, "Lena Vask", "Elena Vask", "--by", "a\udcffda", "--because", "one\nvoice \x1b"
    )
    assert result.exit_code == 0
    [judgement] = look(ledger)[1]
    assert (judgement.trace.rule, judgement.reasons) == ("person:a?da", ("one voice \x1b",))
    assert "\x1b" not in call("actors", "judgements", ledger).stdout


def test_a_line_that_another_program_spoilt_is_named(ledger):
    """The ledger says which line; nothing is guessed."""
    with sqlite3.connect(ledger) as connection:
        connection.execute(
            "INSERT INTO judgements (left_key, right_key, verdict, score, reasons, rule, made)"
            " VALUES ('a', 'b', 'maybe', 1, '[]', 'person:x', '2031')"
        )
    connection.close()
    result = call("actors", ledger)
    assert result.exit_code == 2
    assert "of table judgements is malformed ('maybe' is not a valid Verdict)" in result.stderr


def test_a_claimer_without_a_name_can_be_recognised(ledger):
    """'residents' of one report are the group of another, if a person knows so."""
    more = ledger.parent / "more.txt"
    more.write_text("Local fishermen said that the Dawn Front had left the harbour.\n", encoding="utf-8")
    assert call("build", more, "-o", ledger).exit_code == 0
    [described] = [each for each in look(ledger)[0].resolution.actors if each.described]
    assert merge(ledger, described.id, "Northern Defence League").exit_code == 0
    [merged] = [each for each in look(ledger)[0].resolution.actors if "Northern Defence League" in each.names]
    assert set(described.names) < set(merged.names)
    assert merged.name == "Northern Defence League"


def test_a_judgement_does_not_wait_for_a_parser(ledger):
    """The readings are kept, so a merge loads no language model."""
    script = (
        "import sys; from accordingto.cli import main\n"
        "try: main(['actors', 'merge', sys.argv[1], 'Lena Vask', 'Elena Vask', '--by', 'ada', '--because', 'x'])\n"
        "except SystemExit as done: print(done.code, 'spacy' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", script, ledger], check=True, capture_output=True, text=True)
    assert done.stdout.splitlines()[-1] == "0 False"


def test_an_ambiguous_name_lists_who_is_meant(ledger):
    """Both candidates with their ids, one of which is then understood."""
    uris = sorted(r.document.uri for r in look(ledger)[0].readings if "Tor Osrin" in r.document.text)
    split(ledger, *(f"Tor Osrin@{uri}" for uri in uris))
    refused = merge(ledger, "Tor Osrin", "Lena Vask")
    assert refused.exit_code == 2
    assert "may be 2 actors" in refused.stderr
    ids = owners(ledger, "Tor Osrin")
    assert all(each in refused.stderr for each in ids)
    assert merge(ledger, min(ids), "Lena Vask").exit_code == 0


def test_what_is_not_there_is_not_taken_back(ledger):
    """No such number, and a judgement that no longer counts."""
    assert "there is no judgement 4" in call("actors", "undo", ledger, 4, "--by", "bo").stderr
    merge(ledger, "Lena Vask", "Elena Vask")
    call("actors", "undo", ledger, 1, "--by", "bo")
    assert "does not count any more" in call("actors", "undo", ledger, 1, "--by", "bo").stderr
    assert call("actors", "merge", ledger.parent / "gone.ledger", "a", "b", "--because", "c").exit_code == 2
    assert not (ledger.parent / "gone.ledger").exists()


def test_judgements_travel_between_ledgers(ledger, built, tmp_path):
    """What one ledger exports another imports; a second time nothing is new."""
    merge(ledger, "Lena Vask", "Elena Vask")
    file, other = tmp_path / "judgements.jsonl", shutil.copy(built, tmp_path / "other.ledger")
    assert call("actors", "export", ledger, "-o", file).exit_code == 0
    assert {json.loads(file.read_text("utf-8"))[side] for side in ("left_words", "right_words")} == {
        "Lena Vask",
        "Elena Vask",
    }
    assert call("actors", "import", other, file).stdout == "1 added; 0 known already\n"
    assert look(other)[1] == look(ledger)[1]
    assert len(owners(other, "Lena Vask", "Elena Vask")) == 1
    assert call("actors", "import", other, file).stdout == "0 added; 1 known already\n"


GOOD = {"left": "doc-0000000000000001:0-3", "right": "doc-0000000000000002:0-3", "verdict": "same", "by": "ada"} | {
    "made": "2031-05-14T09:00:00Z"
}


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("{", "not JSON"),
        ("[]", "not a JSON object"),
        (json.dumps({**GOOD, "verdict": "maybe"}), "verdict 'maybe' is not same, different or unsure"),
        (json.dumps({**GOOD, "left": "Osrin"}), "'Osrin' is no key of a mention"),
        (json.dumps({**GOOD, "left": GOOD["right"]}), "both sides are the same mention"),
        (json.dumps({**GOOD, "made": "yesterday"}), "no time like"),
        (json.dumps({**GOOD, "by": ""}), "'by' is not a text"),
        (json.dumps({**GOOD, "reasons": "none"}), "'reasons' is not a list"),
        (json.dumps({key: value for key, value in GOOD.items() if key != "made"}), "'made' is missing"),
    ],
)
def test_a_malformed_file_is_refused_whole(ledger, tmp_path, line, reason):
    """One line that names file, line and fault; the good line before it is not added either."""
    file = tmp_path / "judgements.jsonl"
    file.write_text(json.dumps(GOOD) + "\n" + line + "\n", encoding="utf-8")
    result = call("actors", "import", ledger, file)
    assert result.exit_code == 2
    [told] = result.stderr.splitlines()
    assert "judgements.jsonl, line 2: " in told
    assert reason in told
    assert look(ledger)[1] == ()


def test_a_file_that_contradicts_itself_is_refused(ledger, tmp_path):
    """A = b, b = c, a ≠ c."""
    third = "doc-0000000000000003:0-3"
    lines = [
        GOOD,
        {**GOOD, "left": GOOD["right"], "right": third},
        {**GOOD, "right": third, "verdict": "different"},
    ]
    file = tmp_path / "judgements.jsonl"
    file.write_text("\n".join(json.dumps(each) for each in lines), encoding="utf-8")
    result = call("actors", "import", ledger, file)
    assert result.exit_code == 2
    assert "judgement 3 says 'different' of two whom 1, 2 make the same" in result.stderr
    assert look(ledger)[1] == ()


def test_judgements_on_documents_that_are_not_here_wait(ledger, tmp_path):
    """They are kept for the day on which the documents come."""
    file = tmp_path / "judgements.jsonl"
    file.write_text(json.dumps(GOOD), encoding="utf-8")
    result = call("actors", "import", ledger, file)
    assert result.stdout == "1 added, 1 of them about documents that are not in the ledger; 0 known already\n"
    assert len(look(ledger)[1]) == 1
