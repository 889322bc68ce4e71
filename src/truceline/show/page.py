"""What the page says: rows and sentences for the template, made from what stands in the ledger."""

import datetime
from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from truceline.model.claims import AnyClaim, Casualties, Position, Statement, Talks, Territory
from truceline.model.record import CeasefireProcess, CeasefireStep, Contradiction, RecordKind, TalksRound, TollSeries
from truceline.model.report import Report
from truceline.show.figures.network import Network, networks
from truceline.show.figures.sheet import Sheet
from truceline.show.figures.tolls import CARD, SMALL, WIDE, DotRows, TollPanel, dot_rows, panels_of, toll_groups
from truceline.show.figures.truce_line import TruceLine, day_axis, talks_icon, truce_lines
from truceline.show.figures.truces import SMALL as SMALL_TRUCES
from truceline.show.figures.truces import WIDE as WIDE_TRUCES
from truceline.show.figures.truces import ToldTruce, TruceRows, drawn_truces, told_truces
from truceline.show.parties import Parties
from truceline.show.sentences import Run, runs_of
from truceline.show.since import words_of
from truceline.show.standing import Standing
from truceline.show.wording import MISSING_WORDS, counted, day, holding, names, sentence, when, where, who

SURE = {
    "CT+": "said to be so", "PR+": "said to be likely", "PS+": "said to be possible", "CT-": "said not to be so",
    "PR-": "said to be unlikely", "PS-": "said to be possibly not so", "CTu": "known, not told",
    "Uu": "not said to be so",
}  # fmt: skip
COMMON = {"id", "kind", "report", "evidence", "repeated_in", "statement", "claimed_by", "missing", "found_by",
          "factuality", "content_spans", "source_span", "cue_span"}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Stand:
    """One of the four sentences that say where things stand."""

    head: str
    words: str
    more: str
    claim: str | None


@dataclass(frozen=True, slots=True)
class TalksRow:
    when: str
    worked: str | None
    icon: str
    status: str
    people: str
    where: str
    words: str
    says: str
    claim: str


@dataclass(frozen=True, slots=True)
class QuoteRow:
    head: str
    words: str
    says: str
    claim: str


@dataclass(frozen=True, slots=True)
class Pair:
    sides: list[QuoteRow]
    why: str


@dataclass(frozen=True, slots=True)
class ClaimRow:
    id: str
    kind: str
    runs: list[Run]
    fields: str
    says: str
    sure: str
    rule: str
    sentence: int
    missing: str


@dataclass(frozen=True, slots=True)
class LeftOutRow:
    kind: str
    length: int
    text: str


@dataclass(frozen=True, slots=True)
class ReportRow:
    id: str
    title: str
    about: str
    left_out: list[LeftOutRow]
    claims: list[ClaimRow]


class Part:
    """One conflict, or one window of its days. Each figure is made when a page asks for it.

    ``parties`` where other pages must show the same shapes and colours; ``numbers`` where there are more records
    than stand here.
    """

    def __init__(
        self,
        name: str,
        anchor: str,
        standing: Standing,
        parties: Parties | None = None,
        numbers: dict[RecordKind, int] | None = None,
    ) -> None:
        self.name, self.anchor, self.standing = name, anchor, standing
        self.parties = parties or Parties(list(standing.claims.values()))
        self.numbers = numbers or Counter(record.kind for record in standing.records)

    @cached_property
    def counts(self) -> str:
        return counts_of(self.standing)

    @cached_property
    def stands(self) -> list[Stand]:
        tolls, pairs = self.numbers.get("toll_series", 0), self.numbers.get("contradiction", 0)
        return self.standing.kept(f"stands {tolls} {pairs}", lambda: stands_of(self.standing, tolls, pairs))

    @cached_property
    def lines(self) -> list[TruceLine]:
        """This and the next figures: for a small and for a large screen. Empty where there is nothing to draw."""
        return truce_lines(self.standing, self.told_truces)

    @cached_property
    def told_truces(self) -> list[ToldTruce]:
        return self.standing.kept("truces", lambda: told_truces(self.standing, self.parties))

    @cached_property
    def groups(self) -> list[list[TollSeries]]:
        return self.standing.kept("toll groups", lambda: toll_groups(self.standing))

    @cached_property
    def panels(self) -> list[list[TollPanel]]:
        return self.first_panels(len(self.groups))

    def first_panels(self, most: int) -> list[list[TollPanel]]:
        return [panels_of(group, self.standing, self.parties) for group in self.groups[:most]]

    @cached_property
    def dots(self) -> list[list[DotRows]]:
        return self._dots(WIDE)

    @cached_property
    def dots_in_card(self) -> list[list[DotRows]]:
        """The same for half a page."""
        return self._dots(CARD)

    def _dots(self, large: Sheet) -> list[list[DotRows]]:
        sizes = (dot_rows(self.standing, self.parties, sheet) for sheet in (SMALL, large))
        return [list(drawn) for drawn in zip(*sizes, strict=True)]

    @cached_property
    def key(self) -> list[tuple[int, str]]:
        return self.parties.key()

    @cached_property
    def truces(self) -> list[TruceRows]:
        return truces_in_sizes(self.standing, self.told_truces)

    def first_truces(self, most: int) -> list[TruceRows]:
        return truces_in_sizes(self.standing, self.told_truces, most)

    @cached_property
    def networks(self) -> list[Network]:
        return self.standing.kept("networks", lambda: networks(self.standing, self.parties))

    @cached_property
    def talks(self) -> list[TalksRow]:
        return self.standing.kept("talks table", lambda: talks_table(self.standing))

    @cached_property
    def territory(self) -> list[QuoteRow]:
        return [territory_row(claim, self.standing) for claim in self.standing.of_kind(Territory)]

    @cached_property
    def positions(self) -> list[QuoteRow]:
        return [position_row(claim, self.standing) for claim in self.standing.of_kind(Position)]

    @cached_property
    def contradictions(self) -> list[Pair]:
        return [pair_of(made, self.standing) for made in self.standing.of_kind(Contradiction)]


def truces_in_sizes(
    standing: Standing, told: list[ToldTruce], most: int | None = None, large: Sheet = WIDE_TRUCES
) -> list[TruceRows]:
    axis = day_axis(standing, 0, 1)
    window = (axis.first, axis.last) if axis else None
    drawn = [drawn_truces(told, window, sheet, most) for sheet in (SMALL_TRUCES, large)]
    return [truces for truces in drawn if truces.rows]


def counts_of(standing: Standing) -> str:
    days = standing.days_published()
    newest = f" · newest report {day(days[-1])}" if days else " · no day of publication known"
    return f"{counted(len(standing.reports), 'report')} · {counted(len(standing.claims), 'claim')}{newest}"


def stands_of(standing: Standing, tolls: int, pairs: int) -> list[Stand]:
    """``tolls`` and ``pairs``: how many there are, where more are in the window than stand here."""
    return [
        truce_stand(standing),
        talks_stand(standing),
        toll_stand(standing, tolls),
        contradiction_stand(standing, pairs),
    ]


def truce_stand(standing: Standing) -> Stand:
    steps = [(step, process) for process in standing.of_kind(CeasefireProcess) for step in process.steps]
    steps = [pair for pair in steps if pair[0].stage != "historical"]
    if not steps:
        return Stand("Truce", "No truce is spoken of.", "none in these reports", None)
    step, process = max(steps, key=lambda pair: last_day(pair[0], standing))
    claim = standing.claims[step.claim]
    words = sentence(f"{standing.says(claim)} a truce {STAGE_WORDS[step.stage]}.")
    return Stand("Truce", words, counted(len(process.steps), "stage") + f", {when(step.date)}", claim.id)


def last_day(step: CeasefireStep, standing: Standing) -> datetime.date:
    if step.date and step.date.latest:
        return step.date.latest
    return standing.published(standing.claims[step.claim]) or datetime.date.min


STAGE_WORDS = {
    "sought": "is sought", "proposed": "was proposed", "announced": "was announced", "agreed": "was agreed",
    "in_force": "is in force", "extended": "was extended", "violated": "was violated",
    "not_observed": "was not observed", "collapsed": "collapsed", "expired": "ran out", "ended": "ended",
    "rejected": "was rejected", "historical": "is past",
}  # fmt: skip


def talks_stand(standing: Standing) -> Stand:
    ahead = [claim for claim in standing.of_kind(Talks) if claim.status in {"planned", "proposed", "postponed"}]
    if not ahead:
        return Stand("Next talks", "No next meeting is spoken of.", "none in these reports", None)
    claim = max(
        ahead, key=lambda talks: talks.date.earliest if talks.date and talks.date.earliest else datetime.date.min
    )
    words = sentence(f"{standing.says(claim)} talks are {claim.status}: {when(claim.date)}.")
    return Stand("Next talks", words, names((*claim.participants, *claim.mediators)), claim.id)


def toll_stand(standing: Standing, number: int) -> Stand:
    series = [made for made in standing.of_kind(TollSeries) if made.harm in {"killed", "casualties"}]
    lasts = [standing.claims[made.points[-1].claim] for made in series]
    current = [claim for claim in lasts if isinstance(claim, Casualties) and claim.aux_mode != "historical"]
    if not current:
        return Stand("Losses", "No toll is given.", "none in these reports", None)
    current.sort(key=lambda claim: -(claim.value or claim.low or 0))
    words = " ".join(sentence(f"{standing.says(claim)} {words_of(claim)}.") for claim in current[:2])
    return Stand("Losses", words, f"{counted(number, 'toll')}, never added up", current[0].id)


def contradiction_stand(standing: Standing, number: int) -> Stand:
    found = standing.of_kind(Contradiction)
    words = f"{counted(number, 'contradiction')}." if found else "No two claims exclude each other."
    return Stand("Cannot both hold", words, "see them side by side" if found else "none in these reports",
                 found[0].members[0] if found else None)  # fmt: skip


def talks_table(standing: Standing) -> list[TalksRow]:
    """Next meetings first, then the newest."""
    members = {member for made in standing.of_kind(TalksRound) for member in made.members}
    claims = [claim for claim in standing.of_kind(Talks) if claim.id in members]
    claims.sort(
        key=lambda talks: talks.date.latest if talks.date and talks.date.latest else datetime.date.min, reverse=True
    )
    return [talks_row(claim, standing) for claim in claims]


def talks_row(claim: Talks, standing: Standing) -> TalksRow:
    form = "" if claim.format == "unknown" else f", {claim.format.replace('_', ' ')}"
    worked = claim.date.rule if claim.date and claim.date.resolution == "inferred" else None
    return TalksRow(
        when=when(claim.date),
        worked=worked,
        icon=talks_icon(claim),
        status=claim.status.replace("_", " ") + form,
        people=names((*claim.participants, *claim.mediators, *claim.hosts)),
        where=where(claim.place),
        words=one_line(claim.evidence.exact),
        says=standing.says(claim),
        claim=claim.id,
    )


def territory_row(claim: Territory, standing: Standing) -> QuoteRow:
    return QuoteRow(holding(claim), one_line(claim.evidence.exact), standing.says(claim), claim.id)


def position_row(claim: Position, standing: Standing) -> QuoteRow:
    to = f" to {who(claim.addressee)}" if claim.addressee else ""
    return QuoteRow(
        f"{who(claim.holder)}: {claim.stance}{to}", one_line(claim.evidence.exact), standing.says(claim), claim.id
    )


def pair_of(made: Contradiction, standing: Standing) -> Pair:
    claims = [standing.claims[member] for member in made.members if member in standing.claims]
    return Pair([QuoteRow("", one_line(c.evidence.exact), standing.says(c), c.id) for c in claims[:2]], made.why)


def report_row(report: Report, standing: Standing) -> ReportRow:
    claims = [claim for claim in standing.claims.values() if claim.report == report.id]
    claims.sort(key=lambda claim: (claim.evidence.start, claim.kind))
    published = (
        f"published {day(report.published)} ({report.published_basis})"
        if report.published
        else "day of publication not known"
    )
    about = [report.publisher or "outlet not stated", published, counted(len(claims), "claim")]
    about += [f"through {report.wire}"] if report.wire else []
    title = report.title or (report.headline.exact if report.headline else one_line(report.text)[:80])
    pieces = [LeftOutRow(piece.kind.replace("_", " "), len(piece.text), piece.text) for piece in report.left_out]
    return ReportRow(report.id, title, " · ".join(about), pieces, [claim_row(c, report, standing) for c in claims])


def claim_row(claim: AnyClaim, report: Report, standing: Standing) -> ClaimRow:
    told = standing.claims.get(claim.statement) if claim.statement else None
    return ClaimRow(
        id=claim.id,
        kind=claim.kind,
        runs=runs_of(report.text, claim, told if isinstance(told, Statement) else None),
        fields=fields_of(claim),
        says=standing.says(claim),
        sure=SURE[claim.factuality] + (f", {claim.aux_mode}" if claim.aux_mode else ""),
        rule=claim.found_by.rule,
        sentence=claim.evidence.sentence + 1,
        missing=", ".join(
            f"{name.replace('_', ' ')}: {MISSING_WORDS[reason]}" for name, reason in claim.missing.items()
        ),
    )


def fields_of(claim: AnyClaim) -> str:
    own: dict[str, Any] = {name: value for name, value in claim if name not in COMMON and value not in (None, ())}
    return " · ".join(f"{name.replace('_', ' ')} {written(value)}" for name, value in own.items())


def written(value: Any) -> str:  # noqa: ANN401 - any field of any claim
    if isinstance(value, tuple):
        return ", ".join(written(part) for part in value)
    for name in ("entity_name", "entity_text", "name", "raw", "participants"):
        found = getattr(value, name, None)
        if found:
            return written(found)
    if hasattr(value, "resolution"):
        return "the report itself"
    return f"{value:,}" if isinstance(value, int) and not isinstance(value, bool) else str(value).replace("_", " ")


def one_line(text: str) -> str:
    return " ".join(text.split())
