"""How values are written for people."""

from show.war import first_claims
from truceline.model.claims import Territory
from truceline.show.wording import holding


def test_a_part_of_an_area_is_not_written_as_the_area():
    claim = next(claim for claim in first_claims() if isinstance(claim, Territory))
    assert holding(claim).endswith("gained Nyala (exact)")
    assert holding(claim.model_copy(update={"extent": "part"})).endswith("gained part of Nyala (exact)")
    assert holding(claim.model_copy(update={"extent": "part", "place": None})).endswith("gained place not stated")
