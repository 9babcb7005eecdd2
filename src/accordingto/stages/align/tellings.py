"""Which triggers of a sentence tell of one event, and which words are theirs.

'An attack that killed nine' and 'stormed the village, killing nine' are one telling of one event; 'freed the girls
kidnapped in April' are two.
"""

from dataclasses import dataclass
from itertools import islice

from accordingto.model.document import Span
from accordingto.model.event import EventKind
from accordingto.model.parse import Parse, Token
from accordingto.stages.align.families import Words
from accordingto.stages.align.triggers import Trigger

# A word below one of these links belongs to another clause than the trigger above it.
BORDERS = frozenset({"ccomp", "advcl", "relcl", "parataxis", "csubj", "csubjpass"})
# 'killed in a raid', 'died during clashes', 'left dead by the blast'; not 'before', 'after', 'since'.
WITHIN = frozenset({"in", "during", "by", "of", "with", "through", "amid", "when", "from", "as", "to"})
# 'Sank after an explosion', 'died following clashes': an outcome and its cause.
AFTER = frozenset({"after", "follow"})
# 'Died when', 'killed as', 'wounded after' open the clause that says how; 'before', 'since', 'while' another time.
CAUSES = frozenset({"when", "as", "after"})
OPENING = frozenset({"mark", "advmod"})
# What people are killed and hurt in; and what takes hostages and kills as a part of it.
GRAVE = frozenset({EventKind.ASSAULT, EventKind.PROTEST, EventKind.SEIZE})
RISING = "uprising"
OPEN = frozenset({EventKind.ASSAULT, EventKind.PROTEST})
# More words than this are no clause but a parse gone wrong, or a list.
LONGEST = 60
# A trigger further up than this many words governs nothing.
HIGHEST = 20
# So many words may stand between an event's noun and the last word before 'in which'.
REACH = 10
# Links between two nouns that are one event: pobj, prep, dobj and one more.
FARTHEST = 4


@dataclass(frozen=True, slots=True)
class Telling:
    """One stretch of words that tells of one event.

    Attributes:
        main: the trigger that names it best.
        triggers: all of them, in text order.
        tokens: the words of its own clause, in text order.
        span: the unbroken run of them around the main trigger.
    """

    main: Trigger
    triggers: tuple[Trigger, ...]
    tokens: tuple[int, ...]
    span: Span


def find_tellings(parse: Parse, triggers: list[Trigger], words: Words) -> list[Telling]:
    """Triggers joined where grammar makes them one event, with the words of their clauses, in text order."""
    anchors = _anchors(triggers)
    group = {trigger.index: trigger.index for trigger in triggers}
    by_index = {trigger.index: trigger for trigger in triggers}
    for trigger in triggers:
        above = _above(parse, trigger, anchors)
        which = _in_which(parse, trigger, anchors)
        if which is not None and (
            words.may_join(trigger.family, which.family) or _is_outcome_of(trigger, which, words)
        ):
            group[_root(group, trigger.index)] = _root(group, which.index)
        elif above is not None and _is_one(parse, trigger, above, words):
            group[_root(group, trigger.index)] = _root(group, above.index)
    members: dict[int, list[Trigger]] = {}
    for trigger in triggers:
        members.setdefault(_root(group, trigger.index), []).append(by_index[trigger.index])
    owned = _owned(parse, triggers, anchors)
    found = [_telling(parse, each, owned, words) for each in members.values()]
    return sorted(found, key=lambda telling: telling.main.index)


def _anchors(triggers: list[Trigger]) -> dict[int, Trigger]:
    """Token -> the trigger that it stands for: triggers, their second words and their light verbs."""
    anchors: dict[int, Trigger] = {}
    for trigger in triggers:
        for each in (trigger.clause, trigger.partner):
            anchors.setdefault(each, trigger)
    return anchors | {trigger.index: trigger for trigger in triggers}


def _root(group: dict[int, int], index: int) -> int:
    while group[index] != index:
        index = group[index]
    return index


def _above(parse: Parse, trigger: Trigger, anchors: dict[int, Trigger]) -> Trigger | None:
    """The nearest trigger that governs this one."""
    for at in islice(parse.ancestors(trigger.clause), HIGHEST):
        other = anchors.get(at)
        if other is not None and other.index != trigger.index:
            return other
    return None


def _in_which(parse: Parse, trigger: Trigger, anchors: dict[int, Trigger]) -> Trigger | None:
    """The noun of 'the ambush at Orvel on May 19, in which nine died', whatever the parser hangs the clause on."""
    token = parse.tokens[trigger.index]
    inside = {parse.tokens[c].lemma.lower() for child in parse.children[token.index] for c in parse.children[child]}
    if token.dep != "relcl" or "which" not in inside:
        return None
    for at in range(token.head, max(token.head - REACH, parse.sentences[token.sentence].first) - 1, -1):
        if parse.tokens[at].pos == "VERB":
            # 'The police firing on May 4 in which two died': parsers take the noun for a verb.
            return anchors.get(at) if parse.tokens[at].tag == "VBG" else None
        if at in anchors and not anchors[at].verbal:
            return anchors[at]
    return None


def _path(parse: Parse, below: int, above: Trigger) -> list[int]:
    """Tokens from one up to, not including, the clause or noun of the trigger above it."""
    ends = {above.index, above.clause, above.partner}
    path = []
    while below not in ends and parse.tokens[below].head != below:
        path.append(below)
        below = parse.tokens[below].head
    return path


def _is_one(parse: Parse, trigger: Trigger, above: Trigger, words: Words) -> bool:
    """Whether a trigger and the one that governs it tell of one event."""
    path = _path(parse, trigger.clause, above)
    links = [parse.tokens[each].dep for each in path]
    if _is_within(parse, path, links, words, trigger=trigger, above=above):
        return True
    if not words.may_join(trigger.family, above.family):
        return _does_it(trigger, above, links, words)
    if trigger.verbal and _is_cause(parse, path, links, words, trigger=trigger, above=above):
        return True
    if trigger.verbal:
        return _is_same_clause(parse, path, links, words, trigger=trigger, above=above)
    within = WITHIN | AFTER if words.families[above.family].result else WITHIN
    prepositions = {parse.tokens[each].lemma.lower() for each in path if parse.tokens[each].dep in {"prep", "agent"}}
    return prepositions <= within and not BORDERS & set(links) and len(links) <= FARTHEST and "conj" not in links


def _does_it(trigger: Trigger, above: Trigger, links: list[str], words: Words) -> bool:
    """'Two bombings hit the market': violence as the subject of violence is one event."""
    kinds = {words.families[each.family].kind for each in (trigger, above)}
    return (
        (kinds == {EventKind.ASSAULT} or _is_outcome_of(above, trigger, words))
        and above.verbal
        and not trigger.verbal
        and links in (["nsubj"], ["agent", "pobj"], ["pobj", "agent"])
    )


def _is_outcome_of(trigger: Trigger, above: Trigger, words: Words) -> bool:
    """'A riot in which nine died': an outcome told of a noun is that noun's, whatever it names."""
    return words.families[trigger.family].result and words.families[above.family].kind in GRAVE


def _is_within(
    parse: Parse, path: list[int], links: list[str], words: Words, *, trigger: Trigger, above: Trigger
) -> bool:
    """'A riot that killed nine'; 'rose up, holding nine guards hostage'."""
    if not trigger.verbal or not links or any(_is_marked(parse, each) for each in path):
        return False
    if not above.verbal:
        return links == ["relcl"] and _is_outcome_of(trigger, above, words)
    own = {parse.tokens[c].dep for c in parse.children[path[0]]}
    rising = RISING in {above.family, trigger.family}
    # 'Supporters clashed, leaving seven dead'; the dead of a town that is taken may be told of by themselves.
    rising = rising or (words.families[trigger.family].result and words.families[above.family].kind in OPEN)
    grave = {words.families[each.family].kind for each in (above, trigger)} <= GRAVE
    return (
        rising
        and grave
        and parse.tokens[path[0]].tag == "VBG"
        and set(links) <= {"advcl", "conj"}
        and "nsubj" not in own
    )


def _is_same_clause(
    parse: Parse, path: list[int], links: list[str], words: Words, *, trigger: Trigger, above: Trigger
) -> bool:
    """A verb under another trigger: 'a raid that killed', 'stormed the town and killed', 'attacked, killing'."""
    if not links or any(_is_marked(parse, each) for each in path):
        return False
    result = words.families[trigger.family].result
    if not above.verbal and parse.tokens[path[-1]].head == above.index:
        return links[-1] in {"relcl", "acl"} and (result or len(path) == 1)
    return result and set(links) <= {"conj", "advcl", "xcomp", "ccomp", "prep", "pcomp"}


def _is_cause(
    parse: Parse, path: list[int], links: list[str], words: Words, *, trigger: Trigger, above: Trigger
) -> bool:
    """'Nine died when planes struck', 'two were killed after police opened fire': the outcome and its cause."""
    outcome, cause = words.families[above.family], words.families[trigger.family]
    if not above.verbal or not outcome.result or cause.result or links != ["advcl"]:
        return False
    opening = {parse.tokens[c].lemma.lower() for c in parse.children[path[0]] if parse.tokens[c].dep in OPENING}
    return bool(opening & CAUSES)


def _is_marked(parse: Parse, index: int) -> bool:
    """'after', 'when', 'before' open a clause about another time."""
    return any(
        parse.tokens[c].dep in {"mark", "advmod"}
        and parse.tokens[c].lemma.lower() in {"after", "before", "when", "since", "while", "until", "once"}
        for c in parse.children[index]
    )


def _owned(parse: Parse, triggers: list[Trigger], anchors: dict[int, Trigger]) -> dict[int, list[int]]:
    """Trigger token -> the tokens of its own clause: all below it, but for other clauses and other triggers'."""
    owned: dict[int, list[int]] = {trigger.index: [] for trigger in triggers}
    for anchor, trigger in anchors.items():
        own, todo = owned[trigger.index], [anchor]
        while todo:
            at = todo.pop()
            own.append(at)
            below = parse.children[at]
            todo += [each for each in below if each not in anchors and not _opens_clause(parse.tokens[each])]
    return owned


def _opens_clause(token: Token) -> bool:
    return token.dep in BORDERS or (token.dep == "conj" and token.pos == "VERB")


def _telling(parse: Parse, members: list[Trigger], owned: dict[int, list[int]], words: Words) -> Telling:
    main = min(members, key=lambda trigger: (words.families[trigger.family].result, trigger.index))
    tokens = sorted({index for trigger in members for index in (*owned[trigger.index], trigger.index)})
    return Telling(main, tuple(members), tuple(tokens), _span(parse, main, members, tokens))


def _span(parse: Parse, main: Trigger, members: list[Trigger], tokens: list[int]) -> Span:
    """From the first to the last word, gaps bridged only between the telling's own triggers."""
    inside = {trigger.index for trigger in members} | {trigger.clause for trigger in members}
    low, high = min(inside), max(inside)
    own = set(tokens)
    while low - 1 in own:
        low -= 1
    while high + 1 in own:
        high += 1
    if high - low > LONGEST:
        low, high = max(low, main.index - LONGEST // 2), min(high, main.index + LONGEST // 2)
    return _trimmed(parse, low, high)


def _trimmed(parse: Parse, low: int, high: int) -> Span:
    """Without marks and little words at the ends."""
    while low < high and parse.tokens[low].pos in {"PUNCT", "SPACE", "CCONJ", "SCONJ"}:
        low += 1
    while high > low and parse.tokens[high].pos in {"PUNCT", "SPACE"}:
        high -= 1
    return parse.span(low, high)
