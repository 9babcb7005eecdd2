"""What a document itself says of where it came from."""

import pytest

from accordingto.stages.lineage import trace_lineage
from accordingto.stages.read import mark_zones
from tests.factory import make_document

BODY = [
    "Rebels of the Harbour Legion left the town of Orlec on Monday, officials in the capital said.",
    "The army said that it would send engineers to clear the roads before people come back to Orlec.",
    "Two bridges were destroyed in the fighting, the governor told reporters at the town hall.",
]


def _credits(text, **known):
    document = make_document(text, segments=mark_zones(text), **{"outlet": "Coast Herald", **known})
    return [(each.outlet, each.whole) for each in trace_lineage([document]).derivations]


@pytest.mark.parametrize(
    ("head", "tail", "outlet"),
    [
        ([], ["Source: Terramar"], "Terramar"),
        ([], ["This article was originally published by Coast Radio"], "Coast Radio"),
        ([], ["AFP"], "AFP"),
        ([], ["— Reuters"], "Reuters"),
        ([], ["(Reporting by Dana Ostrel in Orlec; Editing by Rell Harrow)"], "Reuters"),
        ([], ["Copyright 2014 The Associated Press. All rights reserved."], "Associated Press"),
        (["By The Associated Press"], [], "Associated Press"),
        (["By Dana Ostrel, Associated Press"], [], "Associated Press"),
        (["ORLEC (AP) — Rebels were seen leaving the town before the sun was up."], [], "Associated Press"),
        (["ORLEC, June 5 (Xinhua) -- Rebels were seen leaving the town early."], [], "Xinhua"),
        (["ORLEC (Marsh), June 5 (PTI) Rebels were seen leaving the town early."], [], "Press Trust of India"),
        ([], ["Nobody was hurt on the bridges, the governor told reporters. PTI KLM ORS"], "Press Trust of India"),
    ],
)
def test_a_document_that_credits_one_outlet_came_from_there(head, tail, outlet):
    """Source lines, bylines, datelines and sign-offs speak for the whole text."""
    assert _credits("\n".join([*head, *BODY, *tail])) == [(outlet, True)]


@pytest.mark.parametrize(
    ("address", "outlet"),
    [
        ("https://coast.example/wires/afp/article-1/Rebels.html", "AFP"),
        ("https://coast.example/reuters/2014/rebels", "Reuters"),
        ("https://coast.example/wire/ap/rebels", "Associated Press"),
        ("https://coast.example/aponline/2014/rebels.html", "Associated Press"),
    ],
)
def test_a_section_for_agencies_in_the_address_is_a_credit(address, outlet):
    """'/wires/afp/' says what the text itself does not."""
    assert _credits("\n".join(BODY), url=address) == [(outlet, True)]


@pytest.mark.parametrize(
    ("sentence", "outlet"),
    [
        ("The BBC has been unable to reach the harbour master.", "BBC"),
        ("Reuters could not independently verify the claim.", "Reuters"),
        ("“Four men were freed too,” according to the BBC.", "BBC"),
        ("Nobody knows how many boats sank, the Associated Press reports.", "Associated Press"),
        ("A commander told CNN that the men were alive.", "CNN"),
        ("The town had been mined, citing a report by the news agency Reuters.", "Reuters"),
        ("In an interview with Al Jazeera he denied it.", "Al Jazeera"),
    ],
)
def test_another_outlet_inside_the_report_is_behind_a_passage_only(sentence, outlet):
    """The document stays an origin of its own."""
    assert _credits("\n".join([BODY[0], sentence, *BODY[1:]])) == [(outlet, False)]


@pytest.mark.parametrize(
    "line",
    [
        "A commander told the Coast Herald that the men were alive.",
        "The Coast Herald could not verify the claim.",
        "The men stood at the gate of the Reuters building.",
        "Sun and rain followed each other all day, residents said.",
        "AP:Associated Press A guard looks over the harbour",
        "The harbour at dawn. (AFP/Getty Images)",
        "READ MORE: Who told the BBC about the harbour?",
    ],
)
def test_the_documents_own_voice_pictures_and_links_are_no_credit(line):
    """An outlet does not come from itself, and a picture's owner did not write the text."""
    assert _credits("\n".join([*BODY[:2], line, BODY[2]])) == []


def test_an_agency_does_not_credit_itself():
    """The agency's own document is not derived from the agency."""
    assert _credits("\n".join(["ORLEC (AFP) – Rebels left early, a witness said.", *BODY]), outlet="AFP") == []


def test_several_agencies_are_a_share_each():
    """A text compiled from two agencies came wholly from neither."""
    assert _credits("\n".join([*BODY, "Source: AFP, Reuters"])) == [("AFP", False), ("Reuters", False)]


@pytest.mark.parametrize(
    ("text", "outlet"),
    [
        ("A nurse told KXR4 that the blast was loud.", "KXR4"),
        ("According to the Orlec Herald, two men died.", "Orlec Herald"),
        ("Residents told Radio Sarn that they saw the boats.", "Radio Sarn"),
        ("The general told the Security Council that the war was over.", None),
        ("He told Weekly Standard Bearers to march on.", None),
    ],
)
def test_an_outlet_of_no_list_is_known_by_its_name_after_telling(text, outlet):
    """A paper's last word or a station's letters; anybody else who is told something is no outlet."""
    found = trace_lineage([make_document(text, outlet="Coast Journal")]).derivations
    assert [(each.outlet, each.whole) for each in found] == ([] if outlet is None else [(outlet, False)])


@pytest.mark.parametrize(
    ("sentence", "outlets"),
    [
        ("According to the newspaper Última Voz, the gate was left open.", ["Última Voz"]),
        ("The Ostran daily Harbour Voice reported that four boats sank, quoting a diver.", ["Harbour Voice"]),
        (
            "The daily Voce Nova reported it. The Times of Orlec, citing Voce Nova, said two.",
            ["Times of Orlec", "Voce Nova"],
        ),
        ("Radio Rellan, quoting a nurse, reported that the ward was full.", ["Radio Rellan"]),
        ("The Orlec Rights Monitor said that four boats sank.", []),
        ("The website of the ministry said so, and a daily newspaper reported it.", []),
        ("Peruvian TV said that four boats sank, and State Radio reported five.", []),
    ],
)
def test_an_outlet_is_known_where_the_text_calls_it_one(sentence, outlets):
    """'the daily', 'the newspaper', and names that end as papers' do before 'reported'; then whoever cites it too."""
    assert sorted(name for name, _ in _credits("\n".join([BODY[0], sentence, *BODY[1:]]))) == outlets
