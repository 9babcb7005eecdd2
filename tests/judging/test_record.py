"""Judgements of who is who, whatever the size of the ledger."""

import pytest

import accordingto.ledger
from accordingto.judging import Reviewer, merge_actors, split_actor
from accordingto.ledger import compare_again
from accordingto.store import SqlStore
from tests.judging.raid import read_story

ADA = Reviewer("Ada", "one house", "2031-05-14T09:00:00Z")


@pytest.mark.parametrize("many", [400, 0])
def test_outlets_are_merged_and_split_by_what_the_metadata_says(tmp_path, monkeypatch, many):
    """A small ledger and one whose findings come without their documents know the same outlets."""
    monkeypatch.setattr(accordingto.ledger, "MANY", many)
    with SqlStore(tmp_path / "raid.ledger").writer() as writer:
        compare_again(writer, read_story())
        apart = split_actor(writer, "Meridian Wire", "Tolmir Post", ADA)
        assert {actor.name for actor in apart.actors} == {"Meridian Wire", "Tolmir Post"}
        merged = merge_actors(writer, "Halvik Courier", "Radio Sarn", ADA)
        assert {"Halvik Courier", "Radio Sarn"} <= set(merged.actors[0].names)
