"""Reports in capitals (MUC-4, development set): who did it, claimed, accused or told as fact, and how many were hurt.

    python -m benchmarks.muc4 [--show]

An organisation that the key holds responsible in a report is right when the report's ledger has it under
``responsible`` in the key's manner; one that the ledger does not have is wrong. The ledger has an organisation when an
answer bears one of its names; when the answer is a nameless group described by its name ('army troops' for 'army'), a
person who by the ledger belongs to it, or a state held responsible by words that name its body ('captured by the
army'). Organisations that the key calls only possible are left out of the three manners. Beside it stands how often
the organisation is named whatever the manner, and how often the manner is right where it is. A victim or group of
victims with a number is right when the ledger has that number of dead, injured or taken, in a sentence that has a word
of the key's for them.
"""

import re
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from accordingto.model.actor import Actor, ActorKind
from accordingto.model.claim import ActorValue, Claim, ClaimStance, NumberValue
from accordingto.model.document import Document, Span
from accordingto.model.findings import Findings
from accordingto.pipeline import compare_readings, read_document
from accordingto.query.manner import Manner, Manners
from accordingto.stages.read.known import Known
from accordingto.stages.read.read import read_bytes
from accordingto.store.gazetteer import open_gazetteer
from benchmarks.shared import DATA, load_rows, need

GOLD = DATA / "muc4" / "dev.jsonl.gz"
MANNERS = {
    "CLAIMED OR ADMITTED": Manner.CLAIMED,
    "SUSPECTED OR ACCUSED": Manner.ACCUSED,
    "SUSPECTED OR ACCUSED BY AUTHORITIES": Manner.ACCUSED,
    "REPORTED AS FACT": Manner.TOLD,
}
EFFECTS = {"DEATH": {"killed"}, "INJURY": {"injured"}}
TAKEN = {"captured", "hostages"}

Row = dict[str, Any]
# A report, what is measured, whether its ledger has the key's answer, and both in words.
Scored = tuple[Row, str, bool, str]


def gold_files() -> list[Path]:
    """The reports with their answer keys."""
    need(GOLD)
    return [GOLD]


def measure() -> dict[str, float]:
    """Measure -> share of the key's answers that the ledgers have."""
    return summarise(score())


def summarise(scored: Iterable[Scored]) -> dict[str, float]:
    """Measure -> share of the key's answers that the ledgers have."""
    scores: dict[str, list[bool]] = {}
    for _, name, is_right, _ in scored:
        scores.setdefault(name, []).append(is_right)
    return {f"muc4 dev: {name}": sum(each) / len(each) for name, each in sorted(scores.items())}


def score() -> Iterator[Scored]:
    """Each answer of the key: its report, what is measured, whether the ledger has it, and both in words."""
    for row in load_rows(GOLD):
        parties, victims = list(_parties(row)), sorted(_victims(row))
        if parties or victims:
            findings = compare_readings([read_document(make_document(row))], gazetteer=open_gazetteer())
            yield from _score_parties(row, parties, findings)
            yield from _score_victims(row, victims, findings)


def make_document(row: Row) -> Document:
    """A report as a file that holds its words."""
    return read_bytes(row["text"].encode(), Known(name := f"{row['doc_id']}.txt", name), form="text")


# -- who did it ---------------------------------------------------------------


def _parties(row: Row) -> Iterator[tuple[frozenset[str], frozenset[Manner]]]:
    """Each organisation's names, and the manners in which the report holds it responsible."""
    found: dict[frozenset[str], set[Manner]] = {}
    for template in row["templates"]:
        for slot in template["PERP: ORGANIZATION CONFIDENCE"]:
            for alternative in slot["alts"]:
                names = _quoted(alternative.get("ref") or _first_party(template))
                if names and alternative["value"] in MANNERS:
                    found.setdefault(names, set()).add(MANNERS[alternative["value"]])
    for names, manners in found.items():
        yield names, frozenset(manners)


def _first_party(template: Row) -> str:
    return " / ".join(each["value"] for slot in template["PERP: ORGANIZATION ID"][:1] for each in slot["alts"])


def _quoted(words: str) -> frozenset[str]:
    return frozenset(
        each.replace('\\"', '"').strip(' "').casefold() for each in re.findall(r'"((?:[^"\\]|\\.)+)"', words)
    )


def _score_parties(
    row: Row, parties: Iterable[tuple[frozenset[str], frozenset[Manner]]], findings: Findings
) -> Iterator[Scored]:
    told = Manners(findings)
    actors = {actor.id: actor for actor in findings.resolution.actors}
    for names, manners in parties:
        held = [
            claim
            for claim in findings.claims
            if claim.attribute == "responsible"
            and claim.stance is ClaimStance.ASSERTS
            and isinstance(claim.value, ActorValue)
            and _has(findings, actors, claim, names)
        ]
        answer = told.strongest(held)
        words = f"{sorted(names)} {sorted(manners)}: {answer}"
        yield row, "claimed, accused and fact told apart", answer in manners, words
        yield row, "responsible organisation named", answer is not None, words
        if answer is not None:
            yield row, "manner right where named", answer in manners, words


def _has(findings: Findings, actors: dict[str, Actor], claim: Claim, wanted: frozenset[str]) -> bool:
    """Whether the answer of a claim is an organisation of the key."""
    actor = actors[claim.value.actor] if isinstance(claim.value, ActorValue) else None
    if actor is None:
        return False
    above = [actors[each.actor] for each in actor.affiliations if each.actor in actors]
    if any(_bears(_names(each), wanted) for each in (actor, *(above if actor.kind is ActorKind.PERSON else ()))):
        return True
    if actor.described:
        return any(_is_said(each, name) for each in wanted for name in _names(actor))
    words = findings.readings[0].document.quote(claim.evidence).casefold()
    return actor.kind is ActorKind.GOVERNMENT and any(_is_said(each, words) for each in wanted)


def _names(actor: Actor) -> set[str]:
    return {name.casefold() for name in (actor.name, *actor.names)}


def _is_said(name: str, words: str) -> bool:
    return re.search(rf"\b{re.escape(name)}\b", " ".join(words.split())) is not None


def _bears(names: set[str], wanted: frozenset[str]) -> bool:
    bare = {re.sub(r"^the ", "", name) for name in names}
    return bool(bare & wanted) or any(len(each) > 3 and each in name for each in bare for name in wanted)  # noqa: PLR2004


# -- victims ------------------------------------------------------------------


def _victims(row: Row) -> set[tuple[int, frozenset[str], frozenset[str]]]:
    """Number, attributes and names or descriptions of each victim or group of victims with an exact number."""
    found = set()
    for template in row["templates"]:
        effects = {
            alternative.get("ref", ""): alternative["value"]
            for slot in template["HUM TGT: EFFECT OF INCIDENT"]
            for alternative in slot["alts"]
        }
        kind = " ".join(alternative["value"] for slot in template["INCIDENT: TYPE"] for alternative in slot["alts"])
        for slot in template["HUM TGT: NUMBER"]:
            for alternative in slot["alts"][:1]:
                number, names = alternative["value"], alternative.get("ref", "")
                attributes = TAKEN if "KIDNAP" in kind else EFFECTS.get(effects.get(names, ""), set())
                if number.isdecimal() and attributes and names:
                    found.add((int(number), frozenset(attributes), _quoted(names)))
    return found


def _score_victims(
    row: Row, victims: Iterable[tuple[int, frozenset[str], frozenset[str]]], findings: Findings
) -> Iterator[Scored]:
    reading = findings.readings[0]
    for number, attributes, names in victims:
        near = [
            claim
            for claim in findings.claims
            if claim.attribute in attributes
            and claim.stance is ClaimStance.ASSERTS
            and _weighty(names) & _weighty([_sentence(reading.document, reading.parse.sentences, claim)])
        ]
        right = any(_is_number(claim, number) for claim in near)
        yield row, "victim numbers", right, f"{number} {sorted(names)} {sorted(attributes)}: {[c.value for c in near]}"


def _weighty(phrases: Iterable[str]) -> set[str]:
    """The words that tell one from another: 'osrin' of "a nephew of osrin's"."""
    return {word for phrase in phrases for word in re.findall(r"[^\W\d_]{4,}", phrase.casefold())}


def _sentence(document: Document, sentences: Iterable[Any], claim: Claim) -> str:
    spans = [Span(each.start, each.end) for each in sentences]
    return " ".join(
        " ".join(document.quote(span).casefold().split()) for span in spans if span.overlaps(claim.evidence)
    )


def _is_number(claim: Claim, number: int) -> bool:
    """A single victim told of by name is 'one or more' in a ledger: others may have died."""
    value = claim.value
    return (
        isinstance(value, NumberValue) and value.low == number and value.high in {number, None if number == 1 else -1}
    )


if __name__ == "__main__":
    rows = list(score())
    for row, name, is_right, words in rows if "--show" in sys.argv[1:] else ():
        if not is_right:
            sys.stdout.write(f"{row['doc_id']} {name}: {words}\n")
    for figure, value in summarise(rows).items():
        sys.stdout.write(f"{figure}: {value:.3f}\n")
