"""Document + Parse -> Attributions: who says what, according to whom.

Families of rules propose candidates (each with a score), ``accept`` chooses among them, ``finish`` makes attributions;
``ground`` then refuses those that say something else than the text.
"""

from accordingto.model.attribution import Attribution
from accordingto.model.document import Document
from accordingto.model.parse import Parse
from accordingto.stages.attribute.accept import accept, merge
from accordingto.stages.attribute.according import find_according
from accordingto.stages.attribute.adverbs import find_adverbs
from accordingto.stages.attribute.blocks import find_introduced, find_signed
from accordingto.stages.attribute.candidate import Candidate
from accordingto.stages.attribute.colons import find_colons
from accordingto.stages.attribute.comments import find_comments
from accordingto.stages.attribute.complement import find_complements
from accordingto.stages.attribute.continuations import continue_quotes
from accordingto.stages.attribute.direct import attach_quotes
from accordingto.stages.attribute.doubts import find_doubts
from accordingto.stages.attribute.finish import finish
from accordingto.stages.attribute.grounded import ground
from accordingto.stages.attribute.learned import find_learned
from accordingto.stages.attribute.narration import narrate
from accordingto.stages.attribute.nouns import find_nouns
from accordingto.stages.attribute.objects import find_objects
from accordingto.stages.attribute.page import Page
from accordingto.stages.attribute.passives import find_passives
from accordingto.stages.attribute.posts import find_posts
from accordingto.stages.attribute.regroup import regroup
from accordingto.stages.attribute.tails import find_tails
from accordingto.stages.attribute.verb_nouns import find_verb_nouns

# Where two families see one cue, the earlier is believed: a caveat before a claim, a clause before an object.
FAMILIES = (
    find_doubts,
    find_verb_nouns,
    find_comments,
    find_passives,
    find_complements,
    find_objects,
    find_tails,
    find_nouns,
    find_according,
    find_adverbs,
    find_posts,
    find_signed,
    find_introduced,
    find_colons,
)

__all__ = ["FAMILIES", "attribute", "ground", "propose"]


def attribute(document: Document, parse: Parse) -> list[Attribution]:
    """Every passage that the document gives to somebody, and what it narrates in its own voice, in text order."""
    page = regroup(Page(document, parse))
    candidates = propose(page)
    accepted = accept(page, candidates)
    accepted = accept(page, [*accepted, *continue_quotes(page, accepted)])
    accepted = accept(page, [*accepted, *find_learned(page, accepted)])
    found = finish(page, accepted)
    return sorted([*found, *narrate(page, found)], key=lambda each: (each.extent, each.id))


def propose(page: Page) -> list[Candidate]:
    """Every candidate of every family, one a cue, with quotations attached; what a trained model would choose from."""
    return attach_quotes(page, merge(family(page) for family in FAMILIES))
