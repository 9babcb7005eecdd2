"""Whose a claim about an event is, and which answers a denial or a doubt speaks of."""

from accordingto.model.actor import ActorKind
from tests.stages.align.claims_world import Report

COUNTRY = ActorKind.GOVERNMENT


def test_a_count_belongs_to_the_innermost_passage():
    """The ministry says it, so the claim is the ministry's and not the report's."""
    report = Report("The ministry said the raid killed nine people.")
    report.actor("ministry").passage("the raid killed nine people", by="ministry").event("assault", "raid")
    assert report.claims() == [("ministry", "asserts", "raid", "killed", (9, 9))]


def test_claimed_responsibility():
    """Who claims responsibility for a raid is responsible for that raid, by its own word."""
    text = "The Harbour Legion took responsibility for a raid in March. In May, Vardan forces shelled Ormelle."
    report = Report(text).actor("Harbour Legion").actor("Vardan forces")
    report.passage("responsibility for a raid in March", by="Harbour Legion")
    report.event("assault", "raid").event("assault", "shelled")
    assert ("Harbour Legion", "asserts", "raid", "responsible", "Harbour Legion") in report.claims()
    assert ("narration", "asserts", "shelled", "responsible", "Vardan forces") in report.claims()


def test_blame_and_its_denial():
    """A denial of involvement is linked to the answer that it speaks of and carries its value."""
    report = Report("Vardany blamed Ormelle for the bombing. Ormelle denied any involvement.")
    report.actor("Vardany", kind=COUNTRY).actor("Ormelle", kind=COUNTRY).event("assault", "bombing")
    report.passage("Ormelle for the bombing", by="Vardany").passage("any involvement", by="Ormelle", stance="denies")
    assert report.claims() == [
        ("Ormelle", "denies", "bombing", "responsible", "Ormelle"),
        ("Vardany", "asserts", "bombing", "responsible", "Ormelle"),
    ]


def test_a_negated_involvement_is_a_denial_too():
    """'Ormelle was not involved' denies what Vardany says, whoever says it."""
    report = Report("Vardany blamed Ormelle for the bombing. Osrin said Ormelle was not involved.")
    report.actor("Vardany").actor("Ormelle").actor("Osrin", kind=ActorKind.PERSON).event("assault", "bombing")
    report.passage("Ormelle for the bombing", by="Vardany").passage("Ormelle was not involved", by="Osrin")
    assert ("Osrin", "denies", "bombing", "responsible", "Ormelle") in report.claims()


def test_no_hostages_is_a_denial_of_hostages():
    """'Took no hostages' denies the report of hostages before it."""
    report = Report("Reports from the raid mentioned hostages. The Legion said it had taken no hostages.")
    report.actor("Reports").actor("Legion").event("assault", "raid")
    report.passage("hostages", by="Reports").passage("it had taken no hostages", by="Legion")
    assert report.claims() == [
        ("Legion", "denies", "raid", "hostages", (1, None)),
        ("Reports", "asserts", "raid", "hostages", (1, None)),
    ]


def test_could_not_verify_names_its_answers():
    """'Casualty figures' are the dead of the nearest event, in every figure given for it."""
    text = "Vardany said the raid killed 70. Osrin said two died in the raid. We could not verify casualty figures."
    report = Report(text).actor("Vardany").actor("Osrin").event("assault", "raid")
    report.passage("the raid killed 70", by="Vardany").passage("two died in the raid", by="Osrin")
    report.passage("casualty figures", stance="cannot_verify")
    doubted = [claim for claim in report.claims() if claim[1] == "cannot_verify"]
    assert [claim[3:] for claim in doubted] == [("killed", (2, 2)), ("killed", (70, 70))]


def test_the_identity_of_the_men_points_back():
    """A doubt without a topic of its own speaks of the sentence before."""
    text = "The Legion posted a video of the capture of two soldiers. The Gazette could not confirm their identity."
    report = Report(text).actor("Legion").actor("Gazette").event("seize", "capture")
    report.passage("the capture of two soldiers", by="Legion")
    report.passage("their identity", by="Gazette", stance="cannot_verify")
    assert report.claims() == [
        ("Gazette", "cannot_verify", "capture", "captured", (2, 2)),
        ("Legion", "asserts", "capture", "captured", (2, 2)),
    ]


def test_not_a_swap():
    """Who says it was no swap denies those given up, not those freed."""
    text = (
        "The army freed 14 miners. Residents said the miners were exchanged for four bandits. "
        "The minister said it was not a swap."
    )
    report = Report(text).actor("Residents").actor("minister").event("release", "freed").event("release", "exchanged")
    report.passage("the miners were exchanged for four bandits", by="Residents")
    report.passage("it was not a swap", by="minister")
    assert [claim for claim in report.claims() if claim[1] == "denies"] == [
        ("minister", "denies", "exchanged", "released", (4, 4))
    ]


def test_a_denial_without_a_number():
    """'Denied that soldiers had been captured' denies each figure of captured soldiers."""
    text = "The Legion said it captured 12 soldiers in the raid. The ministry denied that soldiers had been captured."
    report = Report(text).actor("Legion").actor("ministry").event("assault", "raid").event("seize", "captured 12")
    report.passage("it captured 12 soldiers in the raid", by="Legion")
    report.passage("that soldiers had been captured", by="ministry", stance="denies")
    assert ("ministry", "denies", "captured 12", "captured", (12, 12)) in report.claims()


def test_arming_is_not_doing():
    """Who is accused of arming raiders is not accused of the raid."""
    report = Report("The raid failed. Vardany accused Ormelle of arming the rebels.")
    report.actor("Vardany", kind=COUNTRY).actor("Ormelle", kind=COUNTRY).event("assault", "raid")
    report.passage("Ormelle of arming the rebels", by="Vardany")
    assert report.claims() == []


def test_a_ransom():
    """The sum demanded is claimed by whoever tells of the demand."""
    text = "Talks failed when the rebels demanded a ransom of $5 million, Osrin said."
    report = Report(text).actor("Osrin").actor("rebels").event("reject", "failed")
    report.passage("Talks failed when the rebels demanded a ransom of $5 million", by="Osrin")
    report.passage("a ransom of $5 million", by="rebels", stance="demands")
    assert ("Osrin", "asserts", "failed", "ransom", (5000000, 5000000)) in report.claims()


def test_denied_any_soldiers_captured():
    """Who denies that any soldiers were captured denies the figure that somebody else gives."""
    report = Report("The Front said it captured twelve. The army denied that any soldiers had been captured.")
    report.actor("Front").actor("army").event("seize", "captured twelve")
    report.passage("it captured twelve", by="Front")
    report.passage("any soldiers had been captured", by="army", stance="denies")
    assert ("army", "denies", "captured twelve", "captured", (1, None)) in report.claims()


def test_fired_by_is_responsible():
    """'The shell was fired by the army' says who did it; a bystander's 'we' says nothing of it."""
    report = Report("Osrin said the shell was fired by the army. We heard shooting, Belka said.")
    report.actor("Osrin", kind=ActorKind.PERSON).actor("army").actor("Belka", kind=ActorKind.PERSON)
    report.passage("the shell was fired by the army", by="Osrin").passage("We heard shooting", by="Belka")
    report.event("assault", "fired").event("assault", "shooting")
    assert report.claims() == [("Osrin", "asserts", "fired", "responsible", "army")]


def test_blamed_on():
    """'Blamed the attack on X' holds X responsible."""
    report = Report("The monitor blamed the attack on Vardany.")
    report.actor("monitor").actor("Vardany", kind=COUNTRY).event("assault", "attack")
    report.passage("the attack on Vardany", by="monitor")
    assert report.claims() == [("monitor", "asserts", "attack", "responsible", "Vardany")]


def test_responsibility_for_two_deeds():
    """'For the raid and for an ambush' is two deeds."""
    report = Report("The Legion took responsibility for the raid and for an ambush near Maida in March.")
    report.actor("Legion").event("assault", "raid").event("assault", "ambush")
    report.passage("responsibility for the raid and for an ambush near Maida in March", by="Legion")
    assert [found[2] for found in report.claims()] == ["ambush", "raid"]


def test_deaths_go_to_the_attack_beside_the_flight():
    """Of deaths in a camp for displaced people the attack is told, not the displacement."""
    report = Report("The death toll from an attack on a camp for displaced people in Maida has risen to 27.")
    report.event("assault", "attack").event("coerce", "displaced")
    assert report.claims() == [("narration", "asserts", "attack", "killed", (27, 27))]


def test_nothing_to_do_with_it():
    """'We had nothing to do with it' denies for whoever speaks."""
    report = Report("Vardany blamed the Legion for the bombing. We had nothing to do with it, the Legion said.")
    report.actor("Vardany", kind=COUNTRY).actor("the Legion").event("assault", "bombing")
    report.passage("the Legion for the bombing", by="Vardany")
    report.passage("We had nothing to do with it", by="the Legion")
    assert ("the Legion", "denies", "bombing", "responsible", "the Legion") in report.claims()


def test_not_one_is_in_their_hands():
    """'Not one of our men is in their hands' denies the captives that somebody else counts."""
    report = Report("The Front said it took 30 soldiers prisoner. Not one of our men is in their hands, Osrin said.")
    report.actor("Front").actor("Osrin", kind=ActorKind.PERSON).event("seize", "took")
    report.passage("it took 30 soldiers prisoner", by="Front")
    report.passage("Not one of our men is in their hands", by="Osrin")
    assert [found[1] for found in report.claims()] == ["asserts", "denies"]


def test_nobody_is_named_by_his_own_denial_alone():
    """'Denied that his men had attacked' names nobody responsible where nobody says that they did."""
    text = "Tor Osrin denied that his men had attacked the town."
    report = Report(text).actor("Tor Osrin", kind=ActorKind.PERSON)
    report.passage("his men had attacked the town", by="Tor Osrin", stance="denies").event("assault", "attacked")
    assert not [claim for claim in report.claims() if claim[3] == "responsible"]


def test_who_denies_killing_civilians_says_nothing_of_soldiers():
    """A denial that says whom it is about speaks of no figure for others."""
    text = "Fourteen soldiers were killed in the raid. The Harbour Legion denied killing civilians."
    report = Report(text).actor("Harbour Legion").event("assault", "raid")
    report.passage("killing civilians", by="Harbour Legion", stance="denies")
    assert not [claim for claim in report.claims() if claim[1] == "denies"]
