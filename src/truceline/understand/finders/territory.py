"""Who takes, holds, loses or leaves which ground, as the report has it."""

from collections.abc import Iterator

from truceline.model.actor import Actor
from truceline.model.claim import AuxMode
from truceline.model.claims import TerritoryFields
from truceline.model.claims.territory import TerritoryChange
from truceline.model.mark import ModalityMark
from truceline.model.when import Date
from truceline.model.where import Place
from truceline.understand.awaited import is_awaited
from truceline.understand.finders.clause_parts.certain import certainty_of_act, is_asked
from truceline.understand.finders.clause_parts.phrases import lemma_of, says, word_set
from truceline.understand.finders.clause_parts.rehearsal import is_rehearsed
from truceline.understand.finders.clause_parts.when import date_behind, date_in_clause, date_right_behind, is_history
from truceline.understand.finders.clause_parts.where import (
    has_name,
    is_kind_of_place,
    named_at,
    named_within,
    place_by_own_name,
)
from truceline.understand.finders.clause_parts.who import actor_at, done_to, words_for
from truceline.understand.finders.territory_parts.change import Change
from truceline.understand.finders.territory_parts.grounds import (
    KIND,
    extent_of,
    gapped,
    is_named_ground,
    name_before_distance,
    part_of,
    place_of,
)
from truceline.understand.finders.territory_parts.holders import holders_before, is_armed
from truceline.understand.finders.territory_parts.lost_verbs import holding_taken_for_noun, lost_verb, lost_words
from truceline.understand.finders.territory_parts.nouns import all_nouns, noun_change
from truceline.understand.finders.territory_parts.presence import presence
from truceline.understand.finders.territory_parts.standing import standing_changes, telling_words
from truceline.understand.finders.territory_parts.taken_ground import COUNTRY, is_country
from truceline.understand.finders.territory_parts.verbs import verb_changes
from truceline.understand.finding import Finding
from truceline.understand.grammar import (
    ORPHAN,
    SUBJECTS,
    auxiliaries,
    clause_head,
    grammar_words,
    has_no,
    is_negated,
    prepositional_objects,
    will_or_may,
)
from truceline.understand.marked_sentence import MarkedReport, MarkedSentence
from truceline.understand.tokens import Token

NOT_YET: frozenset[AuxMode | None] = frozenset({"future", "hypothetical"})
WISHES = frozenset({"demand", "condition", "intention", "promise"})
LEAVING = frozenset({"withdrew", "lost", "handed_over"})
TAKING = frozenset({"gained", "encircled"})
PERFECT = frozenset({"had", "has", "have"})  # "assured that it had regained the road"
UNDONE = frozenset({"has-yet-to", "refused", "ruled-out", "impossible"})
REACH = 14  # tokens between the word that tells and the farthest word of the evidence


def find_territory(marked: MarkedReport) -> Iterator[Finding]:
    for sentence in marked.told:
        if is_asked(sentence) or is_of_another_world(sentence):
            continue
        seen: set[tuple[str, str | None, str]] = set()
        for change in changes_in(sentence, marked):
            if is_told(change, marked):
                yield from findings(change, sentence, marked, seen)


def is_of_another_world(sentence: MarkedSentence) -> bool:
    """Sport or business; no such word counts in a name ("Arab League")."""
    worlds = word_set(KIND, "other_worlds")
    return bool(sentence.span.forms & worlds) and any(
        token.base in worlds and token.pos_ != "PROPN" and not is_seat_of_rule(token) for token in sentence.span
    )


def is_seat_of_rule(token: Token) -> bool:
    """ "Malakal, the seat of the state government"; one wins a seat in parliament."""
    return token.base == "seat" and token.dep_ == "appos" and any(child.lower_ == "of" for child in token.children)


def changes_in(sentence: MarkedSentence, marked: MarkedReport) -> Iterator[Change]:
    forms = sentence.span.forms
    by_noun, standing = not all_nouns().isdisjoint(forms), not telling_words().isdisjoint(forms)
    lost = not lost_words().isdisjoint(forms)
    for token in sentence.span:
        if token.pos_ in {"VERB", "ADJ"}:
            yield from verb_changes(token, marked)
        elif token.pos_ == "AUX" and (told := presence(token, marked)) is not None:
            yield told
        found = noun_change(token, marked) if by_noun else None
        if found is None and lost:
            found = lost_verb(token, marked) or holding_taken_for_noun(token, marked)
        if found is not None:
            yield found
        if standing:
            yield from standing_changes(token, marked)


def is_told(change: Change, marked: MarkedReport) -> bool:
    """What is only planned, wished or supposed has changed nothing yet."""
    if is_awaited(change.teller):
        return False  # "a truce only after all of Rakhine was under its control"
    speaker = marked.speaker_at(change.teller.idx)
    if speaker is not None and speaker.function in WISHES:
        said_plainly = speaker.quote_mode == "direct" and change.teller.tag_ in {"VBP", "VBZ", "VBD"}
        assured = speaker.function == "promise" and not auxiliaries(change.teller).isdisjoint(PERFECT)
        return said_plainly or assured or is_presupposed(change)
    if is_rehearsed(change.teller) or is_asked_for(change.teller) or is_asked_who(change.teller):
        return False
    if change.change == "holds" and change.teller.dep_ == "pcomp" and change.teller.head.lower_ == "after":
        return False  # "lost X after controlling it for five years"
    if change.change != "holds" and (is_negated(change.teller) or is_of_whoever_does(change.teller)):
        return False  # "have not entered the city"
    modality = marked.modality_at(change.teller.idx)
    if is_told_of_history(change.teller, marked) or is_undone(change, modality, marked):
        return False
    if modality is None or modality.rule in {"reportedly", "is-said-to"}:
        return True
    return modality.aux_mode not in NOT_YET and modality.factuality not in {"Uu", "PS+"}


def is_undone(change: Change, modality: ModalityMark | None, marked: MarkedReport) -> bool:
    """ "Has yet to take the town", "ruled out leaving it", "neither hit nor took it"; the denied is told so."""
    if (
        modality is None
        or change.change in {"holds", "contested"}
        or certainty_of_act(change.teller, marked) is not None
    ):
        return False
    nor = modality.factuality == "CT-" and modality.rule != "denied" and change.teller.dep_ == "conj"
    return modality.rule in UNDONE or nor


def is_told_of_history(teller: Token, marked: MarkedReport) -> bool:
    """ "The Ottomans took the city in 1453": of no war that is reported."""
    marks = (marked.date_mark_of(token) for token in teller.subtree if token.text.isdigit() and len(token.text) == 4)
    return any(mark is not None and is_history(mark.date) for mark in marks)


def is_asked_who(teller: Token) -> bool:
    """ "It was not clear who held the town": nobody says who."""
    verb = clause_head(teller)
    return verb.dep_ != "relcl" and any(child.dep_ in SUBJECTS and child.tag_ == "WP" for child in verb.children)


def is_of_whoever_does(teller: Token) -> bool:
    """ "Would not harm militants who left the country", "will shoot whoever enters": nobody has yet."""
    whoever = teller.head
    if teller.dep_ != "relcl" or {"a", "the"} & {child.lower_ for child in whoever.children} or whoever.pos_ == "PROPN":
        return False
    above = auxiliaries(clause_head(whoever))
    return bool(above & will_or_may())


def is_asked_for(teller: Token) -> bool:
    """ "Demanded that they leave the town, according to X": whoever tells of the demand."""
    if teller.dep_ not in {"ccomp", "xcomp"}:
        return False
    if teller.tag_ == "VBP":
        return teller.head.lemma_ in word_set(KIND, "demanding")
    asking = ("demand", "call", "vows", "threat", "refusal")
    return teller.tag_ == "VB" and any(says(teller.head, "positions", name) for name in asking)


def is_presupposed(change: Change) -> bool:
    """ "Demanded a pull-out from the regions held by Y": that Y holds them is taken for granted."""
    if change.change == "withdrew" and change.teller.dep_ == "pobj" and change.teller.head.lower_ == "for":
        return False  # "called for its withdrawal from the valley"
    return change.teller.dep_ in {"acl", "relcl", "amod", "pobj"}


def findings(
    change: Change, sentence: MarkedSentence, marked: MarkedReport, seen: set[tuple[str, str | None, str]]
) -> Iterator[Finding]:
    kind = reversed_change(change)
    controller = holder_of(change, marked)
    if controller is None and not change.before and not any(has_name(ground, marked) for ground in change.grounds):
        return
    holder = (controller.entity_name or controller.entity_text or "") if controller is not None else ""
    for ground in change.grounds or (None,):
        place = where(change, ground, marked) if ground is not None else None
        key = (kind, (place.name or place.raw) if place else None, holder)
        if key not in seen:
            seen.add(key)
            yield finding(change, kind, ground, place, controller, sentence, marked)


def holder_of(change: Change, marked: MarkedReport) -> Actor | None:
    """The first holder named; "rebel hands" are held by the words themselves."""
    if not change.holders:
        return change.owner or claimant_side(change, marked)
    first = change.holders[0]
    if (own := side_of_speaker(first, marked)) is not None:
        return own
    if change.rule == "held-by-adjective" and first.text.islower() and not first.text.endswith("s"):
        name = f"{first.text}s" if lemma_of(first) in word_set(KIND, "of_many") else first.text
        return Actor(entity_text=first.text, entity_name=name, resolution="unresolved")
    return actor_at(first, marked) or Actor(entity_text=first.text, resolution="unresolved")


def side_of_speaker(holder: Token, marked: MarkedReport) -> Actor | None:
    """ "We hold the town": whoever speaks."""
    speaker = marked.speaker_at(holder.idx) if holder.lower_ in grammar_words("first_person") else None
    if speaker is None or speaker.actor is None:
        return None
    return speaker.actor.model_copy(update={"entity_text": holder.text, "resolution": "coreference"})


def claimant_side(change: Change, marked: MarkedReport) -> Actor | None:
    """Who reports a gain and names nobody speaks of its own."""
    speaker = marked.speaker_at(change.teller.idx)
    actor = speaker.actor if speaker is not None else None
    if change.change not in TAKING or actor is None or actor.kind not in {"government", "armed_force", "non_state"}:
        return None
    if speaker is not None and speaker.function == "denial":
        return None  # "denied that the town had fallen": to others
    if change.rule == "fell-to" and actor.kind != "non_state":
        return None  # "the town has fallen, the army said": it may be theirs that fell
    if change.change == "encircled" and any(is_armed(token, marked) for token in done_to(change.teller)):
        return None  # "denied that its troops had been encircled"
    return actor.model_copy(update={"resolution": "inferred"})


def finding(
    change: Change,
    kind: TerritoryChange,
    ground: Token | None,
    place: Place | None,
    controller: Actor | None,
    sentence: MarkedSentence,
    marked: MarkedReport,
) -> Finding:
    fields = TerritoryFields(
        controller=controller,
        previous_controller=previous_controller(change, kind, ground, marked),
        change=kind,
        place=place,
        extent=extent_of(ground) if ground is not None else "unspecified",
        de_jure=lawful_state(ground, marked) if ground is not None else None,
        date=date_of(change, ground, sentence, marked),
    )
    start, end = evidence(change, ground)
    over = kind != change.change or change.rule == "neither-holds" or is_only_described(change)
    sure = "CT+" if over else certainty_of_act(change.teller, marked)  # "the base was abandoned"
    claimed_by = controller if lemma_of(change.teller) == "claim" and kind == "gained" else None
    return Finding(fields, start, end, change.teller.idx, change.rule, factuality=sure, claimed_by=claimed_by)


def is_only_described(change: Change) -> bool:
    """ "Threatened to bomb rebel-held X", "denied shelling it": that they hold it is taken for granted."""
    return change.rule == "held-by-adjective" and change.teller.dep_ == "amod"


def date_of(change: Change, ground: Token | None, sentence: MarkedSentence, marked: MarkedReport) -> Date | None:
    if ground is not None and (ground.dep_ == ORPHAN or ground in gapped(change.teller, marked)):
        return date_behind(ground, sentence)
    if ground is not None and (own := date_right_behind(ground, sentence)) is not None:
        return own
    return date_in_clause(change.teller, sentence, marked)


def previous_controller(
    change: Change, kind: TerritoryChange, ground: Token | None, marked: MarkedReport
) -> Actor | None:
    if kind in LEAVING:
        return holder_of(change, marked) if change.rule != "handed-to" else None
    if ground is None:
        return None
    before = change.before or holders_before(change.teller, ground, marked)
    others = [token for token in before if token not in change.holders]
    actor, holder = (actor_at(others[0], marked), holder_of(change, marked)) if others else (None, None)
    same = {(one.entity_name or one.entity_text) for one in (actor, holder) if one is not None}
    return None if holder is not None and len(same) == 1 else actor  # "wrested it from them": from the others


def where(change: Change, ground: Token, marked: MarkedReport) -> Place:
    """The ground's name; for ground without one, the name that the clause gives beside it."""
    if (named := described_name(ground, marked)) is not None:
        return place_of(named, marked)
    if not has_name(ground, marked) and (named := named_elsewhere(ground, marked)) is not None:
        return place_of(named, marked)
    if not has_name(ground, marked) and (own := place_by_own_name(ground, marked)) is not None:
        return own
    if lemma_of(ground) in word_set(KIND, "directions") and has_ground_before(ground):
        return Place(raw=ground.doc[ground.left_edge.i : ground.right_edge.i + 1].text.strip())
    owned = any(child.dep_ == "poss" and child.pos_ != "PRON" for child in ground.children)
    if not has_name(ground, marked) and not owned:
        behind = prepositional_objects(change.teller, "in", "at", "near", "inside", "outside", "around")
        named = next(
            (token for token in behind if is_named_ground(token, marked) and not is_country([token], marked)), None
        )
        if named is not None:
            return place_of(named, marked)
    if is_of_land_around(ground, marked):
        return own_words(part_of(ground) or ground)
    return own_words(ground) if is_country_around(ground, marked) else place_of(ground, marked)


def has_ground_before(direction: Token) -> bool:
    """ "An enclave north of X": the parse makes one noun of the two, and X is not in it."""
    return any(child.dep_ == "compound" and is_kind_of_place(child) for child in direction.children)


def described_name(ground: Token, marked: MarkedReport) -> Token | None:
    """ "X, the last town in the north held by Y", "X is the only capital they took", "X, 60 km to the west"."""
    if ground.pos_ != "NOUN" or named_at(ground, marked) is not None:
        return None
    name = name_before_distance(ground, marked)
    if ground.dep_ == "appos":
        name = ground.head
    elif ground.dep_ == "nsubj" and ground.head.lemma_ == "be":  # "the one town they still hold is X"
        name = next((child for child in ground.head.children if child.dep_ == "attr"), None)
    elif ground.dep_ == "attr" and ground.head.lemma_ in {"be", "remain", "become"}:
        name = next((child for child in ground.head.children if child.dep_ == "nsubj"), None)
    return name if name is not None and is_named_ground(name, marked) else None


def named_elsewhere(ground: Token, marked: MarkedReport) -> Token | None:
    """ "Their last town in the west, Tarhouna": the name of the ground."""
    behind = [token for token in ground.subtree if token.dep_ == "appos" and token.pos_ == "PROPN"]
    return next((token for token in behind if is_named_ground(token, marked)), None)


def is_country_around(ground: Token, marked: MarkedReport) -> bool:
    """ "A base in northern X": of a whole country only the base is meant."""
    mark = named_within(ground, marked)
    return mark is not None and mark.precision == COUNTRY and named_at(ground, marked) is None


def is_of_land_around(ground: Token, marked: MarkedReport) -> bool:
    """ "Three of Darfur's capitals": not the land."""
    noun = part_of(ground) or ground
    mark = named_within(noun, marked)
    owner = next((child for child in noun.children if child.dep_ == "poss"), None)
    return owner is not None and noun.pos_ == "NOUN" and mark is not None and named_at(owner, marked) == mark


def own_words(ground: Token) -> Place:
    """ "Two-thirds of X", "a base" in X."""
    whole = part_of(ground) if ground.low_lemma in word_set(KIND, "part_nouns") else None
    return Place(raw=ground.doc[ground.left_edge.i : whole.i + 1].text if whole is not None else words_for(ground))


def reversed_change(change: Change) -> TerritoryChange:
    """ "No longer controls" has lost it."""
    words = {child.lower_ for child in change.teller.children}
    if change.change == "holds" and ("longer" in words or "anymore" in words) and is_over(change.teller):
        return "lost"
    return change.change


def is_over(teller: Token) -> bool:
    return is_negated(teller) or any(child.lower_ == "longer" and has_no(child) for child in teller.children)


def lawful_state(ground: Token, marked: MarkedReport) -> str | None:
    """ "Its Karabakh region", "Georgia's breakaway Abkhazia": the state the report says it belongs to."""
    owner = next((child for child in ground.children if child.dep_ == "poss"), None)
    if owner is None:
        return None
    actor = marked.actor_of(owner) or (state_before(owner, marked) if owner.lower_ == "its" else None)
    return actor.country if actor is not None and actor.kind in {"state", "government"} else None


def state_before(owner: Token, marked: MarkedReport) -> Actor | None:
    """The state that "its" stands for: the nearest one named as a noun before it in the sentence."""
    for token in reversed(list(owner.doc[owner.sent.start : owner.i])):
        mark = marked.actor_mark_of(token) if token.pos_ == "PROPN" else None
        if mark is not None and mark.kind in {"state", "government"}:
            return mark.actor
    return None


def evidence(change: Change, ground: Token | None) -> tuple[int, int]:
    tokens = [change.teller, *change.holders[:1], *([ground] if ground is not None else [])]
    tokens = [token for token in tokens if token.sent.start == change.teller.sent.start]
    near = [
        token for token in tokens if abs(token.i - change.teller.i) <= (2 * REACH if token == ground else REACH)
    ] or [change.teller]
    first = min(near, key=lambda token: token.i)
    last = max(near, key=lambda token: token.i)
    start = min(
        first.idx, min((token.left_edge.idx for token in near if token.i - token.left_edge.i <= 6), default=first.idx)
    )
    return start, last.idx + len(last)
