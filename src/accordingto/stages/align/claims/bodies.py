"""Bare bodies of a state as doers: 'government planes struck the Ormellan port' is Ormelle's raid."""

from accordingto.model.actor import Actor, ActorKind
from accordingto.model.parse import Token
from accordingto.stages.align.claims.page import Page

BODIES = frozenset({"government", "army", "navy", "military", "state"})
BESIDE = frozenset({"compound", "amod", "nmod"})


def find_state_of(page: Page, who: Token) -> tuple[Token, Actor] | None:
    """The one state that the sentence of a bare body names, with the word for it; ``None`` where it names several."""
    parse = page.parse
    beside = {parse.tokens[c].lemma.lower() for c in parse.children[who.index] if parse.tokens[c].dep in BESIDE}
    if who.lemma.lower() not in BODIES and not beside & BODIES:
        return None
    found: dict[str, tuple[Token, Actor]] = {}
    for token in parse.words(parse.sentences[who.sentence]):
        state = _state_at(page, token)
        if state is not None:
            found.setdefault(state.id, (token, state))
    return next(iter(found.values())) if len(found) == 1 else None


def _state_at(page: Page, token: Token) -> Actor | None:
    """The state that a name or demonym stands for."""
    if token.pos not in {"PROPN", "ADJ"} or not token.text[:1].isupper():
        return None
    actor = page.actor_of_country(token.text) or page.actor_at(token)
    return actor if actor is not None and actor.kind is ActorKind.GOVERNMENT and not actor.described else None
