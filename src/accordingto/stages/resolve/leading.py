"""Who leads or speaks for a body by a verb: 'Osrin, who leads the group', 'the Front, led by Tor Osrin'.

What was once led is left out: only the present tense and 'led by' beside a name show whose side somebody is on.
"""

from collections.abc import Iterable
from functools import cache

from accordingto.model.actor import ActorKind
from accordingto.model.document import Span
from accordingto.model.parse import Parse, Token
from accordingto.stages.resolve import words
from accordingto.stages.resolve.cast import Bond, Cast, current

_PRESENT = frozenset({"VBZ", "VBP", "VBG"})
_CLAUSES = frozenset({"acl", "relcl"})
# Words beside a verb that make it no report of what is so.
_UNREAL = frozenset({"not", "n't", "n’t", "never", "would", "could", "may", "might", "to", "should"})


def bind_leaders(cast: Cast, parse: Parse) -> None:
    """Bind who leads a body, or speaks for it, to that body."""
    leading = words.acting("leading")
    for token in [each for each in parse.tokens if each.lemma in _telling() or each.text == "behalf"]:
        if token.lemma in leading and token.pos == "VERB":
            if token.tag == "VBN" and token.dep == "acl":
                _bind(cast, parse, people=_agents(parse, token), bodies=[token.head])
            elif token.tag in _PRESENT:
                _bind(cast, parse, people=_subjects(parse, token), bodies=_objects(parse, token))
        elif token.lemma == "speak" and token.pos == "VERB":
            _bind(cast, parse, people=_subjects(parse, token), bodies=_under(parse, token, "for"))
        elif token.text == "behalf":
            verb = next((parse.tokens[i] for i in parse.ancestors(token.index) if parse.tokens[i].pos == "VERB"), token)
            _bind(cast, parse, people=_subjects(parse, verb), bodies=_under(parse, token, "of"))


@cache
def _telling() -> frozenset[str]:
    return words.acting("leading") | {"speak"}


def _bind(cast: Cast, parse: Parse, *, people: Iterable[int], bodies: Iterable[int]) -> None:
    there = list(bodies)
    for one in people:
        person = cast.at(one)
        for other in there:
            body = cast.at(other)
            if person is None or body is None or person.kind is not ActorKind.PERSON or body.kind is ActorKind.PERSON:
                continue
            if not body.described and not any(current(bond.figure) is body for bond in person.bonds):
                person.bonds.append(Bond(body, _evidence(cast, parse, one, other), "resolve.leads.v1"))


def _evidence(cast: Cast, parse: Parse, one: int, other: int) -> Span:
    """From one name to the other."""
    spans = [cast.words_at(index) or parse.span(index, index) for index in (one, other)]
    return Span(min(span.start for span in spans), max(span.end for span in spans))


def _subjects(parse: Parse, verb: Token) -> list[int]:
    """Who does it, where it is so: 'Osrin leads', 'Osrin, who leads', 'Osrin, leading'."""
    below = [parse.tokens[index] for index in parse.children[verb.index]]
    if any(each.text.lower() in _UNREAL for each in below):
        return []
    found = [each for each in below if each.dep == "nsubj"]
    if verb.dep in _CLAUSES and all(each.text.lower() in {"who", "that", "which"} for each in found):
        return [verb.head]
    if not found and verb.dep == "advcl":  # 'Speaking for the Front, Tor Osrin said'
        return _subjects(parse, parse.tokens[verb.head])
    return [each.index for each in found]


def _agents(parse: Parse, verb: Token) -> list[int]:
    return [
        deeper
        for index in parse.children[verb.index]
        if parse.tokens[index].dep == "agent"
        for deeper in parse.children[index]
    ]


def _objects(parse: Parse, verb: Token) -> list[int]:
    return [index for index in parse.children[verb.index] if parse.tokens[index].dep == "dobj"]


def _under(parse: Parse, over: Token, preposition: str) -> list[int]:
    """'for the Front' under 'speaking', 'of the Front' under 'behalf'."""
    return [
        deeper
        for index in parse.children[over.index]
        if parse.tokens[index].lemma == preposition
        for deeper in parse.children[index]
        if parse.tokens[deeper].dep == "pobj"
    ]
