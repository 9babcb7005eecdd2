"""Whether a name is a person's or a body's: what documents say in words counts for more than the recogniser."""

import pytest

from accordingto.model.actor import ActorKind
from accordingto.stages.resolve.local import LocalActor
from accordingto.stages.resolve.settled import settle_kinds
from tests.stages.resolve.room import find_actor, resolve_texts

LEGION = "Caspar Dune fighters shelled Sell. The militant group Caspar Dune denied it."


def make_actor(document, kind, *, sure):
    """A local actor called 'Falcon'."""
    return LocalActor(
        key=f"{document}:0-6",
        document=document,
        kind=kind,
        name="Falcon",
        names=(("Falcon", 1),),
        mentions=(),
        described=False,
        acronyms=frozenset(),
        roles=(),
        code="",
        body="",
        bonds=(),
        reasons=(),
        sure=sure,
    )


@pytest.mark.parametrize("texts", [(LEGION, "Caspar Dune denied on Monday that it had shelled Sell."), (LEGION,)])
def test_a_group_with_a_persons_name_is_a_group(texts):
    """'Caspar Dune fighters' says what 'Caspar Dune' is, in this document and in others."""
    actor = find_actor(resolve_texts(*texts), "Caspar Dune")
    assert actor is not None
    assert actor.kind is ActorKind.GROUP


def test_a_call_sign_in_one_document_makes_a_person_of_the_name_in_another():
    """'A soldier known as Wardan' says who 'Wardan' is elsewhere."""
    texts = ("Wardan said two soldiers died. Wardan denied it.", "A soldier known as Wardan said two soldiers died.")
    actor = find_actor(resolve_texts(*texts), "Wardan")
    assert actor is not None
    assert actor.kind is ActorKind.PERSON


def test_two_that_documents_are_sure_of_stay_two():
    """A man and a company of one name stay what their documents say that they are."""
    actors = [make_actor("doc-a", ActorKind.PERSON, sure=True), make_actor("doc-b", ActorKind.GROUP, sure=True)]
    assert settle_kinds(actors) == actors


def test_the_recogniser_is_outvoted_by_three_to_one_only():
    """Where no document says it in words, most documents decide, if they are many."""
    bodies = [make_actor(f"doc-{name}", ActorKind.GROUP, sure=False) for name in "bcd"]
    person = make_actor("doc-a", ActorKind.PERSON, sure=False)
    assert {each.kind for each in settle_kinds([person, *bodies])} == {ActorKind.GROUP}
    assert settle_kinds([person, *bodies[:2]]) == [person, *bodies[:2]]


@pytest.mark.parametrize("age", ["\u00b2", "1234567", "\u0663\u0660"])
def test_figures_that_are_no_ages(age):
    """A raised two and a long number stop nobody; other scripts have figures too."""
    found = resolve_texts(f"Tor Osrin, {age}, said the road to Kell was closed.")
    assert find_actor(found, "Tor Osrin") is not None
