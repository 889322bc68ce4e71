"""Two coders beside each other: what each left a claim as, and how often they gave the same answer."""

from collections import defaultdict
from dataclasses import dataclass
from itertools import combinations

from truceline.ledger.catalogue.catalogue import Catalogue
from truceline.model.claims import AnyClaim
from truceline.model.judgement import Judgement, in_force
from truceline.show.review.editors import FIXED

MOST = 5000  # judged claims that are compared; the newest ones


@dataclass(frozen=True, slots=True)
class Answers:
    """What one coder left: verdict and changed fields."""

    coder: str
    verdict: str
    changes: dict[str, object]


@dataclass(frozen=True, slots=True)
class Disagreement:
    claim: str
    kind: str
    title: str
    fields: list[str]
    answers: list[Answers]


@dataclass(frozen=True, slots=True)
class Share:
    """How many of ``pairs`` answers were equal; kept or rejected is the first row."""

    name: str
    equal: int
    pairs: int

    @property
    def percent(self) -> int:
        return round(100 * self.equal / self.pairs) if self.pairs else 0


def agreement_of(catalogue: Catalogue, conflict: str | None) -> tuple[list[Share], list[Disagreement]]:
    equal: dict[str, int] = defaultdict(int)
    pairs: dict[str, int] = defaultdict(int)
    apart: list[Disagreement] = []
    for row in twice_judged(catalogue, conflict):
        claim = catalogue.claim(row["id"])
        answers = answers_of(catalogue.judgements_on(row["id"]))
        if claim is None or len(answers) < 2:
            continue
        differing: set[str] = set()
        for one, other in combinations(answers, 2):
            for field, same in compared(claim, one, other):
                pairs[field] += 1
                equal[field] += same
                if not same:
                    differing.add(field)
        if differing:
            apart.append(Disagreement(row["id"], row["kind"], row["title"], sorted(differing), answers))
    order = sorted(pairs, key=lambda field: (field != "kept or rejected", field))
    return [Share(field.replace("_", " "), equal[field], pairs[field]) for field in order], apart


def twice_judged(catalogue: Catalogue, conflict: str | None) -> list[dict[str, str]]:
    own, values = (" AND c.conflict = ?", [conflict]) if conflict is not None else ("", [])
    rows = catalogue.rows(
        f"""SELECT c.id, c.kind, c.title FROM claims c JOIN judged d ON d.claim = c.id
        JOIN judgements j ON j.id = d.judgement WHERE j.verdict IN ('accept', 'reject', 'edit'){own}
        GROUP BY c.id HAVING count(DISTINCT j.by) > 1 ORDER BY max(j.seq) DESC LIMIT ?""",  # noqa: S608
        [*values, MOST],
    )
    return [dict(row) for row in rows]


def answers_of(judgements: list[Judgement]) -> list[Answers]:
    """One for each coder: the last verdict, with all fields that this coder changed."""
    made: dict[str, Answers] = {}
    for judgement in in_force(judgements):
        if judgement.verdict not in {"accept", "reject", "edit"}:
            continue
        before = made.get(judgement.by)
        changes = {**(before.changes if before else {}), **judgement.changes}
        changes.pop("missing", None)
        made[judgement.by] = Answers(judgement.by, judgement.verdict, changes)
    return list(made.values())


def compared(claim: AnyClaim, one: Answers, other: Answers) -> list[tuple[str, bool]]:
    """Fields with whether the two left the same value. Fields that neither touched count as equal answers."""
    kept = (one.verdict == "reject") == (other.verdict == "reject")
    found = [("kept or rejected", kept)]
    if one.verdict == "reject" or other.verdict == "reject":
        return found
    fields = [field for field in type(claim).model_fields if field not in FIXED]
    return found + [(field, same_value(one, other, field)) for field in fields]


def same_value(one: Answers, other: Answers, field: str) -> bool:
    """A field that only one of them changed was left by the other as it was found."""
    unchanged = object()
    return one.changes.get(field, unchanged) == other.changes.get(field, unchanged) or not (
        field in one.changes or field in other.changes
    )
