"""What is marked as not the report, and above all what is not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accordingto.model.document import Zone
from accordingto.stages.read import mark_zones

BEFORE = "Rebels of the Harbour Legion left the town of Orlec on Monday, officials in the capital said."
AFTER = "The army said that it would send engineers to clear the roads before people come back to Orlec."
LAST = "Two bridges were destroyed in the fighting, the governor told reporters at the town hall."


def _zone_of(line, *, title=None, before=(BEFORE,), after=(AFTER, LAST)):
    """The zone of one line between sentences of a report, and that those sentences stay in the report."""
    text = "\n".join([*before, line, *after])
    found = {text[each.span.start : each.span.end]: each.zone for each in mark_zones(text, title=title)}
    assert not {BEFORE, AFTER, LAST} & set(found)
    return found.get(line)


@pytest.mark.parametrize(
    ("line", "zone"),
    [
        ("Other factions", Zone.HEADING),
        ("- 'Not an exchange' -", Zone.HEADING),
        ("‘A first step’", Zone.HEADING),
        ("* * *", Zone.HEADING),
        ("READ MORE: Second harbour town taken by army", Zone.PROMOTION),
        ("Read more: Who are the Harbour Legion?", Zone.PROMOTION),
        ("Related Stories 'IT GOES ON' Legion leader mocks army", Zone.PROMOTION),
        ("Advertisement Continue reading the main story", Zone.PROMOTION),
        ("Newsletter Sign Up Please verify you're not a robot. Invalid email address.", Zone.PROMOTION),
        ("We pay for your stories! Do you have a story for us?", Zone.PROMOTION),
        ("[Video shows rebels leaving the harbour]", Zone.PROMOTION),
        ("[Graphic: A year of attacks on the coast]", Zone.PROMOTION),
        ("JUST WATCHED Rebels leave Replay More Videos ... MUST WATCH Rebels leave 01:26", Zone.PROMOTION),
        ("Enlarge this image toggle caption Dana Ostrel/AP Dana Ostrel/AP", Zone.CAPTION),
        ("Grab from a video shows rebels on the harbour wall of Orlec", Zone.CAPTION),
        ("AP:Associated Press A guard looks over the harbour", Zone.CAPTION),
        ("Reuters A guard looks over the harbour", Zone.CAPTION),
        ("An image from a video apparently shows some of the rebels in Orlec. (AFP/Getty Images)", Zone.CAPTION),
        ("Rebels stand on the wall in this photo taken by a resident.", Zone.CAPTION),
        ("Photo: Dana Ostrel", Zone.CAPTION),
        ("(Reporting by Dana Ostrel; Editing by Rell Harrow)", Zone.CREDIT),
        ("The Associated Press contributed to this report.", Zone.CREDIT),
        ("With files from the Associated Press", Zone.CREDIT),
        ("By Dana Ostrel and Rell Harrow", Zone.CREDIT),
        ("Copyright 2014 Orlec Times. All rights reserved.", Zone.CREDIT),
        ("Updated: 2 April 2019, 10:02", Zone.CREDIT),
    ],
)
def test_what_is_not_the_report_is_marked(line, zone):
    """Each kind of boilerplate is known by its words or its place."""
    assert _zone_of(line) is zone


@pytest.mark.parametrize(
    "line",
    [
        "Reuters reported that the rebels had left.",
        "AP reporters saw two burnt lorries at the gate.",
        "“We left because we were told to.”",
        "Related deaths rose to 40, the ministry said.",
        "Watch towers along the coast were destroyed.",
        "Follow-up attacks killed two men on Sunday.",
        "In this town nobody had seen the video.",
        "Video posted on Telegram shows two soldiers with raised hands.",
        "“Follow us,” the commander told the men, according to a witness.",
        "He was seen in a photo posted on Telegram, holding a rifle.",
        "By Monday evening the town was quiet.",
        "Source of the fire was a shell, firefighters said.",
        "Dana Ostrel is a reporter whom the Legion has held since May.",
        "The negotiations will continue.",
        "He said no.",
    ],
)
def test_sentences_of_the_report_stay(line):
    """Words that open boilerplate elsewhere open sentences too."""
    assert _zone_of(line) is None


def test_a_headline_that_the_text_repeats_is_marked():
    """So is a section's name above it."""
    text = f"Defence\n\nRebels leave Orlec, army says\n\n{BEFORE}\n{AFTER}"
    zones = [(text[s.span.start : s.span.end], s.zone) for s in mark_zones(text, title="Rebels leave Orlec, army says")]
    assert zones == [("Defence", Zone.HEADING), ("Rebels leave Orlec, army says", Zone.TITLE)]


def test_of_a_caption_that_reports_only_the_credit_goes():
    """'Reuters The army claimed …' is a sentence of the report behind the name of a photographer's agency."""
    line = "Reuters The army claimed to have taken the harbour in May"
    text = f"{BEFORE}\n{line}\n{AFTER}"
    assert [text[s.span.start : s.span.end] for s in mark_zones(text)] == ["Reuters"]


def test_a_lead_that_stands_twice_is_marked_out_of_its_place():
    """The copy inside the text is kept: there it stands after what it refers to."""
    lead = "The capital says they are smugglers and has blamed the coast for the attacks."
    text = "\n".join([f"{lead} It denies any talks with the group.", BEFORE, f"{lead} It denies any talks.", AFTER])
    (segment,) = mark_zones(text)
    assert (segment.zone, segment.span.start) == (Zone.REPEATED, 0)


def test_a_quotation_printed_large_is_marked():
    """A line whose words all stand in a paragraph is that paragraph's."""
    quoted = "“It is my joy to see you all home,” the mayor wrote to them."
    text = f"{BEFORE}\n{quoted}\nIt is my joy to see you all home\n{AFTER}"
    assert [(s.zone, text[s.span.start : s.span.end]) for s in mark_zones(text)] == [
        (Zone.REPEATED, "It is my joy to see you all home")
    ]


def test_credits_at_the_end_and_the_author_are_marked():
    """A source line, and who wrote it."""
    author = "Dana Ostrel is an Orlec Times television reviewer known for her analysis of new series."
    text = f"{BEFORE}\n{AFTER}\n{LAST}\nSource: Coast\n{author}"
    found = [(s.zone, text[s.span.start : s.span.end]) for s in mark_zones(text)]
    assert found == [(Zone.CREDIT, "Source: Coast"), (Zone.BIOGRAPHY, author)]


def test_a_reporter_in_the_news_is_no_author():
    """Whom the report has spoken of, its last line does not present."""
    text = f"{BEFORE}\nPolice seek Dana Ostrel since May, officials said.\nDana Ostrel is a reporter of a coast radio."
    assert mark_zones(text) == ()


@pytest.mark.parametrize(
    ("line", "marked"),
    [
        ("ORLEC, June 5 (Reuters) - Rebels left the town.", "ORLEC, June 5 (Reuters) - "),
        ("(CNN) Rebels left the town on Monday.", "(CNN) "),
        ("Orlec (AFP) – Rebels left the town.", "Orlec (AFP) – "),
        ("ORLEC — Rebels left the town on Monday.", "ORLEC — "),
        ("Rebels left the town, the army said. (AFP)", " (AFP)"),
    ],
)
def test_a_credit_in_a_paragraph_leaves_its_sentence(line, marked):
    """Only the dateline or the sign-off goes."""
    text = f"{line}\n{AFTER}"
    assert [text[s.span.start : s.span.end] for s in mark_zones(text)] == [marked]


def test_links_that_end_a_page_are_marked():
    """After an opener every short line to the end is a headline of another article, full stops or not."""
    links = [
        "As the Legion grows, the coast waits",
        "They came home. But it is not over.",
        "All reports from the coast",
    ]
    text = "\n".join([BEFORE, AFTER, "Read more:", *links])
    assert [text[s.span.start : s.span.end] for s in mark_zones(text)] == ["Read more:", *links]


ANY = st.text(alphabet=st.sampled_from("aB .,:\n“”'()[]-–/@©Readmore(AFP)12"), max_size=300)


@given(ANY, st.none() | st.text(max_size=20))
def test_segments_are_in_order_and_apart(text, title):
    """Whatever the text, no two segments overlap, and each lies inside the text."""
    edges = [edge for each in mark_zones(text, title=title) for edge in each.span]
    assert edges == sorted(edges)
    assert all(0 <= edge <= len(text) for edge in edges)


@pytest.mark.parametrize(
    "piece", ["Ab (", "A B C D E F, ", "\"'“ ", "- – — ", "By A and B, ", "a\n", "Rebels left the town.\n"]
)
def test_hostile_text_comes_back(piece):
    """Sixty thousand characters of one pattern are marked like any text; a search that backtracks would never end."""
    text = piece * (60_000 // len(piece))
    edges = [edge for each in mark_zones(text) for edge in each.span]
    assert edges == sorted(edges)
    assert all(0 <= edge <= len(text) for edge in edges)


def test_a_dateline_of_an_agency_that_no_list_has():
    """A shouted place and a bracketed name before a dash stand before the report, whoever the agency is."""
    text = "OSTERVEN, June 5 (Harbour Wire) - Rebels left the town on Monday."
    (segment,) = mark_zones(text)
    assert text[segment.span.end :].startswith("Rebels left")
