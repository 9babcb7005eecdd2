"""Objects that are claims: 'denied involvement', 'blamed X for Y', 'called X a Y', 'took responsibility'."""

from collections.abc import Iterator
from functools import cache

from accordingto.lexicon import load_table
from accordingto.stages.attribute.candidate import Candidate
from accordingto.stages.attribute.complement import make_candidate
from accordingto.stages.attribute.cues import frame_of, is_speech, load_verbs, phrases, word_set
from accordingto.stages.attribute.page import Page
from accordingto.stages.attribute.spans import filled
from accordingto.stages.attribute.subjects import is_passive
from accordingto.stages.attribute.verbs import find_cue_verbs

_NO_CONTENT = frozenset({"PRON", "DET", "PUNCT"})
_RELATIVE = frozenset({"WDT", "WP"})


def find_objects(page: Page) -> Iterator[Candidate]:
    """Candidates whose content is the object of an active cue verb, with what is said of it."""
    for verb in find_cue_verbs(page):
        if is_passive(page, verb):
            continue
        found = _charge(page, verb) or _figure(page, verb) or _name(page, verb) or _as(page, verb) or _order(page, verb)
        found = found or _object(page, verb) or _about(page, verb)
        if found is not None:
            yield found


def _charge(page: Page, verb: int) -> Candidate | None:
    """'accused X of Y', 'blamed X for Y'."""
    target = page.child(verb, "dobj")
    if target is None:
        return None
    for frame in load_verbs()[page.tokens[verb].lemma]:
        if frame.name == "charge":
            charge = find_opening(page, (verb, target), frame.prepositions)
            if charge is not None and charge > target:
                content = filled([*page.parse.subtree(target), *plain(page, charge)], [verb])
                return make_candidate(page, verb, frame, content, head=None, rule="attribute.charge.v1")
    return None


def _figure(page: Page, verb: int) -> Candidate | None:
    """'put the toll at 40', 'revised the toll to 27'."""
    lemma, target = page.tokens[verb].lemma, page.child(verb, "dobj")
    frame = frame_of(lemma, "figure")
    finite = page.tokens[verb].tag != "VBG"  # rescuers who find bodies, 'raising the toll to five', say nothing
    if frame is None and finite and target is not None and page.tokens[target].lemma in _figures():
        frame = frame_of(lemma, "revision")
    if frame is None or target is None:
        return None
    opening = find_opening(page, (verb, target, *page.children(verb, "prep")), frame.prepositions)
    if opening is None or not any(page.tokens[i].pos == "NUM" for i in page.parse.subtree(opening)):
        return None
    content = filled([*page.parse.subtree(target), *page.parse.subtree(opening)], [verb])
    return make_candidate(page, verb, frame, content, head=None, rule="attribute.figure.v1")


@cache
def _figures() -> frozenset[str]:
    return frozenset(load_table("en", "corrections")["figures"])


def _name(page: Page, verb: int) -> Candidate | None:
    """'called X a Y', 'declared itself loyal to Y', and 'what they called Y'."""
    frame = frame_of(page.tokens[verb].lemma, "name")
    if frame is None:
        return None
    name = page.child(verb, "oprd") or _small_clause(page, verb)
    objects = page.children(verb, "dobj", "dative")
    if name is None and len(objects) > 1:  # 'label it a group' with two objects
        name = objects[-1]
    if name is None and objects and page.tokens[verb].lemma in word_set("naming"):
        quoted = [i for i in page.parse.subtree(verb) if i > objects[0] and page.quote_index(i) >= 0]
        quoted = [i for i in quoted if page.quote_index(i) == page.quote_index(quoted[0])]  # a later one is no name
        if quoted:  # 'called the raid “a …”' where the parser missed the second noun
            return make_candidate(
                page, verb, frame, list(range(verb + 1, quoted[-1] + 1)), head=None, rule="attribute.name.v1"
            )
    if name is None or name < verb:
        return None
    target = next((each for each in objects if each != name), None)
    if target is None and not _is_gapped(page, verb):
        return None  # 'declared victory' names nothing
    reasons = {i for child in page.children(name, "acl") if _says(page, child) for i in page.parse.subtree(child)}
    parts = [i for i in page.parse.subtree(name) if i not in reasons]
    if target is not None and target > verb:
        parts = [*page.parse.subtree(target), *parts]
    return make_candidate(page, verb, frame, filled(parts, [verb]), head=None, rule="attribute.name.v1")


def _says(page: Page, participle: int) -> bool:
    """'called it a farce saying S': the reason is a claim of its own, though the parser ties it to the farce."""
    return page.tokens[participle].lemma == "say" and page.tokens[participle].tag == "VBG"


def _is_gapped(page: Page, verb: int) -> bool:
    """'which they call a raid', 'itself loyal': what is named stands before the verb or inside the name."""
    token = page.tokens[verb]
    if token.dep in {"relcl", "ccomp", "pcomp"} or page.child(verb, "nsubjpass") is not None:
        return True
    return _small_clause(page, verb) is not None


def _small_clause(page: Page, verb: int) -> int | None:
    """'itself loyal', 'X a threat': subject and complement without a verb."""
    for child in page.children(verb, "ccomp"):
        has_verb = page.tokens[child].pos in {"VERB", "AUX"} or page.child(child, "cop", "mark") is not None
        if not has_verb and page.child(child, "nsubj") is not None:
            return child
    return None


def _as(page: Page, verb: int) -> Candidate | None:
    """'described X as Y', 'referred to X as Y'."""
    frame = frame_of(page.tokens[verb].lemma, "as")
    target = page.child(verb, "dobj")
    if target is None and page.tokens[verb].lemma == "refer":
        to = page.preposition(verb, frozenset({"to"}))
        target = None if to is None else page.child(to, "pobj")
    if frame is None or target is None or target < verb:
        return None
    opening = _as_phrase(page, verb, target)
    if opening is None or opening < target:
        return None
    speaking = page.child(opening, "pcomp")
    if (
        page.tokens[verb].lemma in word_set("quoting")
        and speaking is not None
        and is_speech(page.tokens[speaking].lemma)
    ):
        return None  # 'cited X as saying S': the claim is X's
    content = filled([*page.parse.subtree(target), *page.parse.subtree(opening)], [verb])
    return make_candidate(page, verb, frame, content, head=None, rule="attribute.as.v1")


def _as_phrase(page: Page, verb: int, target: int) -> int | None:
    for parent in (verb, target, *page.children(target, "acl")):
        for child in page.children(parent, "prep"):
            if page.tokens[child].lemma == "as" and page.child(child, "pobj", "pcomp", "amod", "acomp") is not None:
                return child
    return None


def _order(page: Page, verb: int) -> Candidate | None:
    """'urged X to Y', 'called on X to Y'."""
    frame = frame_of(page.tokens[verb].lemma, "order")
    action = page.child(verb, "xcomp", "ccomp", "advcl")
    if frame is None or action is None or action < verb or not page.is_infinitive(action):
        return None
    target = page.child(verb, "dobj", "dative")
    if target is None:
        on = page.preposition(verb, frozenset({"on", "upon"}))
        target = None if on is None else page.child(on, "pobj")
    own_subject = page.child(action, "nsubj")
    if (target is None or target > action) and own_subject is None:
        return None
    parts = page.parse.subtree(action)
    if target is not None:
        parts = [*page.parse.subtree(target), *parts]
    content = filled(parts, [verb])
    return make_candidate(page, verb, frame, content, head=action, rule="attribute.order.v1")


def _object(page: Page, verb: int) -> Candidate | None:
    """'denied involvement', 'announced the capture of X'."""
    frame = frame_of(page.tokens[verb].lemma, "object")
    if frame is None:
        return None
    particle = phrases()["with_particle"].get(page.tokens[verb].lemma)
    if particle is not None and not any(page.tokens[each].lemma == particle for each in page.children(verb, "prt")):
        return None
    if page.child(verb, "dative") is not None:
        return None  # 'denied them citizenship' withholds it
    target = page.child(verb, "dobj") or _free_relative(page, verb)
    if target is None or not _says_something(page, verb, target):
        return None
    content = plain(page, target)
    if page.tokens[verb].lemma in word_set("voicing"):
        content += [
            index for prep in page.children(verb, "prep") if prep == content[-1] + 1 for index in plain(page, prep)
        ]
    return make_candidate(page, verb, frame, content, head=None, rule="attribute.object.v2")


def _free_relative(page: Page, verb: int) -> int | None:
    """'decried what they called corruption': the whole clause is the object."""
    for child in page.children(verb, "ccomp"):
        first = page.tokens[page.parse.subtree(child)[0]]
        if child > verb and first.tag == "WP" and first.lemma == "what":
            return child
    return None


def plain(page: Page, head: int) -> list[int]:
    """A phrase without a relative clause behind a comma: that clause is the report's own remark."""
    inside = page.parse.subtree(head)
    for index in inside:
        token = page.tokens[index]
        if token.dep == "relcl" and index > head:
            clause = page.parse.subtree(index)
            if page.tokens[clause[0] - 1].text == "," and clause[-1] == inside[-1]:
                return [i for i in inside if i < clause[0]]
    return inside


def _says_something(page: Page, verb: int, target: int) -> bool:
    token = page.tokens[target]
    barred = phrases()["no_claim_objects"].get(page.tokens[verb].lemma, ())
    if token.pos in _NO_CONTENT or token.tag in _RELATIVE or token.lemma in barred or target < verb:
        return False
    return token.lemma not in {"thing", "something", "nothing", "anything", "everything"}


def _about(page: Page, verb: int) -> Candidate | None:
    """'warned of famine', 'called for an inquiry'."""
    for frame in load_verbs()[page.tokens[verb].lemma]:
        if frame.name == "about":
            opening = page.preposition(verb, frame.prepositions)
            if opening is not None and opening > verb:
                return make_candidate(page, verb, frame, plain(page, opening), head=None, rule="attribute.about.v1")
    return None


def find_opening(page: Page, above: tuple[int, ...], lemmas: frozenset[str]) -> int | None:
    """The preposition, or the clause with its 'that', below one of several tokens."""
    for parent in above:
        at = page.preposition(parent, lemmas)
        if at is not None:
            return at
        clause = page.child(parent, "acl", "ccomp")
        if "that" in lemmas and clause is not None:
            return clause
    return None
