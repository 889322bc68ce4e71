import datetime

import pytest

from builders import claim, report
from truceline.model.judgement import judge
from truceline.reconcile.coders import coder_agreement

STORY = report(" ".join(f"Shell {n} fell." for n in range(8)))
CLAIMS = [claim("casualties", STORY, f"Shell {n}", harm="killed", value=n, person_status="civilian") for n in range(8)]
NOON = datetime.datetime(2026, 1, 1, tzinfo=datetime.UTC)


def verdicts(by, word):
    return [judge("accept" if letter == "a" else "reject", made, by=by, at=NOON)
            for letter, made in zip(word, CLAIMS, strict=True)]  # fmt: skip


def test_coders_who_always_agree_have_alpha_one():
    (row,) = coder_agreement(CLAIMS, [*verdicts("ann", "aaaarrrr"), *verdicts("bob", "aaaarrrr")])
    assert (row.kind, row.field, row.alpha, row.claims, row.coders) == ("casualties", "verdict", 1.0, 8, 2)


def test_alpha_by_hand():
    (row,) = coder_agreement(CLAIMS, [*verdicts("ann", "aaaarrrr"), *verdicts("bob", "aaarrrrr")])
    assert row.alpha == pytest.approx(1 - 15 * 2 / (2 * 7 * 9))


def test_corrected_fields_are_compared_by_value():
    edits = [judge("edit", CLAIMS[n], by="ann", at=NOON, changes={"value": 99}) for n in (0, 1)]
    same = [
        judge("edit", CLAIMS[0], by="bob", at=NOON, changes={"value": 99}),
        judge("accept", CLAIMS[1], by="bob", at=NOON),
    ]
    rows = {row.field: row for row in coder_agreement(CLAIMS, [*edits, *same])}
    assert rows["value"].claims == 2
    assert rows["value"].alpha < 1


def test_one_coder_alone_gives_no_figure():
    (row,) = coder_agreement(CLAIMS, verdicts("ann", "aaaarrrr"))
    assert (row.alpha, row.claims) == (None, 0)
