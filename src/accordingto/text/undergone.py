"""'Two rebels killed in Kelby': headlines leave out 'were', and the parser takes the dead for those who killed."""

from functools import cache

from accordingto.lexicon import load_table
from accordingto.model.parse import Parse, Token

# How many verbs joined by 'and' share an object: 'chased, shot and killed a guard'.
_FARTHEST = 4


def is_undergone(parse: Parse, verb: Token) -> bool:
    """Whether the subject of a verb in the past is those it was done to: such verbs never stand without an object."""
    if verb.lemma not in _transitive() or verb.tag not in {"VBD", "VBN"}:
        return False
    return not any(_has_object(parse, each) for each in _joined(parse, verb))


@cache
def _transitive() -> frozenset[str]:
    return frozenset(load_table("en", "acting")["undergone"])


def _joined(parse: Parse, verb: Token) -> list[Token]:
    """The verb and those that share its object."""
    at, found = verb, [verb]
    for _ in range(_FARTHEST):
        if at.dep != "conj":
            break
        at = parse.tokens[at.head]
        found.append(at)
    below = [verb.index]
    for _ in range(_FARTHEST):
        below = [child for index in below for child in parse.children[index] if parse.tokens[child].dep == "conj"]
        found += [parse.tokens[index] for index in below]
    return found


def _has_object(parse: Parse, verb: Token) -> bool:
    """A thing done to, an aim ('shot at'), or a relative clause whose object stands outside it."""
    if verb.dep == "relcl":
        return True
    links = {parse.tokens[child].dep for child in parse.children[verb.index]}
    aims = (parse.tokens[child] for child in parse.children[verb.index] if parse.tokens[child].dep == "prep")
    return bool(links & {"dobj", "ccomp", "agent", "nsubjpass"}) or any(each.lemma in {"at", "into"} for each in aims)
