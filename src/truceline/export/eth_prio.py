"""Rows with the columns of the ETH/PRIO Civil Conflict Ceasefire data: one actor in one ceasefire a row.

What is not stated is -1, for year, month and day apart, as that data set codes it; it is never filled in.
"""

import re
from collections.abc import Iterator

from truceline.export.package import Package, versions
from truceline.export.parties import parties
from truceline.export.precision import agreed_date, first_date
from truceline.export.table import Table
from truceline.export.view import View, joined, left_out, name_of, names_of, rest
from truceline.knowledge.codes import codes_of
from truceline.model.actor import Actor
from truceline.model.claims import AnyClaim, Ceasefire
from truceline.model.flat import Column, Row
from truceline.model.record import CeasefireProcess
from truceline.model.when import Date

UNKNOWN = -1
DECLARED = {"announced", "agreed", "in_force", "extended", "violated", "not_observed", "collapsed", "expired", "ended"}
UNREAL = {"hypothetical", "negation"}
ONSET = {"announced", "agreed", "in_force", "extended"}
END = {"collapsed", "expired", "ended"}
CLASSES = {"cessation": 1, "cessation_with_compliance": 2, "definitive": 3, "unclear": UNKNOWN}
MEDIATED = {"mediated": 1, "non_mediated": 0, "unclear": UNKNOWN}
PURPOSES = {"humanitarian": "p_humanitarian", "peace_process": "p_peaceprocess", "holiday": "p_holiday",
            "election": "p_election", "other": "p_other"}  # fmt: skip
LINKS = tuple(Column(f"link_id{number}", "string", "empty: links are the coder's") for number in range(1, 36))
COLUMNS = (
    Column("cc", "integer", "Gleditsch-Ward number of the country of the truce or of its government side"),
    Column("location", "string", "name of that country"),
    Column("region", "string", "its continent"),
    Column("cf_id", "string", "id of the truce in the ledger; rows of one truce share it"),
    Column("uniq_id", "string", "cf_id and the number of the party"),
    Column("id", "string", "as uniq_id"),
    Column("side", "string", "government or non-state (own words: the code list is not public)"),
    Column("actor_name", "string", "the party"),
    Column("ucdp_actor_id", "integer", "empty: UCDP's own number"),
    Column("ucdp_acd_id", "integer", "empty: UCDP's own number"),
    Column("ucdp_dyad", "integer", "empty: UCDP's own number"),
    Column("pax_id", "integer", "empty: only an analyst can link it"),
    *(Column(f"cf_dec_{part}", "integer", f"declared, {part}; -1 not stated") for part in ("yr", "month", "day")),
    *(Column(f"cf_effect_{part}", "integer", f"in effect, {part}; -1 not stated") for part in ("yr", "month", "day")),
    *(Column(f"end_{part}", "integer", f"ended, {part}; -1 not stated") for part in ("yr", "month", "day")),
    Column("ended", "integer", "-1: the code list is not public; see stage"),
    Column("partial", "integer", "1 only part of the territory or forces, 0 not, -1 not stated"),
    Column("written", "integer", "1 written, 0 not, -1 not stated"),
    Column("fixed", "integer", "1 a duration was fixed, -1 not stated"),
    Column("fixed_time", "number", "that duration, days"),
    Column("nsa_frac", "integer", "-1: not in the reports"),
    Column("splinter", "integer", "-1: not in the reports"),
    *(Column(name, "integer", "1 stated, 0 not") for name in PURPOSES.values()),
    Column("p_other_comment", "string", "empty"),
    Column("p_unclear", "integer", "1 no purpose is stated"),
    Column("ceasefire_class", "integer", "1 cessation, 2 with compliance mechanism, 3 definitive, -1 unclear"),
    Column("timing", "integer", "-1: needs the peace process as a whole"),
    Column("mediator_nego", "integer", "1 mediated, 0 not, -1 unclear"),
    Column("mediator_send", "string", "names of the mediators, joined by ;"),
    Column("implement", "integer", "1 a mechanism is agreed (class 2), -1 not stated"),
    Column("enforcement", "integer", "-1: not in the reports"),
    Column("ddr", "integer", "-1: not in the reports"),
    Column("truce", "integer", "empty"),
    Column("cf_pp", "integer", "empty: only an analyst can link it"),
    Column("link", "integer", "empty"),
    *LINKS,
    Column("evidence_onset", "string", "exact sentences on its beginning"),
    Column("evidence_end", "string", "exact sentences on its end"),
    Column("comment", "string", "stages and days by claimant, and why the claims were joined"),
    Column("coder", "string", "tool and version"),
    Column("factivia_source", "string", "publishers, joined by ;"),
    Column("factivia_page", "string", "empty"),
    Column("recentadditions", "string", "empty"),
    Column("stage", "string", "last stage that is told (our own column)"),
    Column("cf_dec_edtf", "string", "declared, as EDTF (our own column)"),
    Column("cf_dec_prec", "string", "declared, precision (our own column)"),
)


def eth_prio(view: View) -> Package:
    unexported: list[Row] = []
    rows: list[Row] = []
    told: set[str] = set()
    for process in view.of_kind(CeasefireProcess):
        made = list(process_rows(view, process, unexported))
        told |= {claim.id for claim in told_in(view, process)} if made else set()
        rows += made
    table = Table("ceasefires", "Ceasefires, one party a row", COLUMNS, rows, ("uniq_id",))
    return Package(
        "eth_prio", "Ceasefires with ETH/PRIO's columns", "CFD 2022 columns (Clayton et al. 2022); not ETH/PRIO data",
        (table,), (), rest(view, told, unexported, why_no_row),
        notes=(
            "-1 is what no report states; it is never filled in. A part of a date on which claimants differ is -1, "
            "too: comment has what each says. In effect is the first day on which anybody has it in force.",
            "Declared, in effect and ended are kept apart: none is taken for another.",
            "Truces between states are in, too; the data set itself covers civil conflicts.",
            "Not public, so not filled as the data set does: the code lists of side (in words here), ended and "
            "enforcement (-1).",
        ),
    )  # fmt: skip


def why_no_row(claim: AnyClaim) -> str:
    if isinstance(claim, Ceasefire):
        if claim.stage in DECLARED and claim.aux_mode not in UNREAL:
            return "its truce has no row, or it belongs to none"
        return f"a truce that is {claim.aux_mode or claim.stage} is not declared"
    return f"the ceasefire data have no row for a {claim.kind}"


def told_in(view: View, process: CeasefireProcess) -> list[Ceasefire]:
    """The claims that say what became of a declared truce."""
    claims = [claim for claim in view.members(process) if isinstance(claim, Ceasefire)]
    return [claim for claim in claims if claim.stage in DECLARED and claim.aux_mode not in UNREAL]


def process_rows(view: View, process: CeasefireProcess, unexported: list[Row]) -> Iterator[Row]:
    told = told_in(view, process)
    named = parties(process.parties).values()
    if not told:
        unexported.append(left_out(process, "this truce was only sought, proposed or rejected"))
        return
    if not named:
        unexported.append(left_out(process, "no party is named"))
        return
    shared = shared_fields(view, process, told)
    for number, party in enumerate(named, start=1):
        yield {
            **dict.fromkeys(column.name for column in COLUMNS),
            **shared,
            "uniq_id": f"{process.id}-{number}",
            "id": f"{process.id}-{number}",
            "actor_name": name_of(party),
            "side": "government" if is_government(party) else "non-state",
        }


def shared_fields(view: View, process: CeasefireProcess, told: list[Ceasefire]) -> Row:
    declared = agreed_date(claim.declared for claim in told)
    country = codes_of(country_of(process, told), declared.earliest if declared else None)
    purposes = {purpose for claim in told for purpose in claim.purpose}
    return {
        "cc": country.gw if country else None,
        "location": country.name if country else None,
        "region": country.continent if country else None,
        "cf_id": process.id,
        **parts("cf_dec", declared),
        **parts("cf_effect", first_date(claim.effective for claim in told)),
        **parts("end", agreed_date(claim.ended for claim in told)),
        "ended": UNKNOWN,
        "partial": flag(claim.partial for claim in told),
        "written": flag(claim.written for claim in told),
        "fixed": 1 if (days := duration(told)) is not None else UNKNOWN,
        "fixed_time": days,
        **dict.fromkeys(("nsa_frac", "splinter", "timing", "enforcement", "ddr"), UNKNOWN),
        **{column: int(purpose in purposes) for purpose, column in PURPOSES.items()},
        "p_unclear": int(not purposes),
        "ceasefire_class": max(CLASSES[claim.ceasefire_class] for claim in told),
        "mediator_nego": max(MEDIATED[claim.mediated] for claim in told),
        "mediator_send": joined(names_of(actor for claim in told for actor in claim.mediators)),
        "implement": 1 if any(claim.ceasefire_class == "cessation_with_compliance" for claim in told) else UNKNOWN,
        "evidence_onset": joined((view.sentence(claim) for claim in told if claim.stage in ONSET), " "),
        "evidence_end": joined((view.sentence(claim) for claim in told if claim.stage in END), " "),
        "comment": joined(
            [*(stage_words(view, claim) for claim in told), *process.reasons]
        ),
        "coder": f"truceline {versions()['truceline']}",
        "factivia_source": joined(view.publishers(told)),
        "stage": process.steps[-1].stage if process.steps else None,
        "cf_dec_edtf": declared.edtf if declared else None,
        "cf_dec_prec": declared.precision if declared else None,
    }  # fmt: skip


def country_of(process: CeasefireProcess, told: list[Ceasefire]) -> str | None:
    """Where the fighting party's government sits: the one country of all parties, else the country of the place."""
    countries = {party.country for party in process.parties if party.country}
    if len(countries) == 1:
        return countries.pop()
    placed = {claim.place.country for claim in told if claim.place and claim.place.country}
    return placed.pop() if len(placed) == 1 and placed <= countries else None


def parts(prefix: str, date: Date | None) -> Row:
    """Year, month and day apart: each is -1 where both ends of the date do not share it."""
    first, last = (date.earliest, date.latest) if date else (None, None)
    year = month = day = UNKNOWN
    if first and last and first.year == last.year:
        year = first.year
        if first.month == last.month:
            month = first.month
            day = first.day if first.day == last.day else UNKNOWN
    return {f"{prefix}_yr": year, f"{prefix}_month": month, f"{prefix}_day": day}


def stage_words(view: View, claim: Ceasefire) -> str:
    """ "agreed, declared 2024-05-03 (claimed by X)": where claimants give other days, both are here."""
    days = (("declared", claim.declared), ("in effect", claim.effective), ("ended", claim.ended))
    told = [f"{word} {date.edtf}" for word, date in days if date and date.edtf]
    return f"{', '.join([claim.stage, *told])} (claimed by {view.said_by(claim)})"


def flag(values: Iterator[bool | None]) -> int:
    told = {value for value in values if value is not None}
    return int(told.pop()) if len(told) == 1 else UNKNOWN


DURATION = re.compile(r"P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?)?")
DAYS = (365, 30, 7, 1, 1 / 24)  # a year, a month, a week, a day, an hour, in days


def duration(told: list[Ceasefire]) -> float | None:
    """The fixed duration in days, if one is stated."""
    for claim in told:
        found = DURATION.fullmatch(claim.duration or "")
        if found and any(found.groups()):
            return sum(int(number) * days for number, days in zip(found.groups(), DAYS, strict=True) if number)
    return None


def is_government(actor: Actor) -> bool:
    return actor.sector in {"GOV", "MIL"} or actor.kind == "state"
