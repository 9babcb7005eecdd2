"""The figures of one document while it is being read: names, roles and mentions gathered, then joined."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from accordingto.model.actor import ActorKind, Mention, MentionForm
from accordingto.model.document import Document, Span
from accordingto.stages.resolve.nations import Nations
from accordingto.text.names import clean_name, fold_name


@dataclass(frozen=True, slots=True)
class Role:
    """What a figure is said to be: noun 'governor', marks {'kell'}, ranks {'deputy'}, code of a country."""

    noun: str
    marks: frozenset[str] = frozenset()
    ranks: frozenset[str] = frozenset()
    code: str = ""


@dataclass(frozen=True, slots=True)
class Bond:
    """A figure belongs to or speaks for another, by the words at a span."""

    figure: "Figure"
    evidence: Span | None
    rule: str


@dataclass(frozen=True, slots=True)
class Held:
    """An office that a figure holds, where the document says so.

    Attributes:
        figure: the holder.
        noun: the token of the office, 'commander'.
        name: the words of the holder's name beside it.
        opening: the first token of the title before the name ('Legion' of 'Legion Commander Tor Osrin'), or -1.
    """

    figure: "Figure"
    noun: int
    name: Span
    opening: int = -1


@dataclass(eq=False, slots=True)
class Figure:
    """Someone in one document.

    Attributes:
        kind: what it is.
        names: surface names, each with how often the document has it; titled variants count 0.
        mentions: by span.
        roles: what it is said to be.
        gender: ``f``, ``m`` or '' when nothing tells.
        plural: whether 'they' is its pronoun before 'it'.
        described: it has no name.
        code, body: country and class of body, for governments and what belongs to them.
        acronyms: folded acronyms that the document itself ties to the name.
        bonds: whom it belongs to.
        offices: (code of a country, the words that show it) of the offices of state that a person holds.
        reasons: why its names are one, for people.
        kept: it is an actor though no sentence has its name (outlets of metadata, governments, described claimers).
        sure: the document's own words say of which kind it is.
    """

    kind: ActorKind
    names: dict[str, int] = field(default_factory=dict)
    mentions: dict[Span, Mention] = field(default_factory=dict)
    roles: list[Role] = field(default_factory=list)
    gender: str = ""
    plural: bool = False
    described: bool = False
    code: str = ""
    body: str = ""
    acronyms: set[str] = field(default_factory=set)
    bonds: list[Bond] = field(default_factory=list)
    offices: list[tuple[str, Span]] = field(default_factory=list)
    reasons: list[str] = field(default_factory=list)
    kept: bool = False
    sure: bool = False
    merged_into: "Figure | None" = None

    @property
    def full_name(self) -> str:
        """The fullest of the names: the most words, then the most often, then by spelling."""
        if len(self.names) == 1:
            return next(iter(self.names))
        counted = [name for name, count in self.names.items() if count] or list(self.names)
        return max(counted, key=lambda name: (len(name.split()), self.names[name], len(name), name), default="")

    @property
    def folds(self) -> set[str]:
        """The names in plain letters."""
        return {fold_name(name) for name in self.names}


class Cast:
    """The figures of one document and who stands at which token."""

    def __init__(self, document: Document, nations: Nations, home: str) -> None:
        """``home`` is the country the report is about, or ''."""
        self.document, self.nations, self.home = document, nations, home
        self.figures: list[Figure] = []
        self.held: list[Held] = []
        self.named: dict[int, Figure] = {}  # who is named at a token; perhaps joined into another since
        self._words: dict[int, Span] = {}
        self._number: dict[int, int] = {}

    def add(self, figure: Figure) -> Figure:
        """Take a figure in."""
        self._number[id(figure)] = len(self.figures)
        self.figures.append(figure)
        return figure

    def mention(self, figure: Figure, span: Span, form: MentionForm, tokens: Iterable[int]) -> None:
        """Words at a span name a figure; its tokens point to it unless an earlier name already has them."""
        if span not in figure.mentions:
            figure.mentions[span] = Mention(self.document.id, span, self.document.quote(span), form)
        for token in tokens:
            self.named.setdefault(token, figure)
            self._words.setdefault(token, span)

    def words_at(self, token: int) -> Span | None:
        """The words of the mention that a token belongs to."""
        return self._words.get(token)

    def at(self, token: int) -> Figure | None:
        """Who is named at a token."""
        figure = self.named.get(token)
        return figure if figure is None or figure.merged_into is None else current(figure)

    def living(self) -> list[Figure]:
        """The figures that were not joined into others."""
        return [figure for figure in self.figures if figure.merged_into is None]

    def join(self, left: Figure, right: Figure, reason: str) -> Figure:
        """Two figures are one; the one taken in first stays."""
        left, right = current(left), current(right)
        if left is right:
            return left
        if self._number[id(right)] < self._number[id(left)]:
            left, right = right, left
        _pour(right, left)
        left.reasons.append(reason)
        right.merged_into = left
        return left


def current(figure: Figure) -> Figure:
    """The figure that this one was joined into."""
    while figure.merged_into is not None:
        figure = figure.merged_into
    return figure


def _pour(source: Figure, target: Figure) -> None:
    for name, count in source.names.items():
        target.names[name] = target.names.get(name, 0) + count
    target.mentions.update({span: mention for span, mention in source.mentions.items() if span not in target.mentions})
    target.roles.extend(source.roles)
    target.gender = target.gender or source.gender
    target.plural = target.plural or source.plural
    target.described = target.described and source.described
    target.code, target.body = target.code or source.code, target.body or source.body
    target.acronyms |= source.acronyms
    target.bonds.extend(source.bonds)
    target.offices.extend(source.offices)
    target.reasons.extend(source.reasons)
    target.kept = target.kept or source.kept
    target.sure = target.sure or source.sure


def add_name(figure: Figure, name: str, count: int = 1) -> None:
    """Note a surface name."""
    clean = clean_name(name)
    if clean:
        figure.names[clean] = figure.names.get(clean, 0) + count
