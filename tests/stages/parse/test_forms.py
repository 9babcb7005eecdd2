"""What each word is, worked out once."""

import pytest

from accordingto.stages.parse import DEFAULT_MODEL
from accordingto.stages.parse.forms import plan_forms
from accordingto.stages.parse.spacy_parse import load_reader

TEXTS = (
    "There is no doubt, he said; there were two. I do not know, you don't, she's gone and we'd have been there.",
    "Let's go. They ain't coming. Nothin' was left, somethin' is gonna give, y'all got ta leave.",
    "The MRC's fighters  left\tOrlec.\u00a0Those who have had it did it; what it had was hers, not mine.",
    "Could anybody have done so? Nobody did. It being late, to be seen doing that would hurt them and him.",
    "“We will,” said Gov. Ren, 41, on 3.5 pct of Tres-Olm’s votes … http://tres.example/a?b=1 @x #y \U0001f600 '90s",
)


@pytest.mark.parametrize("text", [*TEXTS, " ".join(TEXTS)])
def test_forms_that_are_remembered_are_those_that_the_pipeline_finds(text):
    """Part of speech, tag, form and features are the same, when a word is new and when it was met before."""
    reader = load_reader(DEFAULT_MODEL)
    whole = [
        (word.text, word.lemma_.lower(), word.pos_, word.tag_, word.dep_, str(word.morph))
        for word in reader.language(text)
        if not word.is_space
    ]
    for _ in range(2):
        (doc,) = reader.language.pipe([text], disable=reader.without)
        forms = [form for form in reader.read_forms(doc) if form.pos != "SPACE"]
        assert [(form.text, form.lemma, form.pos, form.tag, form.dep, form.morph) for form in forms] == whole


def test_a_pipeline_that_is_made_otherwise_runs_whole():
    """Without the usual components spaCy does all the work itself."""
    import spacy

    language = spacy.blank("en")
    read, without = plan_forms(language)
    assert without == ()
    assert [form.text for form in read(language("Rebels left Orlec."))] == ["Rebels", "left", "Orlec", "."]
