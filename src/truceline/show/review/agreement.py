"""Two coders beside each other: what each left a claim as, how often they gave the same answer, what was settled."""

from collections import defaultdict
from dataclasses import dataclass
from itertools import combinations

from truceline.ledger.catalogue.catalogue import Catalogue
from truceline.model.claims import AnyClaim
from truceline.model.judgement import Judgement, Verdict, in_force
from truceline.reconcile.coders import DECIDED, CoderAgreement, coder_agreement
from truceline.show.review.editors import FIXED
from truceline.show.review.second_look import as_found, corrected_by
from truceline.show.site import Site

MOST = 5000  # judged claims that are compared; the newest ones
SETTLED = "settled for "  # the note of a judgement that begins so ends a disagreement; it is no coder's answer


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
    settled: Judgement | None


@dataclass(frozen=True, slots=True)
class Agreement:
    """``alphas`` null: the library that works them out is not installed."""

    shares: list["Share"]
    apart: list[Disagreement]
    alphas: list[CoderAgreement] | None


@dataclass(frozen=True, slots=True)
class Share:
    """How many of ``pairs`` answers were equal; kept or rejected is the first row."""

    name: str
    equal: int
    pairs: int

    @property
    def percent(self) -> int:
        return round(100 * self.equal / self.pairs) if self.pairs else 0


def agreement_of(site: Site, conflict: str | None) -> Agreement:
    """On claims that two coders or more decided; open disagreements first."""
    equal: dict[str, int] = defaultdict(int)
    pairs: dict[str, int] = defaultdict(int)
    apart: list[Disagreement] = []
    found: list[tuple[AnyClaim, list[Judgement]]] = []
    for row in twice_judged(site.catalogue, conflict):
        claim, judgements = site.catalogue.claim(row["id"]), in_force(site.catalogue.judgements_on(row["id"]))
        answers = answers_of(judgements)
        if claim is None or len(answers) < 2:
            continue
        found.append((as_found(site, claim, judgements), judgements))
        compared_fields = [pair for one, other in combinations(answers, 2) for pair in compared(claim, one, other)]
        for field, same in compared_fields:
            pairs[field] += 1
            equal[field] += same
        if differing := sorted({field for field, same in compared_fields if not same}):
            apart.append(Disagreement(row["id"], row["kind"], row["title"], differing, answers, settled_by(judgements)))
    order = sorted(pairs, key=lambda field: (field != "kept or rejected", field))
    shares = [Share(field.replace("_", " "), equal[field], pairs[field]) for field in order]
    return Agreement(shares, sorted(apart, key=lambda one: one.settled is not None), alphas_of(found))


def alphas_of(found: list[tuple[AnyClaim, list[Judgement]]]) -> list[CoderAgreement] | None:
    """Krippendorff's alpha by kind and field; null where its library is not installed."""
    judgements = [made for _, own in found for made in own if not is_settling(made)]
    try:
        return coder_agreement([claim for claim, _ in found], judgements)
    except ImportError:
        return None


def is_settling(judgement: Judgement) -> bool:
    return (judgement.note or "").startswith(SETTLED)


def settled_note(coder: str, reason: str) -> str:
    return f"{SETTLED}{coder}" + (f": {reason}" if reason else "")


def settled_by(judgements: list[Judgement]) -> Judgement | None:
    """The judgement that settled it, unless a coder decided anew after it."""
    deciding = [made for made in judgements if made.verdict in DECIDED]
    return deciding[-1] if deciding and is_settling(deciding[-1]) else None


def settling(site: Site, claim: AnyClaim, coder: str) -> tuple[Verdict, dict[str, object]] | None:
    """The judgement that makes a claim what this coder left it as; null where that coder did not decide."""
    judgements = in_force(site.catalogue.judgements_on(claim.id))
    answer = next((answer for answer in answers_of(judgements) if answer.coder == coder), None)
    if answer is None:
        return None
    if answer.verdict == "reject":
        return "reject", {}
    left = corrected_by(site, claim, judgements, coder).model_dump(mode="json")
    touched = {field for made in judgements if made.verdict == "edit" for field in made.changes}
    changes: dict[str, object] = {field: left[field] for field in touched}
    return ("edit" if changes else "accept"), changes


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
    """One for each coder: the last verdict, with all fields that this coder changed. ``judgements`` in force."""
    made: dict[str, Answers] = {}
    for judgement in judgements:
        if judgement.verdict not in DECIDED or is_settling(judgement):
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
