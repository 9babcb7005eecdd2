"""'The group', 'the Kell governor', 'the military': definite descriptions led back to someone named, or left alone."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from functools import cache

from accordingto.model.actor import ActorKind
from accordingto.model.parse import Parse, Token
from accordingto.stages.resolve import bodies, words
from accordingto.stages.resolve.bare import BareBodies
from accordingto.stages.resolve.cast import Cast, Figure, Role, current
from accordingto.stages.resolve.lands import land_of
from accordingto.stages.resolve.seen import Seen
from accordingto.text.names import fold_name

_DEFINITE = frozenset({"the", "this", "that", "these", "those", "its", "their"})
_OTHERS = frozenset({"other", "second", "third", "two", "both", "new", "rival", "another", "different", "separate"})
_RIVALS = frozenset({"rival", "another", "opposing", "enemy"})
_LOCAL = frozenset({"state", "local", "regional", "federal", "provincial", "municipal", "city", "district"})
GROUPS = frozenset({ActorKind.GROUP, ActorKind.ORGANIZATION, ActorKind.GOVERNMENT, ActorKind.OUTLET})
AGED = "-year-old"
# 'The insurgents' are the one armed group that makes up this share of a document's mentions of such groups.
DOMINANT = 0.7


class Descriptions:
    """Leads definite descriptions of one document back."""

    def __init__(self, cast: Cast, parse: Parse, seen: Seen) -> None:
        self.cast, self.parse, self.seen, self.home = cast, parse, seen, cast.home
        self._holders: dict[str, list[tuple[Figure, Role]]] = defaultdict(list)
        self._by_head: dict[str, list[Figure]] = defaultdict(list)
        for figure in cast.living():
            for role in dict.fromkeys(figure.roles):
                if figure.kind is ActorKind.PERSON:
                    self._holders[role.noun].append((figure, role))
            if figure.kind in GROUPS:
                for head in sorted({fold.split()[-1] for fold in figure.folds if fold}):
                    self._by_head[head].append(figure)
        self._dominant = _dominant(cast)
        self.has_fighters = self._dominant is not None
        self._is_only = len(_armed(cast)) == 1
        self._rivals = {id(current(held.figure)) for held in cast.held if _is_another(parse, held.noun)}
        self._bare = BareBodies(cast, parse)
        self._carriers: dict[str, Figure] = {}  # 'channel' -> whose it is, or what is called so

    def lead_back(self, token: Token) -> Figure | None:
        """The figure that a noun and its words mean."""
        bare = self._bare.lead_back(token)
        return self._by_words(token) if bare is None else current(bare)

    def note_carrier(self, token: Token, figure: Figure | None) -> None:
        """'The channel' goes back to 'its channel' or 'a channel close to the group', whatever else was named since."""
        if figure is not None and token.lemma in words.nouns("outlet_nouns"):
            self._carriers[token.lemma] = figure

    def _by_words(self, token: Token) -> Figure | None:
        if not self._may_mean(token):
            return None
        before = [self.parse.tokens[i] for i in self.parse.children[token.index] if i < token.index]
        definite = any(child.text.lower() in _DEFINITE for child in before)
        lower = token.text.lower()
        if lower.endswith(AGED):
            return self.seen.likeliest(token, _is_one_person) if definite else None
        office = token.lemma if token.tag == "NN" else lower if token.tag == "NNP" and definite else ""
        if office in words.roles() or office in words.nouns("person"):
            return self._office(token, office, before, definite=definite)
        if lower in words.nouns("government", "military"):
            return self._national(token, before)
        if definite and token.tag == "NN" and token.lemma in words.nouns("group"):
            return self._group(token, before)
        return self._fighters(token, before, definite=definite)

    def _may_mean(self, token: Token) -> bool:
        """Whether a noun is one by which anybody is meant; most are not, and nothing beside them need be looked at."""
        lower = token.text.lower()
        if lower in meaning_nouns() or token.lemma in meaning_nouns() or lower.endswith(AGED):
            return True
        return self.has_fighters and token.tag == "NNS"

    def _fighters(self, token: Token, before: Sequence[Token], *, definite: bool) -> Figure | None:
        """'The insurgents': the document's one armed group; 'rebel forces' too, where it names no other."""
        marks, plural = _marks(before), token.text.lower()
        if marks & _OTHERS:
            return None
        if definite:
            return self._dominant if plural in words.nouns("armed_plurals") else None
        rebels = plural in words.nouns("rebels") or (token.tag == "NNS" and marks & words.nouns("rebel"))
        bare = all(child.dep not in {"nummod", "poss", "det"} and child.pos != "PROPN" for child in before)
        return self._dominant if rebels and bare and self._is_only else None

    def _office(self, token: Token, office: str, before: Sequence[Token], *, definite: bool) -> Figure | None:
        """'the governor', 'the Kell governor', "Kell's governor": one who holds this office here."""
        proper = {child.text.lower() for child in before if child.pos == "PROPN"} - words.nouns("ranks")
        if not definite and not proper:
            return None
        ruler = self._ruler(token)
        if ruler is not None:
            return ruler
        ranks = _marks(before) & words.nouns("ranks")
        holders = {id(current(f)): current(f) for f, role in self._holders[office] if _holds(role, proper, ranks)}
        if len(holders) == 1:
            return next(iter(holders.values()))
        met = [figure for figure in holders.values() if self.seen.last(figure) >= 0]
        return max(met, key=self.seen.last) if met and definite else None

    def _ruler(self, token: Token) -> Figure | None:
        """'The Korvan leader' is the president, or whoever else the document says rules Korva."""
        if token.text != "leader":
            return None
        land = land_of(self.cast, self.parse, token)
        if land is None:
            return None
        nouns = sorted(words.nouns("rulers") | {"minister"})  # the prime one: no other has a country with the role
        rulers = [current(f) for noun in nouns for f, role in self._holders[noun] if role.code == land[0]]
        return max(rulers, key=lambda f: (self.seen.last(f), f.full_name), default=None)

    def _national(self, token: Token, before: Sequence[Token]) -> Figure | None:
        """'the government' is that of the country the report is about, unless another is named beside it."""
        body = "military" if token.text.lower() in words.nouns("military") else bodies.GOVERNMENT
        named = any(
            child.pos in {"PROPN", "ADJ"} and child.text[0].isupper() and not self._is_person(child) for child in before
        )
        follows = any(self.parse.tokens[i].dep == "prep" for i in self.parse.children[token.index])
        if named or follows or not self.home or _marks(before) & (_LOCAL | _OTHERS):
            return None
        known = next((f for f in self.cast.living() if (f.code, f.body) == (self.home, body)), None)
        if known is not None:
            return known
        figure = self.cast.add(Figure(bodies.bodies()[body].kind, code=self.home, body=body, kept=True))
        country = self.cast.nations.name(self.home)
        figure.names[country or token.text if body == bodies.GOVERNMENT else f"{country} {body}".strip()] = 0
        return figure

    def _is_person(self, token: Token) -> bool:
        """'the Osrin government' is that of the country that Osrin rules: the one the report is about."""
        figure = self.cast.at(token.index)
        return figure is not None and figure.kind is ActorKind.PERSON

    def _group(self, token: Token, before: Sequence[Token]) -> Figure | None:
        """'the legion': the last met whose name ends so; 'the group': the nearest group."""
        if _marks(before) & _OTHERS or any(child.dep == "nummod" for child in before):
            return None
        named = [current(figure) for figure in self._by_head[fold_name(token.lemma)]]
        if not named and token.lemma in self._carriers:
            return current(self._carriers[token.lemma])
        if named:
            met = [figure for figure in named if self.seen.last(figure) >= 0]
            return max(met, key=self.seen.last) if met else (named[0] if len(named) == 1 else None)
        for kinds, reach in _fitting(token.lemma):
            found = self._nearest(token, kinds, reach, but=self._rivals) or self._nearest(token, kinds, reach)
            if found is not None:
                return found
        return None

    def _nearest(self, token: Token, kinds: set[ActorKind], reach: int, *, but: Collection[int] = ()) -> Figure | None:
        """The nearest named body of some kinds; 'the ministry' of nobody's is none that another noun can mean."""
        return self.seen.nearest(
            token, lambda f: f.kind in kinds and not f.code and not f.described and id(f) not in but, reach=reach
        )


@cache
def meaning_nouns() -> frozenset[str]:
    """Nouns for somebody of an office, for a state's bodies, for groups and for fighters."""
    return words.roles() | words.nouns("person", "government", "military", "group", "armed_plurals", "rebels")


def _is_another(parse: Parse, noun: int) -> bool:
    """'a rival gang, the Kell Dawn': 'the gang' of the next sentence is the one that the report is about."""
    return any(parse.tokens[index].text.lower() in _RIVALS for index in parse.children[noun])


def _marks(before: Sequence[Token]) -> set[str]:
    return {child.text.lower() for child in before if child.dep != "det"}


def _fitting(noun: str) -> list[tuple[set[ActorKind], int]]:
    """The kinds that a noun may name, the likeliest first, and how far back to look for them."""
    if noun in words.nouns("outlet_nouns"):
        return [({ActorKind.OUTLET}, 6), ({ActorKind.ORGANIZATION}, 2)]
    if noun in words.organisation_words("armed") or noun in {"organization", "organisation", "party"}:
        return [({ActorKind.GROUP}, 6), ({ActorKind.ORGANIZATION}, 2)]
    if noun in words.organisation_words("civil") - {"group", "network", "campaign"}:
        return [({ActorKind.ORGANIZATION}, 4)]  # 'the ministry', 'the council': no armed group is one
    return [({ActorKind.ORGANIZATION}, 4), ({ActorKind.GROUP}, 2)]


def _holds(role: Role, proper: set[str], ranks: set[str]) -> bool:
    if role.ranks != ranks and not (ranks < role.ranks and not role.ranks & {"vice", "deputy", "former", "ex", "late"}):
        return False
    return not proper or bool(proper & role.marks) or not role.marks


def _is_one_person(figure: Figure) -> bool:
    return figure.kind is ActorKind.PERSON and not figure.plural


def _armed(cast: Cast) -> list[Figure]:
    return [f for f in cast.living() if f.kind is ActorKind.GROUP and not f.described and not f.plural]


def _dominant(cast: Cast) -> Figure | None:
    """The document's one armed group, if it has one."""
    groups = _armed(cast)
    total = sum(len(figure.mentions) for figure in groups)
    top = max(groups, key=lambda figure: (len(figure.mentions), figure.full_name), default=None)
    return top if top is not None and 1 < len(top.mentions) >= DOMINANT * total else None
