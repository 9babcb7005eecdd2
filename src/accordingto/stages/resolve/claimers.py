"""Whose an attribution is: its source words led to a figure of the document, or a described claimer made of them."""

from collections.abc import Sequence
from functools import cached_property

from accordingto.model.actor import ActorKind, MentionForm
from accordingto.model.attribution import Attribution, Form, Stance
from accordingto.model.document import Span
from accordingto.model.findings import Reading
from accordingto.model.parse import Token
from accordingto.stages.resolve import words
from accordingto.stages.resolve.bodies import GOVERNMENT
from accordingto.stages.resolve.cast import Cast, Figure, add_name, current
from accordingto.stages.resolve.described import Described
from accordingto.stages.resolve.sources import Sources
from accordingto.text.quotes import find_quotes

_INDEFINITE = frozenset({"a", "an", "one", "another", "some", "several"})
# 'Legion fighters said' is the Legion speaking.
_MEMBERS = frozenset({"militants", "fighters", "forces", "rebels", "troops", "insurgents", "gunmen", "militiamen"})


class Claimers:
    """Finds the claimers of one document's attributions."""

    def __init__(self, cast: Cast, reading: Reading, sources: Sources) -> None:
        """``sources`` are the words of those of the reading's attributions."""
        document, parse, attributions = reading.document, reading.parse, reading.attributions
        self.cast, self.document, self.parse = cast, document, parse
        self.attributions, self.sources = attributions, sources
        self.outlet = next(
            (f for f in cast.figures if f.kind is ActorKind.OUTLET and f.kept and document.outlet in f.names), None
        )
        self.described = Described(cast, parse)
        self._by_id = {each.id: each for each in attributions}
        self.heads = sources.heads
        self._asking: set[str] = set()

    def described_at(self, token: Token) -> Figure | None:
        """The described claimer whose words have their head here, so that a later 'he' can mean it."""
        tokens = self.heads.get(token.index)
        if tokens is None or token.pos not in {"NOUN", "PROPN", "NUM"}:
            return None
        found = self._figure(token, tokens, depth=0)
        if found is None and self._is_somebody_new(token, tokens):
            return self.described.describe(tokens, token)
        return found

    def _is_somebody_new(self, head: Token, tokens: Sequence[Token]) -> bool:
        """Whose 'the statement' is may stand in words still to come; 'a channel close to the Legion' is nobody's."""
        if head.lemma not in words.nouns("media_of_others"):
            return True
        return head.lemma in words.nouns("outlet_nouns") and tokens[0].text.lower() in _INDEFINITE

    def carrier_at(self, token: Token) -> Figure | None:
        """Whose the channel is, or the channel itself where it is nobody's: 'its channel', 'a channel'."""
        if token.lemma not in words.nouns("outlet_nouns"):
            return None
        found = self.cast.at(token.index)
        children = [self.parse.tokens[index] for index in self.parse.children[token.index]]
        return found if found is not None else self._owner(children, [], 0)

    def claimer(self, attribution: Attribution) -> Figure | None:
        """The figure that the attribution belongs to; None for a sourceless 'reportedly'."""
        if attribution.form is Form.NARRATION:
            return self._outlet()
        if not attribution.source:
            return self._outlet() if attribution.stance is Stance.CANNOT_VERIFY else None
        found = self.sources.words[attribution.source]
        return self._of_words(*found, attribution) if found is not None else None

    def _of_words(self, head: Token, tokens: Sequence[Token], attribution: Attribution) -> Figure | None:
        if head.text.lower() in {"we", "us", "i", "our", "my"}:
            return self._first_person(head, attribution)
        found = self._figure(head, tokens, depth=0)
        if found is not None or (head.pos == "PRON" and len(tokens) == 1):
            return found
        return self._country(tokens) or self.described.describe(tokens, head)

    def _country(self, tokens: Sequence[Token]) -> Figure | None:
        """A country that is a source is its government, whatever the parser made of the sentence."""
        span = Span(tokens[0].start, tokens[-1].end)
        found = self.cast.nations.find(self.document.quote(span))
        if found is None or found.use == "demonym":
            return None
        figure = next((f for f in self.cast.living() if (f.code, f.body) == (found.code, GOVERNMENT)), None)
        if figure is None:
            figure = self.cast.add(Figure(ActorKind.GOVERNMENT, code=found.code, body=GOVERNMENT, kept=True))
        add_name(figure, self.document.quote(span))
        add_name(figure, self.cast.nations.name(found.code), 0)
        self.cast.mention(figure, span, MentionForm.NAME, [token.index for token in tokens])
        return figure

    def _outlet(self) -> Figure | None:
        return None if self.outlet is None else current(self.outlet)

    def _first_person(self, head: Token, attribution: Attribution) -> Figure | None:
        """'we' inside somebody's words is that somebody; outside all quotation marks it is the outlet."""
        outer = self._around(head, attribution)
        if outer is None:
            return self._outlet()
        if outer.id in self._asking:
            return None
        self._asking.add(outer.id)
        found = self.claimer(outer)
        self._asking.discard(outer.id)
        return found

    def _around(self, head: Token, attribution: Attribution) -> Attribution | None:
        """Whose words these are: the parent's, the narrowest passage's around it, or the quotation's that runs on."""
        if attribution.parent in self._by_id:
            return self._by_id[attribution.parent]
        told = [
            each
            for each in self.attributions
            if each is not attribution and each.source and each.form is not Form.NARRATION
        ]
        around = [each for each in told if any(span.start <= head.start < span.end for span in each.content)]
        if around:
            return min(around, key=lambda each: (each.extent.end - each.extent.start, each.id))
        if not any(quote.start <= head.start < quote.end for quote in self._quotes):
            return None
        before = [each for each in told if each.form in {Form.DIRECT, Form.MIXED} and each.extent.start < head.start]
        return max(before, key=lambda each: (each.extent.start, each.id), default=None)

    @cached_property
    def _quotes(self) -> tuple[Span, ...]:
        """Where quotations stand; most documents need not be asked."""
        return tuple(each.span for each in find_quotes(self.document.text))

    def _figure(  # noqa: C901, PLR0911  a list of cases, the surest first
        self, head: Token, tokens: Sequence[Token], *, depth: int
    ) -> Figure | None:
        figure = self.cast.at(head.index)
        if figure is not None:
            return figure
        inside = {token.index for token in tokens}
        children = [self.parse.tokens[i] for i in self.parse.children[head.index] if i in inside]
        for child in children:
            if child.dep == "appos" and self.cast.at(child.index) is not None:
                return self.cast.at(child.index)
        for child in children:
            figure = self.cast.at(child.index)
            if child.dep in {"compound", "nmod", "poss"} and figure is not None and head.text.lower() in _MEMBERS:
                return figure
        whole = self._whole_of(head, children)
        if whole is not None:
            return whole
        if head.lemma in words.roles() or head.lemma in words.nouns("person"):
            after_comma = self._apposed(tokens)
            if after_comma is not None:
                return after_comma
        if head.lemma in words.nouns("media_of_others") and depth < 3:  # noqa: PLR2004
            return self._owner(children, tokens, depth)
        if head.text.lower() in {"who", "which", "that"}:
            return self._antecedent(head)
        return None

    def _whole_of(self, head: Token, children: Sequence[Token]) -> Figure | None:
        """'Rebels of the Legion said' is the Legion speaking; 'two fighters of the Legion' are two of them."""
        if head.text.lower() not in _MEMBERS or any(child.dep in {"nummod", "det", "amod"} for child in children):
            return None
        for child in children:
            if child.dep == "prep" and child.lemma in {"of", "from"}:
                for index in self.parse.children[child.index]:
                    figure = self.cast.at(index)
                    if figure is not None and figure.kind in {ActorKind.GROUP, ActorKind.ORGANIZATION}:
                        return figure
        return None

    def _apposed(self, tokens: Sequence[Token]) -> Figure | None:
        """'A spokesperson for the mayor, Tor Osrin': the person after the comma, whatever the parser says."""
        for token in tokens[1:]:
            before = token.index - 1
            while before > tokens[0].index and self.parse.tokens[before].text.rstrip(".").lower() in words.honorifics():
                before -= 1
            comma = self.parse.tokens[before].text == ","
            figure = self.cast.at(token.index)
            if comma and figure is not None and figure.kind is ActorKind.PERSON and token.pos == "PROPN":
                return figure
        return None

    def _owner(self, children: Sequence[Token], tokens: Sequence[Token], depth: int) -> Figure | None:
        """'a statement by the Legion', "the ministry's website"."""
        for child in children:
            if child.dep in {"poss", "compound"} and self.cast.at(child.index) is not None:
                return self.cast.at(child.index)
            if child.dep in {"prep", "agent"} and child.lemma in {"by", "from", "of", "on"}:
                for index in self.parse.children[child.index]:
                    if self.parse.tokens[index].dep == "pobj":
                        found = self._figure(self.parse.tokens[index], tokens, depth=depth + 1)
                        if found is not None:
                            return found
        return None

    def _antecedent(self, relative: Token) -> Figure | None:
        """'…, who told a witness': the noun that the relative clause hangs on."""
        verb = self.parse.tokens[relative.head]
        while verb.dep not in {"relcl", "ROOT"} and verb.head != verb.index:
            verb = self.parse.tokens[verb.head]
        if verb.dep != "relcl":
            return None
        noun = self.parse.tokens[verb.head]
        found = self.cast.at(noun.index)
        return found if found is not None else self.described.describe(self._phrase(noun), noun)

    def _phrase(self, noun: Token) -> list[Token]:
        left = [i for i in self.parse.children[noun.index] if i < noun.index]
        first = min([j for i in left for j in self.parse.subtree(i)], default=noun.index)
        return list(self.parse.tokens[first : noun.index + 1])
