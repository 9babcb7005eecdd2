"""What a document says that its figures are: 'Tor Osrin, governor of Kell', 'Legion spokesman Tor Osrin'.

Whose offices these are is told after the walk through the document, in ``sides``.
"""

from collections.abc import Iterator, Sequence

from accordingto.model.actor import ActorKind, MentionForm
from accordingto.model.parse import Parse, Token
from accordingto.stages.resolve import words
from accordingto.stages.resolve.cast import Cast, Figure, Held, Role
from accordingto.stages.resolve.kinds import holder_of
from accordingto.stages.resolve.lands import land_of
from accordingto.stages.resolve.phrases import NamePhrase

LONGEST_BEFORE = 6
# How many words may stand between a body and the office named after it: 'the Legion's first military spokesman'.
LONGEST_BETWEEN = 3


def note_offices(cast: Cast, parse: Parse, phrases: Sequence[NamePhrase]) -> None:
    """Roles of every named figure, with the words that show them."""
    for phrase in phrases:
        figure = cast.at(phrase.first)
        if figure is None:
            continue
        if phrase.title and figure.kind is ActorKind.PERSON:
            parts = phrase.title.split()
            noun = parse.tokens[phrase.first - 1]
            ranks = frozenset(parts) & words.nouns("ranks")
            code = _code(cast, parse, noun)
            figure.roles.append(Role(_role_noun(parts), ranks=ranks, code=code))
            if len(parts) > 1:
                figure.roles.append(Role(_initials(parts), code=code))
            cast.held.append(Held(figure, phrase.first - 1, phrase.span, phrase.opening))
        for noun in _nouns_beside(parse, phrase):
            _note(cast, parse, figure, phrase, noun)


def _role_noun(parts: Sequence[str]) -> str:
    """'president' of 'vice president', 'chief' of 'chief of police'."""
    end = parts.index("of") if "of" in parts[1:] else len(parts)
    return parts[end - 1].rstrip(".")


def _initials(parts: Sequence[str]) -> str:
    """'pm' of 'prime minister': who is met as one is later called the other."""
    return "".join(part[0] for part in parts if part not in {"of", "the"})


def _nouns_beside(parse: Parse, phrase: NamePhrase) -> Iterator[Token]:
    """Common nouns that say what the name is: before it, in apposition, or after 'is'."""
    tokens = parse.tokens
    sentence = parse.sentences[tokens[phrase.first].sentence]
    head = _head(parse, phrase)
    if phrase.first > sentence.first:
        before = tokens[phrase.first - 1]
        if before.pos == "NOUN" and before.head in range(phrase.first, phrase.last):
            yield before
    for index in parse.children[head.index]:
        if tokens[index].dep == "appos" and tokens[index].pos == "NOUN":
            yield tokens[index]
    over = tokens[head.head]
    if head.dep == "appos":
        holder = holder_of(over, parse)
        if holder.pos == "NOUN":
            yield holder
    if head.dep == "nsubj" and over.lemma == "be":
        yield from (
            tokens[i] for i in parse.children[over.index] if tokens[i].dep == "attr" and tokens[i].pos == "NOUN"
        )


def _head(parse: Parse, phrase: NamePhrase) -> Token:
    """The token of the name whose head lies outside it."""
    for index in range(phrase.last - 1, phrase.first - 1, -1):
        if not phrase.first <= parse.tokens[index].head < phrase.last or parse.tokens[index].head == index:
            return parse.tokens[index]
    return parse.tokens[phrase.last - 1]


def _note(cast: Cast, parse: Parse, figure: Figure, phrase: NamePhrase, noun: Token) -> None:
    personal = noun.lemma in words.roles() or noun.lemma in words.nouns("person")
    grouped = noun.lemma in words.nouns("group")
    if not ((figure.kind is ActorKind.PERSON and personal) or (figure.kind is not ActorKind.PERSON and grouped)):
        return
    figure.roles.append(_role(cast, parse, phrase, noun))
    figure.gender = figure.gender or _gender(noun.lemma)
    span = parse.span(noun.index, noun.index)
    cast.mention(figure, span, MentionForm.DESCRIPTION, [noun.index])
    cast.held.append(Held(figure, noun.index, phrase.span))


def _role(cast: Cast, parse: Parse, phrase: NamePhrase, noun: Token) -> Role:
    """The office with the names and ranks that stand around it, the holder's own name left out."""
    near = set(parse.subtree(noun.index))
    for index in reversed(range(max(parse.sentences[noun.sentence].first, noun.index - LONGEST_BEFORE), noun.index)):
        if parse.tokens[index].pos not in {"PROPN", "ADJ", "NOUN", "PART"}:
            break
        near.add(index)
    around = [parse.tokens[index] for index in sorted(near - {noun.index} - set(range(phrase.first, phrase.last)))]
    marks = frozenset(token.text.lower() for token in around if token.pos == "PROPN")
    left = {token.text.lower() for token in around if token.index < noun.index}
    return Role(noun.lemma, marks, frozenset(left & words.nouns("ranks")), _code(cast, parse, noun))


def _code(cast: Cast, parse: Parse, noun: Token) -> str:
    """The country of somebody who rules one, or ''."""
    prime = noun.text.lower() == "minister" and noun.index > 0 and parse.tokens[noun.index - 1].text.lower() == "prime"
    if not (prime or noun.text.lower() in words.nouns("rulers")) or is_past(parse, noun):
        return ""
    found = land_of(cast, parse, noun)
    return "" if found is None else found[0]


def is_past(parse: Parse, noun: Token) -> bool:
    """'former commander', 'ex-spokesman': who held an office does not speak for the body now."""
    first = parse.sentences[noun.sentence].first
    before = [parse.tokens[index].text.lower() for index in range(max(first, noun.index - LONGEST_BETWEEN), noun.index)]
    below = [parse.tokens[index].text.lower() for index in parse.children[noun.index] if index < noun.index]
    return not words.nouns("no_longer").isdisjoint([*before, *below])


def _gender(noun: str) -> str:
    if noun in words.nouns("feminine"):
        return "f"
    return "m" if noun in words.nouns("masculine") else ""
