"""One mention of an event with all that its words say of it: what, how real, who, when, where."""

from collections.abc import Sequence
from dataclasses import dataclass

from accordingto.model.attribution import Form
from accordingto.model.dates import DateRange
from accordingto.model.document import Span, Zone
from accordingto.model.event import Place
from accordingto.model.findings import Reading
from accordingto.model.parse import Parse
from accordingto.stages.align.families import Words
from accordingto.stages.align.homes import NO_HOME
from accordingto.stages.align.reality import Reality, find_reality
from accordingto.stages.align.roles import Party, find_parties
from accordingto.stages.align.setting import NO_SETTING, Setting, find_setting
from accordingto.stages.align.situated import locate_names
from accordingto.stages.align.tellings import Telling, find_tellings
from accordingto.stages.align.triggers import Trigger, find_triggers
from accordingto.stages.align.when import Basis, Dated, DateWords, date_telling, date_tokens
from accordingto.stages.align.where import find_place_before, find_places
from accordingto.stages.align.who import WhoIndex
from accordingto.stages.align.wide import is_background, is_strung, is_wide
from accordingto.text.places import Candidate, Gazetteer, Home, NoGazetteer

# Within so many sentences of the top, words tell of what the report is about.
LEAD = 3
NOWHERE = NoGazetteer()
# 'kidnap', 'kidnapped' and 'kidnapping', 'abduct' and 'abduction' share so many letters.
STEM = 5
# Where a piece of an attribution begins and ends, and the attribution's id.
Piece = tuple[int, int, str]


@dataclass(frozen=True, slots=True)
class Told:
    """A mention of an event.

    Attributes:
        document: document id.
        published: when the document came out.
        sentence: index of its sentence; ``lead``: it stands near the top; ``headline``: at the very top.
        telling: the triggers and their clause.
        trigger: the main trigger's characters; ``lemma``, ``family``: what it is (the first letters of the lemma).
        reality: happened, denied.
        fresh: 'another raid'; definite: 'the raid', 'their release'; generic: a bare 'attacks'.
        dated, places, parties: when, where, who; ``local``: the places that tell events apart, so neither countries
            nor the several towns of 'bombed X, Y and Z'; ``setting``: what the top of the document says for all of it.
        attribution: id of the innermost attribution around it.
        wide: it speaks of several places at once: 'raids on three towns', 'bombed X, Y and Z'.
        chief: it heads its sentence.
        background: 'the worst since fighting resumed in May': told only to measure what is told.
    """

    document: str
    published: DateRange | None
    sentence: int
    lead: bool
    headline: bool
    telling: Telling
    trigger: Span
    lemma: str
    family: str
    reality: Reality
    fresh: bool
    definite: bool
    plural: bool
    generic: bool
    dated: Dated | None
    places: tuple[Place, ...]
    parties: tuple[Party, ...]
    attribution: str | None
    local: tuple[Place, ...] = ()
    setting: Setting = NO_SETTING
    background: bool = False
    wide: bool = False
    chief: bool = False

    @property
    def key(self) -> tuple[str, int, int]:
        """Where it stands."""
        return self.document, self.trigger.start, self.trigger.end


def read_tellings(
    reading: Reading,
    words: Words,
    who: WhoIndex,
    gazetteer: Gazetteer = NOWHERE,
    known: frozenset[str] = frozenset(),
    *,
    home: Home = NO_HOME,
    sure: Sequence[Candidate] = (),
) -> list[Told]:
    """Every mention of an event in one document, in text order; what is only wished or feared is left out.

    ``known`` are one-word names that are places by what the other documents say; ``home`` is where its outlet writes
    about, ``sure`` what the story's other documents say of where it lies.
    """
    parse = reading.parse
    dates = date_tokens(reading.document, parse)
    passages = _innermost_first(reading)
    tellings = find_tellings(parse, find_triggers(parse, words), words)
    real = [(t, r) for t in tellings if (r := find_reality(parse, t.main, words)) is not Reality.UNREAL]
    spans = [
        find_places(parse, telling, words, known) or find_place_before(parse, telling, words, known)
        for telling, _ in real
    ]
    located = locate_names(reading, [span for each in spans for span in each], gazetteer, home, sure)
    setting = find_setting(reading, dates, located)
    strung = [is_strung(reading.document.text, where) for where in spans]
    return [
        _told(
            reading,
            telling,
            reality,
            dates,
            places=tuple(located[span] for span in where),
            setting=setting,
            local=() if several else tuple(located[span] for span in _local(reading, where, who)),
            strung=several,
            passages=passages,
            words=words,
            who=who,
        )
        for (telling, reality), where, several in zip(real, spans, strung, strict=True)
    ]


def _told(
    reading: Reading,
    telling: Telling,
    reality: Reality,
    dates: DateWords,
    *,
    places: tuple[Place, ...],
    local: tuple[Place, ...],
    strung: bool,
    setting: Setting,
    passages: Sequence[Piece],
    words: Words,
    who: WhoIndex,
) -> Told:
    parse, main = reading.parse, telling.main
    token = parse.tokens[main.index]
    sentence = parse.sentences[token.sentence]
    children = [parse.tokens[c] for c in parse.children[main.index]]
    lemmas, links = {each.lemma.lower() for each in children}, {each.dep for each in children}
    published = reading.document.published
    plural = not main.verbal and token.tag in {"NNS", "NNPS"} and not words.families[main.family].result
    dated = date_telling(parse, telling, dates, None if published is None else published.date)
    if dated is not None and dated.basis is Basis.OWN and main.family == "dying" and len(telling.triggers) == 1:
        # 'Osrin died on Monday': of what was done to him, perhaps days before, that is no day.
        dated = Dated(dated.days, Basis.SPEECH)
    parties = tuple(find_parties(parse, telling, words, who))
    definite = not main.verbal and ("poss" in links or bool(lemmas & words.sets["definite"]))
    bare = not main.verbal and not definite and "nummod" not in links and len(telling.triggers) == 1
    background = is_background(parse, main)
    own = dated is not None and dated.basis is Basis.OWN
    return Told(
        document=reading.document.id,
        published=None if published is None else published.date,
        sentence=token.sentence,
        lead=(sentence.zone is Zone.TITLE or token.sentence < LEAD) and not background,
        headline=sentence.zone is Zone.TITLE or token.sentence == 0,
        telling=telling,
        trigger=Span(token.start, token.end),
        lemma=token.lemma.lower()[:STEM],
        family=main.family,
        reality=reality,
        fresh=bool(lemmas & words.sets["again" if main.verbal else "fresh"]),
        definite=definite or token.dep == "amod" or _is_known_weapon(parse, main, words),
        plural=plural,
        generic=(bare and not (own or places or parties)) or _is_idle(parse, telling, places, parties, own=own),
        dated=dated,
        places=places,
        parties=parties,
        attribution=next((line for start, end, line in passages if start < token.end and token.start < end), None),
        local=local,
        setting=setting,
        background=background,
        chief=parse.tokens[main.clause].dep == "ROOT",
        wide=strung or is_wide(parse, telling, words),
    )


def _is_known_weapon(parse: Parse, main: Trigger, words: Words) -> bool:
    """'The shell was fired by the army' speaks of the shell told of before."""
    partner = parse.tokens[main.partner]
    articles = {parse.tokens[c].lemma.lower() for c in parse.children[partner.index] if parse.tokens[c].dep == "det"}
    return main.verbal and partner.lemma.lower() in words.sets["weapons"] and bool(articles & words.sets["definite"])


def _local(reading: Reading, spans: tuple[Span, ...], who: WhoIndex) -> tuple[Span, ...]:
    """The places that say where one event was."""
    return tuple(span for span in spans if not who.is_wide(reading.document.quote(span)))


def _is_idle(parse: Parse, telling: Telling, places: Sequence[Place], parties: Sequence[Party], *, own: bool) -> bool:
    """A verb without anyone or anywhere, or an adjective ('the captured men'), founds no event."""
    token = parse.tokens[telling.main.index]
    return token.dep == "amod" or (telling.main.verbal and not (own or places or parties))


def _innermost_first(reading: Reading) -> list[Piece]:
    """The pieces of attributions, those around others after these; somebody's words before narration."""
    outermost_first = sorted(
        reading.attributions, key=lambda a: (a.form is not Form.NARRATION, a.extent.start - a.extent.end, a.id)
    )
    return [(start, end, each.id) for each in reversed(outermost_first) for start, end in each.content]
