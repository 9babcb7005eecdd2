"""Mentions of one document -> bundles: as a reader goes through it, each mention looks back for its event."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import timedelta

from accordingto.model.event import EventKind
from accordingto.stages.align.bundle import Bundle, add_mention, make_bundle
from accordingto.stages.align.families import Words
from accordingto.stages.align.likeness import NEVER, compare_bundles
from accordingto.stages.align.reality import Reality
from accordingto.stages.align.told import Told
from accordingto.stages.align.when import Basis

WITHIN = 1.4  # from this score on, two mentions of one document are one event
# A mention looks back over so many events of its sort; a reader would not look further either.
MEMORY = 60

RISING = "uprising"
THOSE = frozenset({"both", "they", "them", "he", "she", "him", "her", "all", "two", "three", "some"})

ELSEWHERE = -2.0  # 'another raid, on the town of Orvel'
OTHER_TOWN = -2.5  # 'rebels attacked Orvel … rebels attacked Kelmar'
FRESH = -2.0  # 'another raid'
DEFINITE, DEFINITE_OTHER = 1.2, 0.6  # 'the raid' after a raid; after an attack
OUTCOME, OUTCOME_REACH = 0.8, 2  # 'nine died', near the violence or when the report is about it
OUTCOME_BARE = 0.7  # and nothing else is said of when, where or who did it
CHIEF = 0.2  # and what a sentence is about before what it mentions: 'fired on a crowd protesting over a leak'
THEM = 0.8  # 'both had been shot' goes on about those told of just before
BACKGROUND = -2.0  # told only to measure the news, or long before it
NEWS_DAYS = 30
UNREST = 1.0  # what protesters do, and their arrest, are parts of their protest
BESIDE = 1.5  # 'one arrest; three people were injured'
DENIAL = 0.8  # 'no civilian target was hit' answers what was told before
ADJACENT = 0.3
LEAD = 0.4
HEADLINE = 0.8  # the first sentence tells at length what the headline tells
BARE_PLURAL = -0.5
# Violence told without a day or a place of its own is what the report is about.
TOPIC = 1.0


def join_within(mentions: Sequence[Told], words: Words) -> list[Bundle]:
    """The events of one document, from its mentions in text order."""
    bundles: list[Bundle] = []
    recent: dict[str, list[Bundle]] = defaultdict(list)
    for told in mentions:
        groups = sorted({*words.families[told.family].joins, *find_singles(told)})
        seen = {id(bundle): bundle for group in groups for bundle in recent[group][-MEMORY:]}
        alone = make_bundle([told], words)
        best = _best(told, alone, seen.values(), words)
        if best is None:
            best = alone
            bundles.append(best)
        else:
            add_mention(best, told, words)
        for group in groups:
            recent[group] = [*(each for each in recent[group][-MEMORY:] if each is not best), best]
    return bundles


def find_singles(told: Told) -> set[str]:
    """The persons and ships done to, by which violence is found that goes by another name."""
    return {f"one {each}" for party in told.parties if party.role == "patient" for each in party.single}


def _best(told: Told, alone: Bundle, bundles: Iterable[Bundle], words: Words) -> Bundle | None:
    """The likest bundle that is like enough, of equals the one spoken of last."""
    scored = [(_score(told, alone, bundle, words), at, bundle) for at, bundle in enumerate(bundles)]
    good = [each for each in scored if each[0] >= WITHIN]
    return max(good, key=lambda each: each[:2])[2] if good else None


def _score(told: Told, alone: Bundle, bundle: Bundle, words: Words) -> float:
    """Likeness, and the thread of the telling: 'the raid' looks back, 'another raid' does not."""
    score = compare_bundles(alone, bundle, words)
    return score if score <= NEVER else score + _thread(told, bundle, words)


def _thread(told: Told, bundle: Bundle, words: Words) -> float:
    first, last = bundle.mentions[0], bundle.mentions[-1]
    away = told.sentence - last.sentence
    score = ADJACENT if away <= 1 else 0.0
    elsewhere = bool(told.local) and bool(bundle.places) and not _shares_place(told, bundle)
    if told.fresh and not told.headline:
        score += FRESH + (ELSEWHERE if elsewhere else 0.0)
    elif elsewhere and not told.definite:
        score += OTHER_TOWN
    if told.definite:
        same = (told.family in bundle.families and not told.plural) or _is_any(told)
        score += DEFINITE if same else DEFINITE_OTHER
    if told.plural and told.generic and not last.plural:
        score += BARE_PLURAL
    if words.families[told.family].result and not told.places and (away <= OUTCOME_REACH or first.lead):
        score += OUTCOME + (OUTCOME_BARE if first.lead and is_bare(told) else 0.0) + (CHIEF if first.chief else 0.0)
    elif told.reality is Reality.DENIED and is_bare(told):
        score += DENIAL
    elif (
        away <= OUTCOME_REACH and is_bare(told) and any(p.role == "patient" and p.lemma in THOSE for p in told.parties)
    ):
        score += THEM
    if first.lead and not told.fresh and not told.plural and _is_of_topic(told, words):
        score += TOPIC
    if told.lead and first.lead:
        score += HEADLINE if first.headline and told.sentence == 1 else LEAD
    return score + _subject(told, bundle, words)


def _subject(told: Told, bundle: Bundle, words: Words) -> float:
    """What the bundle is told for: in passing, or as a day of protest that much belongs to."""
    if told.background or all(each.background for each in bundle.mentions) or _is_old_news(told, bundle):
        return BACKGROUND
    if not _is_of_unrest(told, bundle, words):
        return 0.0
    beside = words.families[told.family].result and told.sentence == bundle.mentions[-1].sentence
    return UNREST + (BESIDE if beside else 0.0)


def _is_of_unrest(told: Told, bundle: Bundle, words: Words) -> bool:
    """Whether a march, thrown stones, clashes or arrests are told as parts of a day of protest."""
    protest = [name for name in bundle.families if words.families[name].kind is EventKind.PROTEST]
    if told.definite and RISING in bundle.families:
        protest.append(RISING)  # 'the riot', where inmates rose
    part = any(words.may_join(told.family, name) for name in protest)
    return part and not told.fresh


def _is_old_news(told: Told, bundle: Bundle) -> bool:
    """Whether a mention dates its event long before the report, which tells the other as news."""
    dated, first = told.dated, bundle.mentions[0]
    if dated is None or dated.basis is not Basis.OWN or told.published is None or told.headline:
        return False
    old = dated.days.end < told.published.start - timedelta(days=NEWS_DAYS)
    return old and first.lead and not bundle.dates


def _is_of_topic(told: Told, words: Words) -> bool:
    """Whether violence is told with neither day nor place: a report comes back to its subject far oftener than not."""
    dated = told.dated is not None and told.dated.basis >= Basis.SPEECH
    return words.families[told.family].kind is EventKind.ASSAULT and not dated and not told.local


def _shares_place(told: Told, bundle: Bundle) -> bool:
    return any(place.name.lower() in bundle.places for place in told.local)


def _is_any(told: Told) -> bool:
    """'The attack' may be any violence told before, whatever it was called."""
    return told.family == "attack" and is_bare(told) and not told.plural


def is_bare(told: Told) -> bool:
    """Whether words say neither when nor where nor of whom by name, so that they lean on what was told before."""
    dated = told.dated is not None and told.dated.basis >= Basis.SPEECH
    return not (dated or told.places or any(party.actors or party.through for party in told.parties))
