"""Verbs of meeting, frame by frame: who must stand beside the verb so that it tells a meeting of parties."""

from collections.abc import Callable, Iterator

from truceline.understand.finders.clause_parts.phrases import lemma_of, says, word_set
from truceline.understand.finders.clause_parts.readings import begins_with
from truceline.understand.finders.clause_parts.who import done_to
from truceline.understand.finders.talks_parts.meeting_nouns import is_in_report_of_talks
from truceline.understand.finders.talks_parts.people import KIND, acting, described, is_counterpart, is_pair, is_party
from truceline.understand.grammar import (
    SUBJECTS,
    auxiliaries,
    direct_objects,
    has_no,
    is_negated,
    is_passive,
    prepositional_objects,
    subjects,
)
from truceline.understand.marked_sentence import MarkedReport
from truceline.understand.tokens import Token

BY = frozenset({"by", "on", "over", "via", "through", "in", "during", "from"})
OTHER_CLAUSES = frozenset({"conj", "advcl", "parataxis", "relcl", "ccomp"})
COMPLEMENTS = frozenset({"oprd", "xcomp", "ccomp", "attr"})
PRONOUNS = frozenset({"WP", "WDT", "PRP"})
TO_AND_FRO = (frozenset({"up", "down"}), frozenset({"back", "forth"}), frozenset({"to", "fro"}))
ROOMS = frozenset({"room", "table", "hall", "roof"})
ENVOYS = frozenset({"envoy", "emissary", "delegation", "mediator", "negotiator", "delegate", "minister", "go-between"})
AHEAD = frozenset({"will", "shall", "'ll", "’ll", "would", "to"})


def own_words(verb: Token) -> Iterator[Token]:
    """The words of the verb's own clause."""
    for child in verb.children:
        if child.dep_ not in OTHER_CLAUSES:
            yield from child.subtree


@begins_with(KIND, "meeting_verbs")
def meets(verb: Token, marked: MarkedReport) -> bool:
    """Not "met the demands", "met with resistance", "negotiated the release"."""
    if lemma_of(verb) not in word_set(KIND, "meeting_verbs") or is_of_other_sense(verb):
        return False
    objects = [token for token in direct_objects(verb) if token.lemma_ != "face"]  # "meet face to face"
    if verb.lemma_ in {"confer", "consult"} and (objects or is_passive(verb)):  # "confer a degree", "was not consulted"
        return False
    if is_passive(verb) and not any(is_party(token, marked) for token in done_to(verb)):
        return False  # "until their demands are met by the army"
    is_transitive = verb.lemma_ == "meet"
    if is_transitive and objects and not any(is_met(obj, marked) for obj in objects):
        return False
    whom = objects or prepositional_objects(verb, "with")
    if whom and all(is_own_staff(one, marked) for one in whom) and not is_by_envoy(verb):
        return False
    with_whom = prepositional_objects(verb, "with")
    if not objects and not with_whom and is_session_of_one_house(verb):
        return False
    if is_transitive and with_whom and not any(is_party(token, marked) for token in with_whom):
        return False
    return has_party(verb, marked) or verb.dep_ in {"xcomp", "relcl"}


def is_own_staff(noun: Token, marked: MarkedReport) -> bool:
    """ "Met his security chiefs", "met army commanders": who serves under him is no other party."""
    if lemma_of(noun) not in word_set(KIND, "staff"):
        return False
    beside = [child for child in noun.children if child.dep_ in {"compound", "amod", "poss"}]
    foreign = any((mark := marked.actor_mark_of(child)) is not None and mark.country for child in beside)
    return not foreign and any(child.tag_ == "PRP$" or child.lower_ in word_set(KIND, "services") for child in beside)


def is_by_envoy(verb: Token) -> bool:
    return any(lemma_of(one) in word_set(KIND, "outside_envoys") for one in acting(verb))


def is_of_other_sense(verb: Token) -> bool:
    return is_clash_of_armies(verb) or is_junction(verb) or has_other_aim(verb)


def is_clash_of_armies(verb: Token) -> bool:
    """ "The two armies met at Adwa": they fought; their commanders would have talked."""
    return verb.lemma_ == "meet" and are_armies(acting(verb))


def has_other_aim(verb: Token) -> bool:
    """ "Met to bury the dead", "will travel there to address the council"."""
    aims = [child for child in verb.children if child.dep_ in {"advcl", "xcomp"} and "to" in auxiliaries(child)]
    objects = direct_objects(verb) if verb.lemma_ == "meet" else []
    return bool(aims) and not objects and all(lemma_of(aim) in word_set(KIND, "other_aims") for aim in aims)


def is_junction(verb: Token) -> bool:
    """ "Where the two rivers meet"."""
    return any(lemma_of(one) in word_set(KIND, "ways") for one in acting(verb))


def are_armies(who: list[Token]) -> bool:
    return bool(who) and all(lemma_of(one) in word_set(KIND, "fighting_bodies") for one in who)


def is_met(obj: Token, marked: MarkedReport) -> bool:
    if lemma_of(obj) in word_set(KIND, "audiences"):
        return False
    return is_party(obj, marked) or obj.pos_ == "PRON" or (obj.pos_ == "PROPN" and marked.actor_mark_of(obj) is None)


def is_session_of_one_house(verb: Token) -> bool:
    """ "The parliament met on Sunday"."""
    who = acting(verb)
    return len(who) == 1 and who[0].tag_ != "NNS" and lemma_of(who[0]) in word_set(KIND, "houses")


@begins_with(KIND, "speaking_verbs", also=("phone", "telephone", "ring"))
def speaks_by_phone(verb: Token, marked: MarkedReport) -> bool:
    """ "Spoke by phone with", "telephoned X", "dialled in by video": a talk of two, not with a reporter."""
    if lemma_of(verb) in {"phone", "telephone", "ring"}:
        return any(is_party(obj, marked) or obj.pos_ == "PRON" for obj in direct_objects(verb))
    if lemma_of(verb) not in word_set(KIND, "speaking_verbs") or not is_by_phone(verb):
        return False
    others = company(verb, "with", "to")
    enough = are_several(verb) or lemma_of(verb) in {"dial", "join"}
    return any(is_party(token, marked) or token.pos_ == "PRON" for token in others) or (not others and enough)


def are_several(verb: Token) -> bool:
    who = acting(verb)
    return len(who) > 1 or any(token.tag_ in {"NNS", "NNPS"} or is_pair(token) for token in who)


def is_by_phone(verb: Token) -> bool:
    by = (token for token in own_words(verb) if token.dep_ == "pobj" and token.head.lower_ in BY)
    return any(words_at(noun) & word_set(KIND, "by_phone") for noun in by)


def words_at(noun: Token) -> set[str]:
    return {noun.lower_, *(child.lower_ for child in noun.children)}


def company(verb: Token, *prepositions: str) -> list[Token]:
    """Objects of "with", "to" anywhere in the clause: the parse hangs them on the telephone."""
    own = prepositional_objects(verb, *prepositions)
    behind = (token for token in own_words(verb) if token.dep_ == "pobj" and token.head.lower_ in prepositions)
    return own or [token for token in behind if next_verb(token) in {verb, None}]


def next_verb(token: Token) -> Token | None:
    """ "Spoke about units that belong to the navy": nobody spoke to the navy."""
    return next((up for up in token.ancestors if up.pos_ == "VERB"), None)


@begins_with(KIND, also=("speak", "talk"))
def speaks_with(verb: Token, marked: MarkedReport) -> bool:
    """ "Trump spoke to Putin on Tuesday", "the government will not talk to the rebels"."""
    if lemma_of(verb) not in {"speak", "talk"} or verb.dep_ in SUBJECTS:
        return False  # "told a rally that talks had brought nothing": a noun that the tagger takes for a verb
    others = company(verb, "with", "to")
    if others:
        return any(is_counterpart(token, marked) for token in others) and has_leading_party(verb, marked)
    lasting = any(lemma_of(token) in word_set(KIND, "lengths") for token in own_words(verb))
    if is_talk_of_two(verb, marked):
        return True
    directly = "directly" in {token.lower_ for token in own_words(verb)}
    talk = directly or is_negated(verb) or (lemma_of(verb) == "talk" and lasting)
    return talk and are_several(verb) and has_leading_party(verb, marked)


def is_talk_of_two(verb: Token, marked: MarkedReport) -> bool:
    """ "Putin and Trump spoke for two hours on Monday": two named leaders, a length or a day, nobody spoken to."""
    who = [token for token in acting(verb) if marked.actor_mark_of(token) is not None]
    named = len(who) == 2 and all(is_counterpart(token, marked) for token in who)
    pair = any(is_pair(token) for token in acting(verb))
    timed = any(
        lemma_of(token) in word_set(KIND, "lengths") or marked.date_mark_of(token) is not None
        for token in own_words(verb)
    )
    elsewhere = prepositional_objects(verb, "at", "on", "before", "about", "of", "against", "out", "from")
    elsewhere = [token for token in elsewhere if marked.date_mark_of(token) is None]
    return (named or pair) and timed and not elsewhere and verb.tag_ in {"VBD", "VBN", "VBP"}


def has_leading_party(verb: Token, marked: MarkedReport) -> bool:
    return any(is_party(described(token, marked), marked) or token.tag_ in PRONOUNS for token in acting(verb))


@begins_with(KIND, also=("call",))
def calls(verb: Token, marked: MarkedReport) -> bool:
    """ "The president called Netanyahu on Thursday"; never "called him a liar", "called for", "called on"."""
    if lemma_of(verb) != "call" or is_passive(verb):
        return False
    if any(
        child.dep_ in COMPLEMENTS or child.lower_ in {"for", "off", "up", "home", "back", "in"}
        for child in verb.children
    ):
        return False
    on = [token for token in prepositional_objects(verb, "on") if marked.date_mark_of(token) is None]
    if on:
        return False
    objects = direct_objects(verb)
    if any(is_quoted_after(obj) for obj in objects):
        return False  # "called the senator 'the next Washington'"
    return len(objects) > 0 and all(is_leader(obj, marked) for obj in objects) and has_leading_party(verb, marked)


def is_quoted_after(noun: Token) -> bool:
    behind = noun.i + 1
    return behind < len(noun.doc) and noun.doc[behind].text in {'"', "“", "‘", "'", "``"}


def is_leader(token: Token, marked: MarkedReport) -> bool:
    """A person who may speak for a party, or a delegation."""
    mark = marked.actor_mark_of(token)
    if mark is not None and mark.kind == "person":
        return is_counterpart(token, marked)
    return lemma_of(token) in word_set(KIND, "delegations") and token.pos_ in {"NOUN", "PROPN"}


@begins_with(KIND, "receiving")
def receives(verb: Token, marked: MarkedReport) -> bool:
    """ "The king received the foreign minister", "hosted the rebel leader", "was received by the premier"."""
    if lemma_of(verb) not in word_set(KIND, "receiving") or any(child.dep_ in COMPLEMENTS for child in verb.children):
        return False
    senses = lemma_of(verb) in word_set(KIND, "receiving_by_sense")
    if senses and (is_passive(verb) or any(child.lower_ == "as" for child in verb.children)):
        return False
    if any(child.dep_ == "acl" and child.tag_ == "VBG" for obj in direct_objects(verb) for child in obj.children):
        return False
    guests = done_to(verb)
    known = all(
        is_leader(guest, marked) or is_named_guest(guest, verb, marked) or is_both_sides(guest, verb)
        for guest in guests
    )
    court = any(lemma_of(host) in word_set(KIND, "houses") for host in acting(verb))
    return bool(guests) and known and not court and has_leading_party(verb, marked)


def is_both_sides(guest: Token, verb: Token) -> bool:
    """ "Will host both parties"."""
    return lemma_of(verb) in {"host", "receive"} and is_pair(guest) and lemma_of(guest) not in {"man", "woman"}


def is_named_guest(guest: Token, verb: Token, marked: MarkedReport) -> bool:
    """ "Will host Garang and Bashir": names that only a host makes guests."""
    is_name = guest.pos_ == "PROPN" and marked.place_mark_of(guest) is None and marked.date_mark_of(guest) is None
    mark = marked.actor_mark_of(guest)
    return lemma_of(verb) in {"host", "receive"} and is_name and (mark is None or mark.kind == "person")


@begins_with(KIND, "visiting", "granting")
def visits(verb: Token, marked: MarkedReport) -> bool:
    """ "Paid a call on the rebel leader", "granted an audience to the envoys", "had him to dinner"."""
    if not says(verb, KIND, "visiting") and not says(verb, KIND, "granting"):
        return False
    behind = [token for token in own_words(verb) if token.dep_ == "pobj" and token.head.lower_ in {"on", "to", "with"}]
    whom = [token for token in (*behind, *direct_objects(verb)) if marked.date_mark_of(token) is None]
    rest = verb.doc[verb.i : verb.sent.end]
    asks = verb.lemma_ == "call" and any(word.tag_ == "TO" for word in rest)  # "called on the rebels to"
    return not asks and any(is_leader(token, marked) for token in whom) and has_leading_party(verb, marked)


@begins_with(KIND, "wrangling")
def wrangles(verb: Token, marked: MarkedReport) -> bool:
    """ "The two delegations wrangled until dawn", "thrashed out the wording": negotiators, no politicians."""
    if not says(verb, KIND, "wrangling"):
        return False
    who = [described(token, marked) for token in acting(verb)]
    speak = any(is_pair(token) or lemma_of(token) in word_set(KIND, "negotiators") for token in who)
    counterpart = any(is_counterpart(token, marked) for token in company(verb, "with"))
    return counterpart or (bool(who) and speak and are_several(verb))


@begins_with(KIND, "shuttling", "carrying", "ferrying")
def shuttles(verb: Token, marked: MarkedReport) -> bool:
    """ "The envoy shuttled between the two", "went back and forth between hotel suites", "carried drafts between"."""
    is_shuttling = lemma_of(verb) in word_set(KIND, "shuttling")
    goods = {lemma_of(token) for token in direct_objects(verb)} & word_set(KIND, "carried")
    carries = says(verb, KIND, "carrying") or (lemma_of(verb) in word_set(KIND, "ferrying") and bool(goods))
    return (is_shuttling or (carries and is_between(verb))) and has_leading_party(verb, marked)


def is_between(verb: Token) -> bool:
    """ "Between the suites", "up and down the stairs", "from floor to floor"."""
    words = [token.lower_ for token in own_words(verb)]
    if "between" in words:
        return True
    to_and_fro = any(pair <= set(words) for pair in TO_AND_FRO)
    same_step = any(
        words[i] == "from" and i + 3 < len(words) and words[i + 1] == words[i + 3] for i in range(len(words))
    )
    return (to_and_fro or same_step) and is_in_report_of_talks(verb)


@begins_with(KIND, "closeted", "phrase_verbs")
def comes_together(verb: Token, marked: MarkedReport) -> bool:
    """ "Sat down with", "shook hands", "compared notes": set phrases; "which brings together" is a custom."""
    if (verb.tag_ == "VBZ" and verb.dep_ == "relcl") or are_armies(acting(verb)):
        return False
    if says(verb, KIND, "closeted"):
        with_others = any(is_counterpart(token, marked) for token in company(verb, "with"))
        return with_others or (are_several(verb) and has_party(verb, marked))
    if not says(verb, KIND, "phrase_verbs") or not has_party(verb, marked):
        return False
    if verb.lemma_ == "bring":
        brought = subjects(verb) if is_passive(verb) else direct_objects(verb)
        return any(is_party(token, marked) or is_pair(token) for token in brought)
    return not is_alone(verb, marked)


def is_alone(verb: Token, marked: MarkedReport) -> bool:
    """ "The lawyer finally sat down", "she was shaking hands": one person, with nobody."""
    who = acting(verb)
    one = len(who) == 1 and who[0].tag_ in {"NN", "NNP", "PRP"} and who[0].lower_ not in {"they", "we", "you"}
    if verb.lemma_ not in {"sit", "shake"} or is_negated(verb) or not one:
        return False
    mark = marked.actor_mark_of(who[0])
    others = (token for token in own_words(verb) if token != who[0] and token.dep_ in {"conj", "dobj", "pobj", "nsubj"})
    one = mark is None or mark.kind in {"person", "unspecified"}
    return one and not any(is_party(token, marked) or is_pair(token) or token.tag_ in PRONOUNS for token in others)


def is_in_one_room(verb: Token, marked: MarkedReport) -> bool:
    """ "Found themselves in the same room", "were at one table"."""
    if not verb.sent.forms & ROOMS:
        return False
    rooms = (
        token
        for token in own_words(verb)
        if token.dep_ == "pobj" and lemma_of(token) in ROOMS and is_step_of(token.head, verb)
    )
    shared = any(child.lower_ in {"same", "one"} for room in rooms for child in room.children)
    return shared and (has_party(verb, marked) or len(acting(verb)) > 1)


def is_step_of(step: Token, verb: Token) -> bool:
    """ "In the same room", "back in the same room"."""
    return step.head == verb or (step.head.pos_ == "ADV" and step.head.head == verb)


@begins_with(KIND, "to_table")
def goes_to_table(verb: Token, marked: MarkedReport) -> bool:
    """ "Return to the negotiating table", "bring the two to one table"."""
    if lemma_of(verb) not in word_set(KIND, "to_table"):
        return False
    steps = {verb, *(child for child in verb.children if child.dep_ in {"advmod", "prt"})}
    tables = [token for token in own_words(verb) if is_table(token) and token.head.head in steps]
    return any(is_table_of_talks(token) for token in tables) or (bool(tables) and has_party(verb, marked))


def is_table(token: Token) -> bool:
    return (
        lemma_of(token) == "table"
        and token.dep_ == "pobj"
        and token.head.lower_ in {"to", "at", "around", "round", "toward", "towards", "into"}
    )


def is_table_of_talks(table: Token) -> bool:
    beside = {child.lower_ for child in table.children}
    return bool(beside & {"negotiating", "negotiation", "peace", "bargaining", "talks"})


@begins_with(KIND, "mediating")
def mediates(verb: Token, marked: MarkedReport) -> bool:
    """ "Offered to mediate between the two"; talks that are mediated are told by their noun."""
    if not says(verb, KIND, "mediating"):
        return False
    between = [token for token in own_words(verb) if token.dep_ == "pobj" and token.head.lower_ == "between"]
    return any(is_party(token, marked) for token in between)


@begins_with(KIND, "discussing")
def discusses(verb: Token, marked: MarkedReport) -> bool:
    """ "Discussed the truce with the foreign minister", "Putin, Erdogan discuss Syria by phone"."""
    if lemma_of(verb) not in word_set(KIND, "discussing") or is_negated(verb):
        return False
    if any(up.lemma_ in {"decline", "refuse"} for up in verb.ancestors):
        return False
    if any(is_counterpart(token, marked) for token in company(verb, "with")):
        return True
    sides = [token for token in acting(verb) if is_party(described(token, marked), marked)]
    return len(sides) > 1 or (bool(sides) and is_by_phone(verb) and not is_passive(verb))


@begins_with(KIND, "showing_up", also=("send",))
def attends(verb: Token, marked: MarkedReport) -> bool:
    """ "Will not send a delegation", "failed to show up in Geneva", "is expected in both capitals"."""
    if lemma_of(verb) == "send":
        sent = [obj for obj in direct_objects(verb) if lemma_of(obj) in word_set(KIND, "delegations")]
        nobody = any(token.lower_ in {"anyone", "anybody", "nobody", "one"} for token in direct_objects(verb))
        if nobody and has_leading_party(verb, marked):
            return is_negated(verb) or any(token.lower_ in {"no", "nobody"} for token in own_words(verb))
        return bool(sent) and (is_kept_away(verb) or has_no_object(sent) or is_yet_to_come(verb))
    if says(verb, KIND, "showing_up"):
        moves = lemma_of(verb) in word_set(KIND, "travelling")
        led = any(is_leader(token, marked) and token.pos_ != "PRON" for token in acting(verb))
        if moves and not led and not is_refusal_to_go(verb, marked):
            return False
        nobody = any(is_nobody(token) for token in acting(verb))
        led = has_leading_party(verb, marked) or any(is_nobody_of(token, marked) for token in acting(verb))
        return (is_kept_away(verb) or nobody) and led and is_somewhere(verb, marked)
    return False


def is_refusal_to_go(verb: Token, marked: MarkedReport) -> bool:
    """ "The army has refused to return to Jeddah", in a report about talks."""
    refused = verb.dep_ == "xcomp" and lemma_of(verb.head) in {"refuse", "decline"} and is_in_report_of_talks(verb)
    places = prepositional_objects(verb, "to")
    return refused and any(marked.place_mark_of(place) is not None for place in places) and has_party(verb, marked)


def is_nobody(token: Token) -> bool:
    return token.lower_ in {"nobody", "none"} or any(child.lower_ in {"no", "neither"} for child in token.children)


def is_nobody_of(token: Token, marked: MarkedReport) -> bool:
    """ "Nobody from the government turned up for the talks"; what they were missed at was held."""
    if not is_nobody(token) or prepositional_objects(token.head, "at"):
        return False
    return any(is_party(one, marked) for one in prepositional_objects(token, "from", "of"))


def has_no_object(sent: list[Token]) -> bool:
    return any(map(has_no, sent))


def is_kept_away(verb: Token) -> bool:
    above = verb.head
    unwilling = verb.dep_ == "xcomp" and lemma_of(above) in word_set(KIND, "unwilling")
    nobody = any(child.lower_ == "neither" for token in acting(verb) for child in token.children)
    return is_negated(verb) or unwilling or nobody


def is_yet_to_come(verb: Token) -> bool:
    return bool(auxiliaries(verb) & AHEAD) and bool(prepositional_objects(verb, "to"))


def is_somewhere(verb: Token, marked: MarkedReport) -> bool:
    placed = prepositional_objects(verb, "in", "at", "for", "to")
    return any(marked.place_mark_of(token) or marked.date_mark_of(token) is None for token in placed)


@begins_with(KIND, "travelling", also=("expect", "be"))
def goes_to_meet(verb: Token, marked: MarkedReport) -> bool:
    """A delegation on its way, told as to come: "are set to return to Doha", "is expected in Cairo on Sunday"."""
    expects = lemma_of(verb) == "expect"
    due = due_beside(verb)
    if (
        not expects
        and due is None
        and (lemma_of(verb) not in word_set(KIND, "travelling") or not is_ahead(verb, marked))
    ):
        return False
    if has_other_aim(verb):
        return False
    steps = [verb, *([due] if due is not None else []), *(child for child in verb.children if child.lower_ == "back")]
    placed = [
        token for step in steps for token in prepositional_objects(step, "in", "at", *(() if expects else ("to",)))
    ]
    who = done_to(verb) if expects else acting(verb)
    going = any(expects if token.tag_ == "PRP" else is_negotiator(token, marked) for token in who)
    return going and any(
        marked.place_mark_of(place) is not None or lemma_of(place) in word_set(KIND, "venues") for place in placed
    )


def is_negotiator(token: Token, marked: MarkedReport) -> bool:
    return is_leader(token, marked) or is_pair(token) or lemma_of(token) in word_set(KIND, "negotiators")


def due_beside(verb: Token) -> Token | None:
    """ "Are due in Cairo on Sunday"; not "due to the rain"."""
    due = next(
        (child for child in verb.children if child.dep_ == "acomp" and child.lower_ in {"due", "expected"}), None
    )
    return due if verb.lemma_ == "be" and verb.tag_ in {"VBZ", "VBP"} else None


def is_ahead(verb: Token, marked: MarkedReport) -> bool:
    return bool(auxiliaries(verb) & AHEAD) or (verb.tag_ == "VBZ" and is_dated_ahead(verb, marked))


def is_dated_ahead(verb: Token, marked: MarkedReport) -> bool:
    """ "Lands in Addis on Saturday", told before that day."""
    published = marked.report.published
    dates = [mark.date for token in own_words(verb) if (mark := marked.date_mark_of(token)) is not None]
    known = [date.earliest for date in dates if date is not None and date.earliest is not None]
    return published is not None and any(day > published for day in known)


def has_party(verb: Token, marked: MarkedReport) -> bool:
    tokens = [
        *(described(token, marked) for token in acting(verb)),
        *direct_objects(verb),
        *prepositional_objects(verb, "with", "between"),
    ]
    return any(is_party(token, marked) or token.tag_ in PRONOUNS or is_pair(token) for token in tokens)


@begins_with(KIND, also=("gather", "assemble", "converge"))
def gathers(verb: Token, marked: MarkedReport) -> bool:
    """ "Seventy opposition figures gathered in Sochi": those who negotiate, never troops or crowds."""
    if lemma_of(verb) not in {"gather", "assemble", "converge"} or is_passive(verb) or direct_objects(verb):
        return False
    who = [described(token, marked) for token in acting(verb)]
    speak = any(lemma_of(token) in word_set(KIND, "delegations") | word_set(KIND, "gathering") for token in who)
    return speak and any(is_party(token, marked) for token in who) and is_somewhere(verb, marked)


@begins_with(KIND, "persuading")
def persuades(verb: Token, marked: MarkedReport) -> bool:
    """ "Got Milosevic, Tudjman and Izetbegovic to initial a map", "coaxed both sides into signing"."""
    if lemma_of(verb) not in word_set(KIND, "persuading") or verb.tag_ not in {"VBD", "VBN"} or is_negated(verb):
        return False
    inner = {lemma_of(token) for token in own_words(verb) if token.tag_ in {"VB", "VBG"}}
    inner |= {lemma_of(child) for child in verb.children if child.dep_ in {"ccomp", "xcomp"}}
    if not inner & word_set(KIND, "signing"):
        return False
    objects = [*direct_objects(verb), *(t for c in verb.children if c.dep_ == "ccomp" for t in acting(c))]
    parties = [token for token in objects if is_party(token, marked) or is_pair(token)]
    return len(parties) > 1 or any(is_pair(token) for token in parties)


@begins_with(KIND, "offering")
def offers_help(verb: Token, marked: MarkedReport) -> bool:
    """ "Put out feelers to the junta", "offered its good offices"."""
    return says(verb, KIND, "offering") and has_leading_party(verb, marked)


@begins_with(KIND, also=("turn",))
def turns_away(verb: Token, marked: MarkedReport) -> bool:
    """ "Turned the envoy away"."""
    if lemma_of(verb) != "turn" or not any(child.lower_ in {"away", "back"} for child in verb.children):
        return False
    return any(lemma_of(token) in ENVOYS for token in done_to(verb)) and has_leading_party(verb, marked)


Frame = Callable[[Token, MarkedReport], bool]
# Sure frames first; a loose one counts only where no surer word of the same clause tells the meeting.
FRAMES: dict[str, Frame] = {
    "verb": meets,
    "by phone": speaks_by_phone,
    "shuttle": shuttles,
    "set phrase": comes_together,
    "to the table": goes_to_table,
    "in one room": is_in_one_room,
    "attends": attends,
    "gathers": gathers,
    "persuades": persuades,
    "offers": offers_help,
    "turns away": turns_away,
    "visits": visits,
    "wrangles": wrangles,
}
LOOSE_FRAMES: dict[str, Frame] = {
    "speaks with": speaks_with,
    "calls": calls,
    "receives": receives,
    "mediates": mediates,
    "discusses": discusses,
    "travels": goes_to_meet,
}
