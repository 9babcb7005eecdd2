"""What a name names, voted on by every place where the document has it."""

from collections import defaultdict
from collections.abc import KeysView, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from accordingto.model.actor import ActorKind
from accordingto.model.parse import Parse, Token
from accordingto.stages.resolve import words
from accordingto.stages.resolve.phrases import NamePhrase
from accordingto.text.names import fold_name, is_acronym
from accordingto.text.outlets import is_outlet_name

PLACE = "place"
THING = "thing"

_LABEL_VOTES = {
    "PERSON": ActorKind.PERSON,
    "ORG": ActorKind.ORGANIZATION,
    "GPE": PLACE,
    "LOC": PLACE,
    "FAC": PLACE,
    "NORP": "people",
    "EVENT": THING,
    "LAW": THING,
    "PRODUCT": THING,
    "WORK_OF_ART": THING,
    "LANGUAGE": THING,
}
# The recogniser takes any lone strange word for a person.
LONE_PERSON = 0.8
SPEAKER = "speaker"
_OF = frozenset({"of", "de", "del", "do"})
# Words before a place, and before a place or somebody; marks behind a name in quotation marks.
_IN_PLACES = frozenset({"in", "near", "at", "across", "outside"})
_TO_PLACES = frozenset({"from", "to", "into"})
_CLOSING = frozenset({"”", '"', "’"})
OLDEST = 110
_LONGEST_AGE = 3  # digits
_UNITS = frozenset({"regiment", "battalion", "brigade", "unit", "legion", "corps"})
# 'the commissioner of the province of Kell, Tor Osrin': how many 'of' an office may have.
DEEPEST = 2
GOOD_REASON = 2
# A vote less than this is no evidence at all.
LEAST = 0.9


class Decided(NamedTuple):
    """What a name names in one document.

    Attributes:
        kind: person, group, organisation, outlet, or ``place``, ``people``, ``thing`` or ``''`` when nothing tells.
        sure: whether the document's own words say so (titles, head words, 'fighters' after it), not the recogniser
            alone; only that overrules another document.
    """

    kind: ActorKind | str
    sure: bool


def decide_kind(phrases: Sequence[NamePhrase], parse: Parse, sources: KeysView[int]) -> Decided:
    """What a name names, by all the places where the document has it."""
    told: defaultdict[str, float] = defaultdict(float, _from_words(phrases[0].text))
    votes: defaultdict[str, float] = defaultdict(float)
    for phrase in phrases:
        weight = 1.0 if phrase.firm else 0.4
        if phrase.label in _LABEL_VOTES:
            lone = phrase.label == "PERSON" and phrase.last - phrase.first == 1
            votes[_LABEL_VOTES[phrase.label]] += weight * (LONE_PERSON if lone else 1)
        if not sources.isdisjoint(range(phrase.first, phrase.last)):
            votes[SPEAKER] += 1.5
        for kind, score in _from_neighbours(phrase, parse):
            told[kind] += score * weight
        if phrase.title:
            told[ActorKind.PERSON] += _from_title(phrase) * weight
    if _is_spanish_plural(phrases):
        told[ActorKind.GROUP] += 3
    lead = _lead_of_persons(told)
    if abs(lead) >= GOOD_REASON:  # the document's own words overrule the recogniser, however often it errs
        votes.pop(ActorKind.ORGANIZATION if lead > 0 else ActorKind.PERSON, None)
    for kind, score in told.items():
        votes[kind] += score
    kind = _weigh(votes)
    return Decided(kind, sure=(lead if kind is ActorKind.PERSON else -lead) >= GOOD_REASON)


def _is_spanish_plural(phrases: Sequence[NamePhrase]) -> bool:
    """'Los Halcones' are several; the towns that begin so are known to the recogniser."""
    fold = fold_name(phrases[0].text)
    several = fold.startswith(("los ", "las ")) and fold.endswith("s")
    return several and not any(_LABEL_VOTES.get(phrase.label) == PLACE for phrase in phrases)


def _lead_of_persons(told: Mapping[str, float]) -> float:
    """How much more the document's words speak for a person than for a body."""
    if not told:
        return 0
    person = told.get(ActorKind.PERSON, 0.0)
    return 2 * person - sum(score for kind, score in told.items() if isinstance(kind, ActorKind))


def _weigh(votes: dict[str, float]) -> ActorKind | str:
    """The kind with most votes; a group is an organisation with one good reason to be called a group."""
    speaker = votes.pop(SPEAKER, 0)
    group = votes.pop(ActorKind.GROUP, 0)
    if group:
        votes[ActorKind.ORGANIZATION] += group
    if speaker:
        people = votes[ActorKind.PERSON] >= votes[ActorKind.ORGANIZATION] and votes[ActorKind.PERSON] > 0
        votes[ActorKind.PERSON if people else ActorKind.ORGANIZATION] += speaker
    if not votes:
        return ""
    kind, score = min(votes.items(), key=lambda vote: (-vote[1], vote[0]))
    if score < LEAST:
        return ""
    return ActorKind.GROUP if kind == ActorKind.ORGANIZATION and group >= GOOD_REASON else kind


def _from_title(phrase: NamePhrase) -> float:
    """'President Osrin' is a person's; 'Official Visit' and 'Chief Executive' only begin like titles."""
    last = phrase.title.split()[-1].rstrip(".")
    weak = last in words.nouns("weak_titles")
    if phrase.label == "PERSON" or (last in words.honorifics() and last not in words.roles() and not weak):
        return 3
    return 0 if weak else 1.5


@lru_cache(maxsize=50_000)
def _from_words(text: str) -> Mapping[str, float]:
    votes: defaultdict[str, float] = defaultdict(float)
    parts = fold_name(text).split()
    if is_outlet_name(text):
        votes[ActorKind.OUTLET] += 8
    if not parts:
        return votes
    ends = {parts[0], parts[-1]} | {parts[at - 1] for at, part in enumerate(parts) if at and part in _OF}
    if len(parts) > 1 and ends & words.organisation_words("armed"):
        votes[ActorKind.GROUP] += 6
    elif len(parts) > 1 and ends & words.organisation_words("civil"):
        votes[ActorKind.ORGANIZATION] += 6
    elif len(parts) > 1 and ends & words.organisation_words("outlet"):
        votes[ActorKind.OUTLET] += 4
    if len(parts) == 1 and parts[0] in words.organisation_words("civil", "armed"):
        votes[ActorKind.ORGANIZATION] += 2  # 'Ministry' in a headline
    if len(parts) > 1 and parts[-1] in words.nouns("places"):
        votes[PLACE] += 1 if parts[-1] == "state" else 4  # some groups call themselves a state
    if len(parts) > 1 and parts[0] in words.given_names("masculine", "feminine"):
        votes[ActorKind.PERSON] += 1.5
    if is_acronym(text):
        votes[ActorKind.ORGANIZATION] += 1
    return votes


def _from_neighbours(phrase: NamePhrase, parse: Parse) -> list[tuple[str, float]]:
    tokens = parse.tokens
    sentence = parse.sentences[tokens[phrase.first].sentence]
    before = tokens[phrase.first - 1] if phrase.first > sentence.first else None
    after = tokens[phrase.last] if phrase.last < sentence.last else None
    found: list[tuple[str, float]] = []
    # The order of what is found is the order in which it is added up.
    if after is not None and after.text.islower() and after.lemma in words.nouns("places"):
        found.append((PLACE, 3))
    if before is not None:
        found += _from_preposition(before, tokens)
    if after is not None and after.text in _CLOSING and after.index + 1 < sentence.last:
        found += _from_next(tokens[after.index + 1])
    elif after is not None:
        found += _from_next(after)
    if before is not None and before.text.islower():
        if before.lemma in words.nouns("group_beside_name"):
            found.append((ActorKind.GROUP, 2.5))
        if _is_role(before):
            found.append((ActorKind.PERSON, 2))
    if _has_age(tokens, phrase.last, sentence.last):
        found.append((ActorKind.PERSON, 4))
    if not phrase.label and _looks_personal(phrase, parse):
        found.append((ActorKind.PERSON, 1.0))
    found += _from_grammar(tokens[phrase.last - 1], parse)
    return found


def _from_preposition(before: Token, tokens: Sequence[Token]) -> list[tuple[str, float]]:
    """'in Kell', 'to Kell', 'the city of Kell'."""
    if before.text == "of" and tokens[before.index - 1].lemma in words.nouns("places"):
        return [(PLACE, 3)]
    if before.text in _IN_PLACES:
        return [(PLACE, 1.0)]
    return [(PLACE, 0.5)] if before.text in _TO_PLACES else []


def _from_next(after: Token) -> list[tuple[str, float]]:
    """'Kell Dawn fighters', 'the "Free The Miners" movement'."""
    if not after.text.islower() or after.dep == "poss":
        return []
    if after.text in words.nouns("group_beside_name") and after.tag == "NNS":
        return [(ActorKind.GROUP, 2)]
    return [(ActorKind.GROUP, 2.5)] if after.text in words.nouns("group_after_name") else []


def _is_role(noun: Token) -> bool:
    return noun.lemma in words.roles() or noun.lemma in words.nouns("person")


def holder_of(noun: Token, parse: Parse) -> Token:
    """'the head of the group, Tor Osrin': the parser hangs the name on 'group', it belongs to 'head'."""
    at = noun
    for _ in range(DEEPEST):
        over = parse.tokens[at.head]
        if at.dep != "pobj" or over.lemma not in {"of", "for"}:
            break
        at = parse.tokens[over.head]
        if at.tag == "NNS":
            break  # 'members of the group, the Night Watch': several people are not one name
        if _is_role(at):
            return at
    return noun


def _has_age(tokens: Sequence[Token], at: int, last: int) -> bool:
    """'Tor Osrin, 28, …', 'Tor Osrin, aged 28': only persons have their age beside them."""
    if at + 2 >= last or tokens[at].text != ",":
        return False
    ahead = [token.text.lower() for token in tokens[at : at + 3]]
    return ahead[1] == "aged" or (_is_age(ahead[1]) and ahead[2] in {",", "."})


def _is_age(word: str) -> bool:
    return word.isdecimal() and len(word) <= _LONGEST_AGE and 0 < int(word) < OLDEST


def _looks_personal(phrase: NamePhrase, parse: Parse) -> bool:
    """Two or three strange names in a row that do something: a reader takes them for a person."""
    inside = parse.tokens[phrase.first : phrase.last]
    if not 2 <= len(inside) <= 3:  # noqa: PLR2004
        return False
    does = any(token.dep == "nsubj" and parse.tokens[token.head].pos == "VERB" for token in inside)
    return does and all(token.pos == "PROPN" and token.text.istitle() for token in inside)


def _from_grammar(head: Token, parse: Parse) -> list[tuple[str, float]]:
    found: list[tuple[str, float]] = []
    tokens = parse.tokens
    over = tokens[head.head]
    if head.dep == "nsubj" and over.lemma in words.acting("speech"):
        found.append((ActorKind.PERSON, 0.4))
    by = head.dep == "pobj" and over.dep == "agent"
    if (head.dep == "nsubj" or by) and _is_group_that_acts(head, parse):
        found.append((ActorKind.GROUP, 2))
    if by and tokens[over.head].lemma in words.acting("leading"):
        found.append((ActorKind.PERSON, 2))  # 'the Front, led by Tor Osrin'
    beside = [tokens[index] for index in parse.children[head.index] if tokens[index].dep == "appos"]
    if head.dep == "appos":
        beside.append(over)
    found.extend(each for noun in beside for each in _from_noun(holder_of(noun, parse)))
    return found


def _is_group_that_acts(head: Token, parse: Parse) -> bool:
    """'The Night Watch attacked', 'the Unbowed announced': who does so with 'the' before a bare name is a group."""
    over = parse.tokens[head.head]
    if not head.text[:1].isupper():
        return False
    children = [parse.tokens[index] for index in parse.children[head.index]]
    if not any(each.text.lower() == "the" for each in children):
        return False
    if any(each.dep not in {"det", "compound", "punct", "appos", "relcl"} for each in children):
        return False  # 'the mayor of Orvel', 'the Orvel-based Times'
    verb = parse.tokens[over.head] if over.dep == "agent" else over
    return verb.lemma in words.acting("fighting") or (
        head.dep == "nsubj" and head.text.endswith("s") and verb.lemma in words.acting("speech")
    )


def _from_noun(noun: Token) -> list[tuple[str, float]]:
    """What a common noun beside a name says that it is: 'Tor Osrin, a general', 'Kell Dawn, a militia'."""
    if noun.pos != "NOUN":
        return []
    if _is_role(noun):
        return [(ActorKind.PERSON, 2)]
    if noun.lemma in words.nouns("group_beside_name") or noun.lemma in _UNITS:
        return [(ActorKind.GROUP, 2.5)]
    if noun.lemma in words.nouns("places"):
        return [(PLACE, 2)]
    if noun.lemma in words.organisation_words("civil"):
        return [(ActorKind.ORGANIZATION, 2)]
    return [(ActorKind.OUTLET, 2)] if noun.lemma in words.organisation_words("outlet") else []
