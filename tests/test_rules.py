"""The version of the reading rules changes with the rules, and with nothing else."""

import shutil

import pytest

from accordingto.rules import HOME, ROOMS, version_rules


@pytest.fixture
def home(tmp_path):
    """A copy of the rooms that reading rests on."""
    for room in ROOMS:
        shutil.copytree(HOME / room, tmp_path / room)
    return tmp_path


def test_the_same_rules_have_the_same_version(home):
    """Wherever the package is installed, whatever else lies beside the rules."""
    (home / "text" / "__pycache__").mkdir(exist_ok=True)
    (home / "text" / "__pycache__" / "numbers.pyc").write_bytes(b"compiled")
    (home / "cli").mkdir()
    (home / "cli" / "show.py").write_text("another colour", encoding="utf-8")
    assert version_rules(home) == version_rules.__wrapped__(home)
    assert len(version_rules()) == 12


@pytest.mark.parametrize("name", ["lexicon/en/numbers.yaml", "model/parse.py", "stages/parse/spacy_parse.py"])
def test_another_rule_is_another_version(home, name):
    """A word more in a list is enough."""
    before = version_rules.__wrapped__(home)
    (home / name).write_text((home / name).read_text(encoding="utf-8") + "\n# more\n", encoding="utf-8")
    assert version_rules.__wrapped__(home) != before
