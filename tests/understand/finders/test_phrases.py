"""Phrases of word lists on a parse: many lists asked at once say what each says alone."""

import pytest

from truceline.settings import Settings
from truceline.understand.finders.clause_parts.phrases import first_said, says
from truceline.understand.finders.position_parts.holders import KIND as POSITIONS
from truceline.understand.finders.position_parts.set_phrases import PHRASE_LISTS
from truceline.understand.finders.talks_parts.people import KIND as TALKS
from truceline.understand.finders.talks_parts.turns import NAMES
from truceline.understand.languages.en.grammar import ENGLISH
from truceline.understand.parsing import parse

TEXT = (
    "The army turned a deaf ear to the plan and gave its consent to talks on Monday. "
    "The rebels signed off on the draft, threw cold water on the swap and left the table. "
    "The movement made its return conditional on a halt; the two sides shook hands."
)


@pytest.mark.parametrize(("kind", "lists"), [(POSITIONS, PHRASE_LISTS), (TALKS, NAMES)])
def test_the_first_list_that_holds_the_word(kind, lists):
    found = {}
    for token in parse(TEXT, Settings().pipeline, ENGLISH):
        alone = next((name for name in lists if says(token, kind, name)), None)
        assert first_said(token, kind, lists) == alone
        found[token.base] = alone
    assert any(found.values())
