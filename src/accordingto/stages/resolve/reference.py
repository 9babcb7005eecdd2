"""'The group', 'the governor', 'he', 'it': words without a name, led back to someone named before, or left alone."""

from collections.abc import Sequence
from dataclasses import dataclass

from accordingto.model.actor import ActorKind, MentionForm
from accordingto.model.document import Zone
from accordingto.model.parse import Parse, Token
from accordingto.stages.resolve import bodies, words
from accordingto.stages.resolve.cast import Cast, Figure, Role, current
from accordingto.stages.resolve.claimers import Claimers
from accordingto.text.countries import country_name
from accordingto.text.names import fold_name

# How many sentences back a pronoun may reach. Beyond three a guess is wrong as often as right.
REACH = 3
# How far 'the group' may reach.
GROUP_REACH = 6
_DEFINITE = frozenset({"the", "this", "that", "these", "those", "its", "their", "both"})
_PERSONAL = {"he": "m", "him": "m", "his": "m", "she": "f", "her": "f", "hers": "f"}
_PLURAL = frozenset({"they", "them", "their"})
_NEUTRAL = frozenset({"it", "its"})
_GROUPS = (ActorKind.GROUP, ActorKind.ORGANIZATION, ActorKind.GOVERNMENT, ActorKind.OUTLET)


@dataclass(slots=True)
class Seen:
    """A figure met on the way through the text."""

    figure: Figure
    sentence: int
    token: int
    subject: bool
    speaker: bool


class Reader:
    """Walks through one document and leads descriptions and pronouns back."""

    def __init__(self, cast: Cast, parse: Parse, claimers: Claimers, *, home: str) -> None:
        """``claimers`` knows which words are sources: who speaks is the likeliest 'he' of the next 'he said'.

        ``home`` is the country the report is about: 'the government' is its government.
        """
        self.cast = cast
        self.parse = parse
        self.claimers = claimers
        self.seen: list[Seen] = []
        self.home = home
        self.order = _own_order(parse)

    def read(self) -> None:
        """Lead back every description and pronoun of the document."""
        for sentence in self.parse.sentences:
            if sentence.zone not in (None, Zone.TITLE):
                continue
            for token in self.parse.words(sentence):
                figure = self.cast.at(token.index)
                if figure is None:
                    figure = self._lead_back(token) or self.claimers.described_at(token)
                if figure is not None and self._is_head(token, figure):
                    self._meet(figure, token)

    def _is_head(self, token: Token, figure: Figure) -> bool:
        head = token.head
        return head == token.index or self.cast.at(head) is not figure

    def _meet(self, figure: Figure, token: Token) -> None:
        subject = token.dep in {"nsubj", "nsubjpass"}
        self.seen.append(
            Seen(figure, self.order[token.sentence], token.index, subject, token.index in self.claimers.heads)
        )

    def _lead_back(self, token: Token) -> Figure | None:
        lower = token.text.lower()
        if token.pos == "PRON":
            figure, form = self._pronoun(token, lower), MentionForm.PRONOUN
        elif token.pos in {"NOUN", "PROPN"} and token.dep != "compound":
            figure, form = self._description(token), MentionForm.DESCRIPTION
        else:
            return None
        if figure is not None:
            figure = current(figure)
            span = self.parse.span(token.index, token.index)
            if form is MentionForm.DESCRIPTION:
                first = min(
                    [
                        i
                        for i in self.parse.children[token.index]
                        if i < token.index and self.parse.tokens[i].dep in {"det", "amod", "compound", "nummod"}
                    ],
                    default=token.index,
                )
                span = self.parse.span(first, token.index)
            self.cast.mention(figure, span, form, [token.index])
        return figure

    # -- pronouns ---------------------------------------------------------------

    def _pronoun(self, token: Token, lower: str) -> Figure | None:
        if lower in _PERSONAL:
            return self._latest(
                token, lambda f: f.kind is ActorKind.PERSON and f.gender in {"", _PERSONAL[lower]} and not f.plural
            )
        if lower in _PLURAL:
            return self._latest(
                token, lambda f: f.plural or f.kind in {ActorKind.GROUP, ActorKind.GOVERNMENT, ActorKind.ORGANIZATION}
            )
        if lower in _NEUTRAL and not self._is_expletive(token):
            return self._latest(token, lambda f: f.kind in _GROUPS and not (f.plural and f.described))
        return None

    def _is_expletive(self, token: Token) -> bool:
        head = self.parse.tokens[token.head]
        return (
            token.dep == "expl"
            or (token.text.lower() == "it" and token.dep == "nsubjpass")
            or (
                head.lemma == "be"
                and any(
                    self.parse.tokens[i].dep in {"acomp", "ccomp", "xcomp"} for i in self.parse.children[head.index]
                )
            )
        )

    def _latest(self, token: Token, fits: "Test") -> Figure | None:
        best, best_score = None, 0.0
        for seen in reversed(self.seen):
            gap = self.order[token.sentence] - seen.sentence
            if gap > REACH:
                break
            figure = current(seen.figure)
            if not fits(figure) or self._same_clause(seen, token):
                continue
            score = (
                4.0
                - gap
                + (1.5 if seen.subject else 0)
                + (1.0 if seen.speaker else 0)
                - (0.5 if figure.described else 0)
            )
            if gap == 0 and not seen.subject:
                score -= 1.0
            if score > best_score:
                best, best_score = figure, score
        if best is not None and token.text.lower() in {"he", "she"} and not best.gender:
            best.gender = _PERSONAL[token.text.lower()]  # what the text once says it keeps saying
        return best

    def _same_clause(self, seen: Seen, token: Token) -> bool:
        """A subject and the object of one verb are two."""
        there = self.parse.tokens[seen.token]
        return there.head == token.head and there.sentence == token.sentence and token.dep != "poss"

    # -- descriptions -----------------------------------------------------------

    def _description(self, token: Token) -> Figure | None:
        noun = token.lemma
        if token.text.lower().endswith("-year-old"):
            return self._latest(token, lambda f: f.kind is ActorKind.PERSON and not f.plural)
        plural = token.tag in {"NNS", "NNPS"}
        before = [self.parse.tokens[i] for i in self.parse.children[token.index] if i < token.index]
        definite = any(child.text.lower() in _DEFINITE for child in before)
        if not plural and (noun in words.roles() or noun in words.nouns("person")):
            return self._office(token, before, definite=definite)
        if token.text.lower() in words.nouns("government") | words.nouns("military"):
            return self._national(token, before)
        if not definite:
            return None
        if noun in words.nouns("group") and not plural:
            return self._group(token, before)
        if token.text.lower() in words.nouns("armed_plurals"):
            return self._fighters(token)
        return None

    def _office(self, token: Token, before: Sequence[Token], *, definite: bool) -> Figure | None:
        marks = {child.text.lower() for child in before if child.pos in {"PROPN", "NOUN", "ADJ"}}
        marks |= {
            w
            for child in before
            for w in (self.parse.tokens[i].text.lower() for i in self.parse.children[child.index])
            if child.dep == "poss"
        }
        proper = {child.text.lower() for child in before if child.pos == "PROPN"}
        if not definite and not proper:
            return None
        holders = [
            f
            for f in self.cast.living()
            if f.kind is ActorKind.PERSON and any(_holds(role, token.lemma, proper) for role in f.roles)
        ]
        if len(holders) == 1:
            return holders[0]
        order = {id(current(seen.figure)): seen.token for seen in self.seen}
        met = [f for f in holders if id(f) in order]
        return max(met, key=lambda f: order[id(f)]) if met and definite else None

    def _group(self, token: Token, before: Sequence[Token]) -> Figure | None:
        noun = token.lemma
        modifiers = {
            child.text.lower() for child in before if child.pos in {"ADJ", "NOUN", "PROPN"} and child.dep != "det"
        }
        if modifiers & {"other", "second", "two", "both", "new", "rival"} or any(
            child.dep == "nummod" for child in before
        ):
            return None
        named = [
            f
            for f in self.cast.living()
            if f.kind in _GROUPS and any(n.split()[-1:] == [fold_name(noun)] for n in f.folds)
        ]
        order = self._met_order()
        if named:
            met = [f for f in named if id(f) in order]
            return max(met, key=lambda f: order[id(f)]) if met else (named[0] if len(named) == 1 else None)
        armed = noun in words.organisation_words("armed") or noun in {
            "group",
            "organization",
            "organisation",
            "movement",
            "party",
        }
        fits = {ActorKind.GROUP} if armed else {ActorKind.ORGANIZATION, ActorKind.OUTLET}
        return self._salient(token, lambda f: f.kind in fits and not f.code, reach=GROUP_REACH) or (
            self._salient(token, lambda f: f.kind is ActorKind.ORGANIZATION and not f.code, reach=2) if armed else None
        )

    def _fighters(self, token: Token) -> Figure | None:
        """'the insurgents' when the document has one armed group only."""
        counts = {
            id(f): (len(f.mentions), f) for f in self.cast.living() if f.kind is ActorKind.GROUP and not f.described
        }
        if not counts:
            return None
        most = max(count for count, _ in counts.values())
        total = sum(count for count, _ in counts.values())
        (top,) = [f for count, f in counts.values() if count == most][:1]
        return top if most >= 0.7 * total and most > 1 else None

    def _salient(self, token: Token, fits: "Test", *, reach: int) -> Figure | None:
        best, best_score = None, -99.0
        for seen in reversed(self.seen):
            gap = self.order[token.sentence] - seen.sentence
            if gap > reach:
                break
            figure = current(seen.figure)
            if fits(figure) and not self._same_clause(seen, token):
                score = -gap + (1.2 if seen.subject else 0) + 0.001 * seen.token / max(1, token.index)
                if score > best_score:
                    best, best_score = figure, score
        return best

    def _met_order(self) -> dict[int, int]:
        return {id(current(seen.figure)): seen.token for seen in self.seen}

    def _national(self, token: Token, before: Sequence[Token]) -> Figure | None:
        """'the government' is that of the country the report is about, unless another is named beside it."""
        body = "military" if token.text.lower() in words.nouns("military") else bodies.GOVERNMENT
        named = [child for child in before if child.pos in {"PROPN", "ADJ"} and child.text[0].isupper()]
        follows = any(self.parse.tokens[i].dep == "prep" for i in self.parse.children[token.index])
        if (
            named
            or follows
            or not self.home
            or any(child.text.lower() in {"state", "local", "regional", "federal"} for child in before)
        ):
            return None
        for figure in self.cast.living():
            if (figure.code, figure.body) == (self.home, body):
                return figure
        if body != "military":
            return None
        figure = self.cast.add(Figure(ActorKind.ORGANIZATION, code=self.home, body=body, kept=True))
        figure.names[f"{country_name(self.home)} military"] = 0
        return figure


Test = "Callable[[Figure], bool]"


def _holds(role: Role, noun: str, proper: set[str]) -> bool:
    if role.noun != noun:
        return False
    return not proper or bool(proper & role.marks) or not role.marks


def _own_order(parse: Parse) -> list[int]:
    """For each sentence its number among the report's own: a caption between two does not part them."""
    order, count = [], 0
    for sentence in parse.sentences:
        order.append(count)
        count += sentence.zone in (None, Zone.TITLE)
    return order
