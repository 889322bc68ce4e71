"""What a person typed, as a value of the field. Words that say why there is none become null with that reason."""

import datetime
from typing import Any

from truceline.errors import WrongValue
from truceline.ledger.catalogue.catalogue import Catalogue
from truceline.model.actor import Actor
from truceline.model.claims import AnyClaim, claim_adapter
from truceline.model.claims.talks import Leg
from truceline.model.missing import Missing
from truceline.model.when import Date
from truceline.model.where import Place
from truceline.show.review.editors import Editor, typed_leg
from truceline.show.wording import MISSING_WORDS, plain

BY_PERSON = "set by a person"
REASONS: dict[str, Missing] = {words: reason for reason, words in MISSING_WORDS.items()} | {
    plain(reason): reason for reason in MISSING_WORDS
}


def changes_of(
    claim: AnyClaim, editors: list[Editor], typed: dict[str, str], catalogue: Catalogue
) -> dict[str, object]:
    """Field to new JSON value, for the fields that were typed anew. Raises WrongValue with words for a person."""
    changes: dict[str, object] = {}
    missing: dict[str, Missing] = dict(claim.missing)
    for editor in editors:
        words = typed.get(editor.field)
        if words is None or words.strip() == editor.typed:
            continue
        reason = reason_in(words)
        changes[editor.field] = empty(editor) if reason else value_in(claim, editor, words.strip(), catalogue)
        missing.pop(editor.field, None)
        if reason:
            missing[editor.field] = reason
    if changes and missing != claim.missing:
        changes["missing"] = missing
    return changes


def reason_in(words: str) -> Missing | None:
    found = words.strip().casefold()
    return "not_stated" if not found else REASONS.get(found)


def empty(editor: Editor) -> object:
    return [] if editor.form in {"list", "actors", "legs"} else None


def value_in(claim: AnyClaim, editor: Editor, words: str, catalogue: Catalogue) -> object:
    before = getattr(claim, editor.field)
    match editor.form:
        case "number":
            return number_in(editor, words)
        case "yes-no":
            return words.casefold() in {"yes", "true", "1"}
        case "date":
            return date_in(editor, words, before).model_dump(mode="json")
        case "place":
            return place_in(words, before, catalogue).model_dump(mode="json")
        case "actor":
            return words if words == "all sides" else actor_in(words, before, catalogue).model_dump(mode="json")
        case "actors" | "legs" | "list":
            parts = [part.strip() for part in words.split(";") if part.strip()]
            return [part_in(editor.form, part, before, catalogue) for part in parts]
        case _:
            return words


def part_in(form: str, words: str, before: Any, catalogue: Catalogue) -> object:  # noqa: ANN401 - a field's value
    """One of several values that stand between semicolons."""
    if form == "list":
        return words.replace(" ", "_")
    made = leg_in(words, before, catalogue) if form == "legs" else actor_in(words, None, catalogue)
    return made.model_dump(mode="json")


def leg_in(words: str, before: tuple[Leg, ...], catalogue: Catalogue) -> Leg:
    """``one side, other side via go-between``; a leg that was there keeps its day and what is known of its actors."""
    same = next((leg for leg in before if typed_leg(leg) == words), None)
    if same is not None:
        return same
    sides, _, between = words.partition(" via ")
    participants, mediators = (
        tuple(actor_in(name.strip(), None, catalogue) for name in names.split(",") if name.strip())
        for names in (sides, between)
    )
    return Leg(participants=participants, mediators=mediators)


def number_in(editor: Editor, words: str) -> int:
    digits = words.replace(",", "").replace(" ", "")
    if not digits.isdigit():
        raise WrongValue(f"{editor.name}: “{words}” is no whole number")
    return int(digits)


def date_in(editor: Editor, words: str, before: Date | None) -> Date:
    """``2024-05-03``, or ``2024-05-01/2024-05-03`` for what lies between two days."""
    first, _, last = words.partition("/")
    try:
        earliest = datetime.date.fromisoformat(first.strip())
        latest = datetime.date.fromisoformat(last.strip()) if last else earliest
    except ValueError as error:
        raise WrongValue(f"{editor.name}: “{words}” is no day; write 2024-05-03 or 2024-05-01/2024-05-03") from error
    if latest < earliest:
        raise WrongValue(f"{editor.name}: {words} ends before it begins")
    single = earliest == latest
    return Date(
        raw=before.raw if before else words, timex=earliest.isoformat() if single else None,
        edtf=earliest.isoformat() if single else f"{earliest}/{latest}", earliest=earliest, latest=latest,
        precision="day" if single else "range", resolution="resolved", rule=BY_PERSON,
    )  # fmt: skip


def place_in(words: str, before: Place | None, catalogue: Catalogue) -> Place:
    """A place that another claim names keeps its point; a new name has none."""
    row = catalogue.one("SELECT body FROM claims WHERE place = ? AND lat IS NOT NULL LIMIT 1", [words])
    known = getattr(claim_adapter.validate_json(row["body"]), "place", None) if row is not None else None
    raw = before.raw if before else words
    return known.model_copy(update={"raw": raw}) if isinstance(known, Place) else Place(raw=raw, name=words)


def actor_in(words: str, before: object, catalogue: Catalogue) -> Actor:
    """An actor that another claim names keeps what is known of it."""
    row = catalogue.one(
        "SELECT body FROM claims WHERE n = (SELECT claim FROM actors WHERE name = ? COLLATE NOCASE LIMIT 1)", [words]
    )
    known = next(actors_named(claim_adapter.validate_json(row["body"]), words), None) if row is not None else None
    text = before.entity_text if isinstance(before, Actor) else None
    made = known or Actor(entity_name=words)
    return made.model_copy(update={"entity_text": text or words, "resolution": "named"})


def actors_named(claim: AnyClaim, name: str) -> Any:  # noqa: ANN401 - an iterator of actors
    from truceline.ledger.catalogue.parts import actors_in

    return (actor for _, actor in actors_in(claim) if (actor.entity_name or "").casefold() == name.casefold())
