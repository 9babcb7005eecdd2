"""Actors joined, or kept apart, across documents."""

import pytest

from accordingto.model.actor import Verdict
from tests.stages.resolve.room import are_one, find_actor, resolve_texts


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Dmitri Kapulin", "Dmitry Kapoulin"),  # transliteration
        ("Vyacheslav Hladkin", "Vyacheslav Gladkin"),
        ("Oleg Havarenkin", "Oleg Havorenkin"),  # a slip
        ("Tor Osrin", "Tor Anselm Osrin"),  # shortened
    ],
)
def test_spellings_of_one_person_are_joined(left, right):
    """Variants of one full name in two documents are one person."""
    resolution = resolve_texts(f"President {left} left the town.", f"President {right} came to the town.")
    assert are_one(resolution, left, right)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("the Korvan Freedom Legion", "the Free Korvan Legion"),  # translated, in another order
        ("the Sudanese Freedom Legion", "the Free Sudan Legion"),
        ("the International Council of the Blue Star", "the International Blue Star Council"),
        ("the Kell Liberation Brigade", "the Kell Liberaton Brigade"),
    ],
)
def test_near_names_of_one_group_are_joined(left, right):
    """The same words in another order or form, never both in one document, name one group."""
    resolution = resolve_texts(f"On Monday {left} took the town.", f"On Tuesday {right} left the town.")
    assert are_one(resolution, left.removeprefix("the "), right.removeprefix("the "))


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("the Kell Eastern Brigade", "the Kell Western Brigade"),
        ("the Front for the Freedom of Kell", "the Front of the Freedom of Kell"),
        ("Liwa al-Tamir", "Liwa al-Hasan"),
        ("Tor Osrin", "Lena Osrin"),
    ],
)
def test_near_same_names_stay_apart(left, right):
    """Groups that differ in one telling word, and namesakes, are two."""
    resolution = resolve_texts(f"On Monday {left} left the town.", f"On Tuesday {right} left the town.")
    assert not are_one(resolution, left.removeprefix("the "), right.removeprefix("the "))


def test_an_acronym_joins_only_with_evidence():
    """A bare acronym is the name that some document ties it to; without such a document it stays alone."""
    full, bare = "The Kell Liberation Front (KLF) took the town.", "The KLF said the bridge was lost."
    assert are_one(resolve_texts(full, bare), "KLF", "Kell Liberation Front")
    assert not are_one(resolve_texts("The Kell Liberation Front took the town.", bare), "KLF", "Kell Liberation Front")


def test_a_last_name_alone_joins_its_only_bearer():
    """'Osrin' elsewhere is Tor Osrin while no other Osrin is in the ledger."""
    full, short = "President Tor Osrin left.", "Mr. Osrin said the bridge was lost."
    assert are_one(resolve_texts(full, short), "Tor Osrin", "Osrin")
    resolution = resolve_texts(full, short, "Lena Osrin was elected.")
    assert not are_one(resolution, "Tor Osrin", "Osrin")


def test_one_given_name_in_two_languages_needs_more():
    """Vladimir and Volodymyr of one surname are left undecided without a shared office, joined with one."""
    apart = resolve_texts("Vladimir Karenko left the town.", "Volodymyr Karenko came to the town.")
    assert not are_one(apart, "Vladimir Karenko", "Volodymyr Karenko")
    assert [each.verdict for each in apart.judgements] == [Verdict.UNSURE]
    joined = resolve_texts(
        "Vladimir Karenko, the mayor of Kell, left.", "Volodymyr Karenko, mayor of Kell, came to the town."
    )
    assert are_one(joined, "Vladimir Karenko", "Volodymyr Karenko")


def test_judgements_say_why():
    """Every join of a rule carries a reason and a rule with its version."""
    resolution = resolve_texts("President Oleg Havarenkin left.", "President Oleg Havorenkin came.")
    assert resolution.judgements
    for judgement in resolution.judgements:
        assert judgement.reasons
        assert judgement.left < judgement.right
        assert judgement.trace.rule.rpartition(".v")[2].isdigit()
        assert judgement.made is None


def test_governments_are_one_across_documents():
    """A government, its capital and its demonym are one wherever they stand."""
    resolution = resolve_texts(
        "Khartoum denies the raid.", "The Sudanese authorities said so.", "Sudan claims the town."
    )
    assert are_one(resolution, "Khartoum", "Sudanese authorities", "Sudan")
    actor = find_actor(resolution, "Sudan")
    assert actor is not None
    assert actor.name == "Sudan"


@pytest.mark.parametrize(
    "tie",
    [
        "The Kell Dawn Movement (FRZ) attacked Orlec.",
        "The Kell Dawn Movement, also known as FRZ, attacked Orlec.",
        "The Kell Dawn Movement, or FRZ, attacked Orlec.",
        "The Kell Dawn Movement, known by its acronym FRZ, attacked Orlec.",
        "Kell Dawn Movement militants (FRZ) attacked Orlec.",
    ],
)
def test_an_acronym_of_other_letters_needs_a_document_that_ties_it(tie):
    """'FRZ' and its name meet across documents when one document gives both, and never otherwise."""
    texts = ("FRZ fighters shelled Sell on Monday. FRZ denied it.", "The Kell Dawn Movement said that two died.")
    assert not are_one(resolve_texts(*texts), "FRZ", "Kell Dawn Movement")
    assert are_one(resolve_texts(*texts, tie), "FRZ", "Kell Dawn Movement")


KLF, FLK = "The Kell Liberation Front (KLF)", "The Front for the Liberation of Kell (FLK)"


def test_a_name_put_in_two_orders_is_one_group():
    """'Kell Liberation Front (KLF)' and 'Front for the Liberation of Kell (FLK)' of two reports on one man's group."""
    left = f"{KLF} took the town, its commander Tor Osrin said."
    right = f"{FLK} took the bridge, its commander Tor Osrin said."
    assert are_one(
        resolve_texts(left, right), "KLF", "FLK", "Kell Liberation Front", "Front for the Liberation of Kell"
    )


@pytest.mark.parametrize(
    "texts",
    [
        (f"{KLF} took the town.", f"{FLK} left the bridge."),  # nobody in common
        (f"{KLF} fought for the town, Tor Osrin said. {FLK} left.", "Tor Osrin said it was over."),
        (f"{KLF} took it, Tor Osrin said.", "The Army for the Liberation of Kell (ALK) took it, Tor Osrin said."),
    ],
)
def test_two_fronts_of_one_country_stay_two(texts):
    """Other acronyms part groups that one document names apart, that share nobody, or whose head words differ."""
    resolution = resolve_texts(*texts)
    assert not are_one(resolution, "KLF", "FLK" if "FLK" in "".join(texts) else "ALK")


def test_initials_in_brackets_fix_the_end_of_a_name():
    """'Joint Mission in Sell (JMIS)' reaches to 'Sell'; other brackets move nothing."""
    resolution = resolve_texts(
        "The Joint Peace Mission in Sell (JPMIS) called for calm. The Kell Council in Sell (the capital) met."
    )
    assert are_one(resolution, "Joint Peace Mission in Sell", "JPMIS")
    assert find_actor(resolution, "Kell Council in Sell") is None
