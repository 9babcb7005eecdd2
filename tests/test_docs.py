"""Every command, column and word is documented, and the pages that are made from the code are up to date."""

import re
from enum import StrEnum
from pathlib import Path

import pytest

from accordingto.cli import main
from accordingto.cli.reference import render_reference
from accordingto.model import actor, attribution, claim, document, event, lineage
from accordingto.query.words import QUESTIONS
from accordingto.settings import DEFAULT_MODEL, Settings, read_settings
from accordingto.stages.parse import DEFAULT_MODEL as PARSERS_DEFAULT
from accordingto.store.dialects.base import BUSY_SECONDS
from accordingto.store.reference import renew_page
from accordingto.store.tables import READING_VIEWS, TABLES

DOCS = Path(__file__).parents[1] / "docs"


def read_page(name):
    """A page of docs/."""
    return (DOCS / name).read_text(encoding="utf-8")


def test_the_commands_are_documented():
    """docs/cli.md is what the commands say of themselves; renew it with: make docs."""
    assert read_page("cli.md") == render_reference()


@pytest.mark.parametrize("name", sorted(main.commands))
def test_each_command_has_an_example(name):
    """The help of every command shows how it is called."""
    assert f"accordingto {name} " in (main.commands[name].help or "").partition("Example:")[2]


@pytest.mark.parametrize("name", sorted(main.commands))
def test_each_option_is_explained(name):
    """No option without a sentence."""
    assert all(each.help for each in main.commands[name].params if each.param_type_name == "option")


def test_every_column_is_documented():
    """docs/ledger.md lists the tables as they are; renew it with: make docs."""
    page = read_page("ledger.md")
    assert page == renew_page(page)
    for name in (*TABLES.tables, *READING_VIEWS):
        assert f"\n## {name}\n" in page
    assert all(column.comment for table in TABLES.tables.values() for column in table.columns)


ENUMS = [
    value
    for module in (actor, attribution, claim, document, event, lineage)
    for value in vars(module).values()
    if isinstance(value, type) and issubclass(value, StrEnum) and value is not StrEnum
]


@pytest.mark.parametrize("kind", ENUMS)
def test_every_word_that_a_ledger_holds_is_in_the_vocabulary(kind):
    """Statuses, stances, forms, kinds, zones, verdicts."""
    page = read_page("vocabulary.md")
    assert [each.value for each in kind if f"`{each.value}`" not in page] == []


def test_every_attribute_is_in_the_vocabulary():
    """With the question it asks."""
    page = read_page("vocabulary.md")
    assert [name for name, asks in QUESTIONS.items() if f"| `{name}` | {asks} |" not in page] == []


def test_pages_link_to_pages_that_exist():
    """No link of docs/ leads nowhere."""
    for page in DOCS.rglob("*.md"):
        for target in re.findall(r"\]\((?!https?:|#)([^)#]+)", page.read_text(encoding="utf-8")):
            assert (page.parent / target).exists(), f"{page.name}: {target}"


def test_settings_say_what_the_code_does():
    """The defaults stand once in settings.py and agree with the rooms that have their own."""
    assert Settings() == read_settings({}) == Settings(PARSERS_DEFAULT, BUSY_SECONDS)
    assert read_settings({"ACCORDINGTO_MODEL": " other "}).model == "other"
    assert DEFAULT_MODEL == PARSERS_DEFAULT
