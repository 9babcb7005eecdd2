"""One walk through a document, in which descriptions and pronouns are led back to whom they mean."""

from functools import cache

from accordingto.model.actor import ActorKind, MentionForm
from accordingto.model.document import Span, Zone
from accordingto.model.parse import Parse, Token
from accordingto.stages.resolve import words
from accordingto.stages.resolve.bare import bare_nouns
from accordingto.stages.resolve.cast import Cast, Figure, current
from accordingto.stages.resolve.claimers import Claimers
from accordingto.stages.resolve.descriptions import AGED, GROUPS, Descriptions, meaning_nouns
from accordingto.stages.resolve.doers import doing_nouns, find_doer_phrase
from accordingto.stages.resolve.seen import Seen

_PERSONAL = {"he": "m", "him": "m", "his": "m", "she": "f", "her": "f", "hers": "f"}
_PLURAL = frozenset({"they", "them", "their"})
_NEUTRAL = frozenset({"it", "its"})
# What can stand for somebody without being a name; a source can begin with any word.
_MEANT = frozenset({"PRON", "NOUN", "PROPN", "ADJ"})
_BEFORE_NOUN = frozenset({"det", "amod", "compound", "nummod", "poss"})


@cache
def _nouns() -> frozenset[str]:
    """Words that can mean somebody, or do a deed; beside them only names, sources and plurals of fighters can."""
    pronouns = frozenset(_PERSONAL) | _PLURAL | _NEUTRAL
    return pronouns | meaning_nouns() | bare_nouns().keys() | doing_nouns() | words.nouns("outlet_nouns")


class Walk:
    """Walks through one document once."""

    def __init__(self, cast: Cast, parse: Parse, claimers: Claimers) -> None:
        """``claimers`` knows which words are sources: who speaks is the likeliest 'he' of the next 'he said'."""
        self.cast, self.parse, self.claimers = cast, parse, claimers
        self.seen = Seen(parse)
        self.descriptions = Descriptions(cast, parse, self.seen)

    def walk(self) -> None:
        """Lead back every description and pronoun of the report's own sentences."""
        named, sources, nouns, has_fighters = (
            self.cast.named,
            self.claimers.heads,
            _nouns(),
            self.descriptions.has_fighters,
        )
        for sentence in self.parse.sentences:
            if sentence.zone in (None, Zone.TITLE):
                for token in self.parse.words(sentence):
                    lower = token.text.lower()
                    # Most words can mean nobody, and nothing else need be asked of them.
                    if (
                        token.index in named
                        or lower in nouns
                        or token.lemma in nouns
                        or token.index in sources
                        or (has_fighters and token.tag == "NNS")
                        or lower.endswith(AGED)
                    ):
                        self._step(token)

    def _step(self, token: Token) -> None:
        figure = self.cast.at(token.index)
        if figure is None and (token.pos in _MEANT or token.index in self.claimers.heads):
            figure = self._lead_back(token) or self.claimers.described_at(token)
        if figure is None:
            self._found_doer(token)
        elif self._is_head(token, figure):
            self.seen.meet(figure, token, speaker=token.index in self.claimers.heads)
        if token.lemma in words.nouns("outlet_nouns"):
            self.descriptions.note_carrier(token, figure or self.claimers.carrier_at(token))

    def _found_doer(self, token: Token) -> None:
        """'Gunmen' who do a deed are an actor without a name; no pronoun is led back to them."""
        phrase = find_doer_phrase(self.parse, token)
        if phrase and not any(self._is_name(each) for each in phrase[:-1]):
            self.claimers.described.describe(phrase, token)

    def _is_name(self, token: Token) -> bool:
        """'Legion fighters' are the Legion's; 'Masked gunmen' only begin a sentence."""
        opens = token.index == self.parse.sentences[token.sentence].first
        is_proper = token.pos == "PROPN" and token.text[:1].isupper() and not opens
        return is_proper or self.cast.at(token.index) is not None

    def _is_head(self, token: Token, figure: Figure) -> bool:
        return token.head == token.index or self.cast.at(token.head) is not figure

    def _lead_back(self, token: Token) -> Figure | None:
        if token.pos == "PRON":
            figure, form = self._pronoun(token), MentionForm.PRONOUN
        elif token.pos in {"NOUN", "PROPN", "ADJ"} and token.dep != "compound":
            figure, form = self.descriptions.lead_back(token), MentionForm.DESCRIPTION
        else:
            return None
        if figure is not None:
            figure = current(figure)
            self.cast.mention(figure, self._phrase(token), form, [token.index])
        return figure

    def _phrase(self, token: Token) -> Span:
        """A noun with the words right before it that belong to it."""
        left = [
            i for i in self.parse.children[token.index] if i < token.index and self.parse.tokens[i].dep in _BEFORE_NOUN
        ]
        return self.parse.span(min(left, default=token.index), token.index)

    def _pronoun(self, token: Token) -> Figure | None:
        lower = token.text.lower()
        if lower in _PERSONAL:
            return self._person(token, _PERSONAL[lower])
        if lower in _PLURAL:
            return self.seen.likeliest(
                token, lambda f: f.plural or (f.kind in GROUPS and f.kind is not ActorKind.OUTLET)
            )
        if lower in _NEUTRAL and not self._is_empty(token):
            return self.seen.likeliest(token, lambda f: f.kind in GROUPS and not (f.plural and f.described))
        return None

    def _person(self, token: Token, gender: str) -> Figure | None:
        figure = self.seen.likeliest(
            token, lambda f: f.kind is ActorKind.PERSON and f.gender in {"", gender} and not f.plural
        )
        if figure is not None and not figure.gender and token.dep == "nsubj":
            figure.gender = gender  # what the text once says it keeps saying
        return figure

    def _is_empty(self, token: Token) -> bool:
        """'It is feared that …': the 'it' that means nothing."""
        head = self.parse.tokens[token.head]
        below = {self.parse.tokens[i].dep for i in self.parse.children[head.index]}
        return (
            token.dep == "expl"
            or (token.text.lower() == "it" and token.dep == "nsubjpass" and "ccomp" in below)
            or (head.lemma == "be" and bool(below & {"acomp", "ccomp", "xcomp"}))
        )
