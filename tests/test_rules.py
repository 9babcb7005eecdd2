"""The version of the reading rules changes with the rules, and with nothing else."""

import re
import shutil

import pytest

from accordingto.rules import GRAMMAR, HOME, ROOMS, version_rules


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


def test_the_grammar_rests_on_every_file_that_parsing_imports():
    """A word list or a primitive that the parser room begins to use makes another grammar."""
    rested = {str(path.relative_to(HOME)) for room in GRAMMAR for path in [HOME / room, *(HOME / room).rglob("*.py")]}
    todo = [HOME / "stages" / "parse" / "spacy_parse.py"]
    met = set()
    while todo:
        source = todo.pop().read_text(encoding="utf-8")
        for name in re.findall(r"^from accordingto\.((?:text|lexicon)[\w.]*) import", source, re.MULTILINE):
            path = HOME / (name.replace(".", "/") + ".py")
            path = path if path.exists() else HOME / name.replace(".", "/") / "__init__.py"
            if path not in met:
                met.add(path)
                todo.append(path)
    assert {str(path.relative_to(HOME)) for path in met} <= rested
