"""What stands beside a told event: what was asked for, when, where."""

from truceline.model.mark import DateMark
from truceline.model.when import Date
from truceline.model.where import Place
from truceline.understand.finders.clause_parts.phrases import lemma_of
from truceline.understand.finders.clause_parts.placed import breadth, is_headed_for, is_measured_from, placed_at
from truceline.understand.finders.clause_parts.when import VAGUE, is_meanwhile, is_set_against, period_of
from truceline.understand.finders.clause_parts.where import is_kind_of_place
from truceline.understand.finders.clause_parts.who import words_for
from truceline.understand.finders.event_parts.clauses import clause_tokens
from truceline.understand.finders.event_parts.deed_nouns import event_of_noun
from truceline.understand.finders.event_parts.speech_acts import SPEECH_ACTS
from truceline.understand.finders.event_parts.told import Told
from truceline.understand.finders.event_parts.trigger_words import word_set
from truceline.understand.grammar import SUBJECTS, direct_objects, grammar_words, prepositional_objects
from truceline.understand.marked_sentence import MarkedReport, MarkedSentence
from truceline.understand.tokens import Token

ASIDES = frozenset({"relcl", "advcl", "acl"})


def asked_for(told: Told) -> list[Token]:
    """What is asked, threatened or refused stands in a clause of its own, and tells the mode."""
    if told.event not in SPEECH_ACTS:
        return []
    return [token for child in told.head.children if child.dep_ in {"ccomp", "xcomp"} for token in child.subtree]


def date_of(told: Told, sentence: MarkedSentence, marked: MarkedReport) -> Date | None:
    """The date in the event's own words; else that of the verb it hangs on."""
    words = [*own_words(told), *words_of_aim(told)]
    own = first_day([word for word in words if not is_year_of_name(word)], marked) or first_day(words, marked)
    if own is not None:
        return period_of(own, sentence)
    if is_set_on_day(told.head) and (above := day_at(told.head.head, marked)) is not None:
        return period_of(above, sentence)
    apart = told.head.dep_ == "parataxis"  # "rebels left on Sunday; the army shelled the town"
    if apart or is_description(told.head) or is_set_against(told.head) or is_at_another_time(told.head):
        return None
    governor = next((up for up in first_of_joined(told.head).ancestors if up.pos_ == "VERB"), None)
    if governor is None or is_saying(governor, told.head, marked):
        return None
    days = [*prepositional_objects(governor, *word_set("dating")), *bare_days(governor), *words_of_support(told.head)]
    above = first_day(days, marked)
    return period_of(above, sentence) if above is not None else None


def is_at_another_time(verb: Token) -> bool:
    """ "Signed on Friday, two days after rockets hit the port": not done on the day of what came of it."""
    after = next((child for child in verb.children if child.dep_ == "mark" and child.lower_ == "after"), None)
    if verb.dep_ != "advcl" or after is None:
        return False
    measure = after.nbor(-1)
    pointed = any(child.lower_ in {"last", "this", "next"} for child in measure.children)  # "this week after X"
    return measure.tag_ in {"NN", "NNS"} and not pointed


def first_day(tokens: list[Token], marked: MarkedReport) -> DateMark | None:
    return next((day for token in tokens if (day := day_at(token, marked)) is not None), None)


def day_at(token: Token, marked: MarkedReport) -> DateMark | None:
    """The calendar date of the deed at a word; no "current", no day of a name, no "truce of 2003"."""
    mark = marked.date_mark_of(token)
    if mark is None or mark.timex_type not in {"DATE", "TIME"} or mark.timex in VAGUE or is_in_name(token, marked):
        return None
    step = token.head
    called = step.lower_ == "of" and step.dep_ == "prep" and step.head.pos_ == "NOUN" and step.head.ent_type_ != "DATE"
    return None if called and mark.precision == "year" else mark


def is_year_of_name(token: Token) -> bool:
    """ "Tore up its 1992 accord on Monday": which accord it was."""
    before = token.dep_ in {"nummod", "compound", "amod"} and token.text.isdigit()
    return before and token.head.pos_ == "NOUN" and token.i < token.head.i


def is_set_on_day(verb: Token) -> bool:
    """ "In September, when an attack killed three": the day that the clause hangs on."""
    return verb.dep_ in {"advcl", "relcl"} and any(child.tag_ == "WRB" for child in verb.children)


def words_of_aim(told: Told) -> list[Token]:
    """ "Launched an offensive to retake the city in June": the day of what was launched."""
    if told.event != "ASSAULT" or "dobj" not in told.head.child_deps:
        return []
    aims = (aim for deed in direct_objects(told.head) for aim in deed.children if aim.dep_ == "acl")
    return [word for aim in aims if aim.tag_ == "VB" for word in clause_tokens(aim)]


def bare_days(verb: Token) -> list[Token]:
    """ "Fighting continued today", "last week shelling killed six"."""
    return [child for child in verb.children if child.dep_ in {"npadvmod", "advmod"}]


def is_saying(governor: Token, head: Token, marked: MarkedReport) -> bool:
    """ "X has taken it, an official said on Thursday": the day of the saying."""
    speaker = marked.speaker_at(head.idx)
    return speaker is not None and any(start <= governor.idx < end for start, end in speaker.cue)


def is_in_name(token: Token, marked: MarkedReport) -> bool:
    """ "The March 23 Movement signed": no date of the deed."""
    name = marked.actor_mark_of(token)
    return name is not None and name.resolution == "named" and name.kind != "person"


def own_words(told: Told) -> list[Token]:
    """Without the clauses in between: "the governor, who fled on Sunday, was arrested", "fighters who took Bama"."""
    if not any(word.dep_ in ASIDES for word in told.head.subtree if word is not told.head):
        return told.tokens
    return [token for token in told.tokens if not is_aside(token, told.head)]


def is_aside(token: Token, head: Token) -> bool:
    told_of_verb = head.pos_ in {"VERB", "AUX"}
    for up in (token, *token.ancestors):
        if up == head:
            return False
        if is_of_own_deed(up, head):
            continue
        if up.dep_ in {"relcl", "advcl"} or (told_of_verb and up.dep_ == "acl" and up.tag_ != "VBG"):
            return head in up.ancestors
    return False


def is_of_own_deed(clause: Token, verb: Token) -> bool:
    """ "A raid that took place on Monday killed nine": when and where the deed itself was."""
    deed = clause.head
    took_place = clause.dep_ == "relcl" and clause.low_lemma in word_set("taking_place")
    return took_place and deed.dep_ == "nsubj" and deed.head == verb and event_of_noun(deed) == "ASSAULT"


def is_description(head: Token) -> bool:
    """ "The nurse abducted by rebels was found on Monday"; not "on Monday, when rebels came"."""
    if head.dep_ == "relcl":
        steps = [child for child in head.children if child.tag_ == "WRB" or child.dep_ == "prep"]
        return not any(word.tag_ in {"WRB", "WDT"} for step in steps for word in (step, *step.children))
    return head.dep_ in {"acl", "amod"}


def place_of(told: Told, marked: MarkedReport) -> Place | None:
    """In the event's own words, else in those of the clause that it is joined to; a town before its province."""
    words = [*own_words(told), *words_above(told.head), *words_of_support(told.head)]
    if told.event == "RETREAT":
        words = [token for token in words if not is_headed_for(token)]  # "retreated towards X"
    found = [place for token in words if (place := placed_at(token, marked)) is not None]
    return (
        min(found, key=lambda place: (breadth(place[1]), is_measured_from(place[0])))[1]
        if found
        else place_without_name(told)
    )


def place_without_name(told: Told) -> Place | None:
    """ "Shelled the airport", "raided three camps": ground that the report leaves unnamed, in its own words."""
    if told.event in SPEECH_ACTS or told.event == "CONSULT":
        return None
    grounds = [token for token in told.tokens if is_ground(token) and is_hit_or_stood_on(token, told.head)]
    return Place(raw=words_of(grounds[0])) if grounds else None


def words_of(ground: Token) -> str:
    """ "The road between Bignona and Diouloulou": with the names that it lies between."""
    between = [token for child in ground.children if child.lower_ == "between" for token in child.subtree]
    own = words_for(ground)
    return " ".join([own, *(token.text for token in sorted(between, key=lambda token: token.i))])


def is_ground(token: Token) -> bool:
    if token.pos_ != "NOUN" or not is_kind_of_place(token) or is_planted_mine(token):
        return False
    return lemma_of(token) not in word_set("vague_grounds")


def is_planted_mine(token: Token) -> bool:
    """ "Hit a mine"; not "hit the gold mine", "seized mines"."""
    hit = token.dep_ == "dobj" and lemma_of(token.head) in word_set("sets_off")
    return lemma_of(token) == "mine" and hit and not any(c.dep_ in {"compound", "amod"} for c in token.lefts)


def is_hit_or_stood_on(ground: Token, head: Token) -> bool:
    if ground.dep_ == "pobj":
        return ground.head.head == head and ground.head.lower_ in grammar_words("placing") | {"against", "into"}
    return ground.head == head and ground.dep_ in {"dobj", "nsubjpass"}


def words_of_support(noun: Token) -> list[Token]:
    """ "An exchange took place at the crossing on Saturday": the verb only says that it was."""
    verb = noun.head
    if noun.dep_ not in SUBJECTS or lemma_of(verb) not in word_set("supports"):
        return []
    return [token for token in clause_tokens(verb) if not is_aside(token, verb)]


def words_above(head: Token) -> list[Token]:
    """ "Burst into a school in Kumba and shot", "bombed the village, killing nine": the place is told once."""
    first = first_of_joined(head)
    joined = first.dep_ in {"conj", "advcl"} and first.head.pos_ == "VERB" and not is_set_against(first)
    joined = joined and not is_meanwhile(first)
    return clause_tokens(first.head) if joined else []


def first_of_joined(verb: Token) -> Token:
    """ "Shelled the post, killing two and wounding five": "wounding" is joined to "killing", and this to the deed."""
    above = verb.head
    joined = verb.dep_ == "conj" and above.dep_ == "advcl" and verb.tag_ == above.tag_ == "VBG"
    return above if joined else verb
