"""Whose people they are, and who harmed them."""

from truceline.knowledge.names import names
from truceline.model.actor import Actor
from truceline.model.claims.casualties import Basis, PersonStatus
from truceline.understand.finders.casualty_parts.counted import lost_in_doing
from truceline.understand.finders.casualty_parts.doers import doers
from truceline.understand.finders.casualty_parts.harm_words import (
    harm_done,
    noun_harms,
    state_harms,
    word_set,
)
from truceline.understand.finders.casualty_parts.people import is_person, status_of, subgroups_of
from truceline.understand.finders.clause_parts.phrases import word_set as listed
from truceline.understand.finders.clause_parts.who import is_foes_as_well, speaking_side, words_for
from truceline.understand.grammar import (
    direct_objects,
    is_passive,
    noun_phrase,
    prepositional_objects,
    subjects,
    words_after,
    words_before,
)
from truceline.understand.marked_sentence import MarkedReport
from truceline.understand.tokens import Token

SIDES = frozenset({"state", "government", "armed_force", "non_state", "person"})
WARRING = frozenset({"GOV", "MIL", "REB", "COP"})  # "doctors admitted 180 wounded": none of theirs
SERVED = frozenset({"ngo", "igo", "media"})


def losses_of(noun: Token | None, status: PersonStatus, marked: MarkedReport) -> tuple[Actor | None, Basis | None]:
    """From the words: "772 Armenian soldiers", "RSF fighters", "of its soldiers"; fighters stand for their side."""
    if noun is None:
        return None, None
    if is_ethnic(noun):
        return Actor(entity_text=f"ethnic {noun.text}", resolution="unresolved"), "stated"
    beside = owner_beside(noun, marked)
    if beside is not None:
        return in_full(beside, noun), "stated"
    owner = owner_by_pronoun(noun, marked) or body_of(noun, marked)
    if owner is not None:
        return owner, "stated"
    if (body := body_beside(noun)) is not None:
        return body, "stated"
    mark = marked.actor_mark_of(noun)
    if mark is not None and (mark.country or mark.resolution == "named"):
        return mark.actor, "stated"
    if status == "military" or subgroups_of(noun) == ("police",):
        named = (token for token in noun_phrase(noun) if token.lower_ not in state_harms())
        told = " ".join(token.text for token in named if token.tag_ in {"NN", "NNS", "NNP", "NNPS", "JJ"})
        if mark is not None or told:
            return (mark.actor if mark is not None else unnamed_side(told, noun)), "stated"
    return None, None


def unnamed_side(told: str, fighters: Token) -> Actor:
    """ "Soldiers", "rebels", of nobody knows which side."""
    irregular = fighters.low_lemma in listed("actors", "rebels_counted")
    police = subgroups_of(fighters) == ("police",)
    return Actor(entity_text=told, kind="non_state" if irregular else "armed_force", sector="COP" if police else None)


def is_ethnic(word: Token) -> bool:
    """ "Ethnic Albanians" are of a people, not of its state."""
    return any(before.lower_ == "ethnic" for before in words_before(word.doc, word.i, 1))


def in_full(owner: Actor, noun: Token) -> Actor:
    """ "Two Saudi border guards": told as written, known as Saudi Arabia's; "Russian civilians" are only Russia's."""
    armed = status_of(noun) == "military" or subgroups_of(noun) == ("police",)
    if not armed or owner.entity_name is None:
        return owner
    kept = [
        child.text for child in noun.lefts if child.dep_ in {"amod", "compound", "nmod"} and child.text[0].isalpha()
    ]
    told = [word for word in kept if word.lower() not in {"other", "more", "own", "many"}]
    return owner.model_copy(update={"entity_text": " ".join([*told, noun.text])})


def owner_by_pronoun(noun: Token, marked: MarkedReport) -> Actor | None:
    """ "three of its soldiers", "five of its own men": whose word it is, else who is the subject there."""
    pronoun = next((child for child in noun.children if child.tag_ == "PRP$"), None)
    if pronoun is None or noun.low_lemma in word_set("kin"):
        return None  # "a tapper and his wife": no army's
    men = noun.lower_ == "men" and noun.dep_ == "pobj"  # "twelve of his men"
    if pronoun.lower_ in {"his", "her", "my"} and status_of(noun) != "military" and not men:
        return None
    meant = marked.actor_of(pronoun)
    above = [up for up in noun.ancestors if up.pos_ == "VERB"][:2]
    if meant is not None and above and harms_its_own(above[0], pronoun, meant, marked):
        return first_actor([subject for verb in above[1:] for subject in subjects(verb)], marked)
    if meant is not None:
        own_kind = status_of(noun) == "civilian" or meant.kind == "media"  # "channels said its defenders had died"
        served = meant.kind in SERVED and own_kind and noun.low_lemma not in word_set("serving")
        return meant if not served else None  # "the watchdog said their inhabitants had fled"
    speaker = marked.speaker_at(noun.idx)
    kinds = SIDES | (SERVED if noun.low_lemma in word_set("serving") else frozenset())
    if speaker is not None and speaker.actor is not None and speaker.actor.kind in kinds:
        return speaker.actor
    others = [one for verb in above for one in subjects(verb) if noun not in list(one.subtree)]
    others = [one for one in others if one.i < noun.i or not is_told_in(noun, one.head)]
    owner = first_actor(others, marked)
    if owner is not None and owner.kind == "media" and noun.low_lemma not in word_set("serving"):
        return None  # "channels said 30 of its defenders had died"
    return owner if owner is None or not is_foes_as_well(pronoun, others[0], owner, marked) else None


def is_told_in(noun: Token, verb: Token) -> bool:
    """ "One of its men is missing; the rebels say they killed him": not the men of who speaks only then."""
    below = next((up for up in (noun, *noun.ancestors) if up.head is verb), noun)
    return below.dep_ == "ccomp"


def harms_its_own(verb: Token, pronoun: Token, meant: Actor, marked: MarkedReport) -> bool:
    """ "After the army killed 26 of their members": not the army's, unless the words say "its own"."""
    if (
        harm_done(verb) is None
        or verb.lemma_ == "lose"
        or is_passive(verb)
        or pronoun.doc[pronoun.i + 1].lower_ == "own"
    ):
        return False
    doer = first_actor(doers(verb), marked)
    return doer is not None and (doer.entity_name or doer.entity_text) == (meant.entity_name or meant.entity_text)


def body_of(noun: Token, marked: MarkedReport) -> Actor | None:
    """ "members of the security forces", "soldiers of the Golani brigade"."""
    bodies = prepositional_objects(noun, "of", "from")
    if not bodies or noun.like_num or bodies[0].low_lemma in word_set("communities"):
        return None
    known = first_actor(bodies, marked)
    if known is not None or noun.low_lemma not in word_set("men_of_a_side"):
        return known if known is not None and known.kind in SIDES else None
    return Actor(entity_text=words_for(bodies[0]), kind="armed_force")


def body_beside(noun: Token) -> Actor | None:
    """ "Sect members", "gang members": no name, but a body of its own."""
    bodies = [child for child in noun.children if child.dep_ == "compound" and child.low_lemma in word_set("bodies")]
    if not bodies or not is_person(noun):
        return None
    return Actor(entity_text=f"{bodies[-1].text} {noun.text}", kind="non_state", resolution="unresolved")


def force_beside(teller: Token) -> Actor | None:
    """ "Army losses", "rebel deaths": whose they are by a plain noun."""
    forces = [child for child in teller.children if child.dep_ in {"compound", "poss", "amod"}]
    force = next((one for one in forces if one.low_lemma in word_set("losing_forces")), None)
    return unnamed_side(words_for(force), force) if force is not None else None


def owner_beside(noun: Token, marked: MarkedReport) -> Actor | None:
    for child in noun.children:
        if child.dep_ in {"amod", "compound", "poss", "nmod"} and not is_ethnic(child):
            owner = owner_at(child, marked)
            if owner is not None:
                return owner
    return None


def losses_told_by(teller: Token, marked: MarkedReport) -> Actor | None:
    """Whose losses, by the word that tells them: "Ukraine puts its military deaths at", "the rebels lost eleven men",
    "cost the Tigers 573 dead", "20 dead among government troops".
    """
    if teller.pos_ == "VERB" and teller.lemma_ == "lose":
        return own_side(doers(teller), marked) or first_actor(doers(teller), marked) or ours(doers(teller), marked)
    priced = lost_in_doing(teller)
    if priced is not None:
        return first_actor(doers(priced), marked)
    met = side_that_met(teller, marked)
    if met is not None:
        return met
    owning = next((up for up in (teller, *teller.ancestors) if up.low_lemma in word_set("owning_up")), None)
    if owning is not None and owning.pos_ == "VERB" and (owning.i <= teller.i or owning.dep_ == "acl"):
        own = first_actor(doers(owning), marked)
        if own is not None and own.kind in SIDES and (own.kind != "person" or own.sector in WARRING):
            return own
    if teller.pos_ == "VERB" and teller.lemma_ == "cost":
        return given_to(teller, marked)
    put = owner_of_losses(losses_put(teller) or losses_ran_to(teller), marked)
    if put is not None or teller.pos_ not in {"NOUN", "ADJ"}:
        return put
    told_of = those_among(teller)
    among = first_actor(told_of, marked)
    among = among if among is not None and among.kind != "civilians" else None
    among = among or next(
        (body_of(one, marked) or nameless(one) for one in told_of if status_of(one) == "military"), None
    )
    if among is not None:
        return among
    own = owner_beside(teller, marked) or owner_by_pronoun(teller, marked) or force_beside(teller)
    return own or given_to(teller.head, marked) or left_behind_by(teller, marked)


def leaves_behind(verb: Token) -> bool:
    """ "Left behind 26 bodies", "abandoned nine dead"."""
    behind = any(child.lower_ == "behind" for child in verb.children)
    return (verb.low_lemma == "leave" and behind) or verb.low_lemma == "abandon"


def left_behind_by(teller: Token, marked: MarkedReport) -> Actor | None:
    """ "The rebels left behind 26 bodies": theirs."""
    if teller.low_lemma not in word_set("remains") or not leaves_behind(teller.head):
        return None
    verb = teller.head
    return first_actor([verb.head] if verb.dep_ == "acl" else doers(verb), marked)  # "the rebels left, he said"


def own_side(doing: list[Token], marked: MarkedReport) -> Actor | None:
    """ "Said his side had lost 11 men": the side of who says so."""
    side = next((one for one in doing if one.low_lemma == "side"), None)
    if side is None or not any(child.tag_ == "PRP$" for child in side.children):
        return None
    return speaking_side(side, marked)


def put_at_own(figure: Token, marked: MarkedReport) -> Actor | None:
    """ "The rebels put army losses at 40 dead and their own at six": the rebels'."""
    before = words_before(figure.doc, figure.i, 14)
    if [word.lower_ for word in before[-2:]] != ["own", "at"]:
        return None
    put = next((word for word in reversed(before) if word.low_lemma in {"put", "place", "estimate"}), None)
    return first_actor(doers(put), marked) if put is not None else None


def ours(doing: list[Token], marked: MarkedReport) -> Actor | None:
    """ "We lost 40 men": whoever speaks."""
    we = next((token for token in doing if token.lower_ == "we"), None)
    speaking = speaking_side(we, marked) if we is not None else None
    return speaking if speaking is not None and speaking.kind in SIDES else None


def nameless(fighters: Token) -> Actor:
    return unnamed_side(words_for(fighters), fighters)


def those_among(teller: Token) -> list[Token]:
    """ "Twenty dead among government troops"; the parse may hang "among" on the verb."""
    steps = [child for child in teller.children if child.lower_ in {"among", "of"}]
    ranks = [one for one in prepositional_objects(teller, "in", "within", "among") if one.low_lemma == "rank"]
    steps += [child for one in ranks for child in one.children if child.lower_ == "of"]  # "losses in the ranks of X"
    verb = teller.head.head if teller.head.like_num else teller.head
    if verb.pos_ == "VERB":
        steps += [child for child in verb.children if child.lower_ == "among" and child.i > teller.i]
    return [obj for step in steps for obj in step.children if obj.dep_ == "pobj"]


def given_to(verb: Token, marked: MarkedReport) -> Actor | None:
    """ "Cost the Tigers 573 dead": a name that no list knows stands for itself."""
    if verb.lemma_ != "cost":
        return None
    given = [child for child in verb.children if child.dep_ == "dative"]
    objects = direct_objects(verb)
    beside = [child for obj in objects for child in obj.children if child.dep_ in {"nmod", "compound"}]
    names_given = [token for token in [*given, *objects, *beside] if token.pos_ == "PROPN"]
    own = Actor(entity_text=words_for(names_given[0])) if names_given else None
    return first_actor(given, marked) or own


def owner_of_losses(losses: Token | None, marked: MarkedReport) -> Actor | None:
    """ "Put its own losses at seven dead and nine wounded"."""
    if losses is None:
        return None
    whose = first_actor([child for child in losses.children if child.dep_ == "poss"], marked)
    return whose or owner_by_pronoun(losses, marked) or owner_beside(losses, marked) or force_beside(losses)


def losses_put(teller: Token) -> Token | None:
    """The word for the losses that a verb puts at a figure: "placed rebel losses at 45 killed"."""
    steps = [up.head for up in (teller, *teller.ancestors) if up.dep_ == "pobj"][:1]
    if not steps or steps[0].lower_ not in {"at", "as"}:
        return None
    put = [child for child in steps[0].head.children if child.dep_ in {"dobj", "nsubjpass"}]
    return next((one for one in put if one.low_lemma in noun_harms()), None)


def losses_ran_to(teller: Token) -> Token | None:
    """ "Government losses ran to more than 400 dead", "Russia's losses exceeded 300,000 killed and wounded"."""
    if teller.lower_ not in state_harms():
        return None
    verb = next((up for up in teller.ancestors if up.pos_ not in {"NUM", "ADP"}), teller)
    if verb.pos_ != "VERB":
        return None
    return next((one for one in subjects(verb) if one.low_lemma in noun_harms()), None)


def side_of_clause(teller: Token, marked: MarkedReport) -> Actor | None:
    """ "On the Israeli side 64 soldiers have died", "on the side of the loyalists, he reported two dead"."""
    verb = teller if teller.pos_ == "VERB" else teller.head
    sides = [token for token in prepositional_objects(verb, "on") if token.low_lemma == "side"]
    return next((owner for side in sides if (owner := owner_of_side(side, marked)) is not None), None)


def side_right_behind(figure: Token, marked: MarkedReport) -> Actor | None:
    """ "Two on the Indian side and five on the Pakistani side": wherever the parse hangs the second."""
    behind = words_after(figure.doc, figure.i + 1, 4)
    side = next((word for word in behind if word.low_lemma == "side"), None)
    return owner_of_side(side, marked) if side is not None and behind[0].lower_ == "on" else None


def own_right_behind(figure: Token, marked: MarkedReport) -> Actor | None:
    """ "Two wounded in its own ranks", "three dead among its own men"."""
    behind = words_after(figure.doc, figure.i + 1, 6)
    step = next((at for at, word in enumerate(behind) if word.lower_ in word_set("steps_to_own")), None)
    if step is None or any(word.pos_ in {"CCONJ", "PUNCT", "VERB"} and word.tag_ != "VBN" for word in behind[:step]):
        return None
    phrase = behind[step + 1 : step + 4]
    is_own = len(phrase) == 3 and phrase[0].tag_ == "PRP$" and phrase[1].lower_ == "own"
    return owner_by_pronoun(phrase[2], marked) if is_own and phrase[0].head == phrase[2] else None


def owner_of_side(side: Token, marked: MarkedReport) -> Actor | None:
    whose = prepositional_objects(side, "of")
    own = owner_beside(side, marked) or force_beside(side) or first_actor(whose, marked)
    return own or next((nameless(one) for one in whose if one.low_lemma in word_set("forces")), None)


def side_that_met(teller: Token, marked: MarkedReport) -> Actor | None:
    """ "Inflicted 60 casualties on the army", "the rebels sustained 19 casualties": whoever tells it."""
    counted = teller.dep_ == "pobj" and teller.head.lower_ == "of" and teller.head.head.low_lemma != "number"
    top = teller.head.head if counted else teller  # "dozens of casualties"
    verb = top.head
    if teller.pos_ != "NOUN" or verb.pos_ != "VERB" or top.dep_ not in {"dobj", "nsubjpass"}:
        return None
    if teller.low_lemma in word_set("taken_as"):
        return None  # who takes a hostage has lost nobody
    if verb.lemma_ in word_set("inflicting"):
        on = [token for word in (verb, top) for token in prepositional_objects(word, "on", "upon", "to", "among")]
        return first_actor(on, marked)
    if verb.lemma_ in word_set("sustaining") and not is_passive(verb):
        return first_actor(doers(verb), marked)
    return None


def first_actor(tokens: list[Token], marked: MarkedReport) -> Actor | None:
    return next((mark.actor for token in tokens for mark in [marked.actor_mark_of(token)] if mark is not None), None)


def owner_at(token: Token, marked: MarkedReport) -> Actor | None:
    known = names().one(token.text, "adjective", "demonym", "country", "group", "organisation")
    mark = marked.actor_mark_of(token)
    if mark is not None and (mark.country is not None or mark.resolution != "unresolved"):
        return (
            mark.actor.model_copy(update={"entity_text": token.text})
            if known and known.kind == "adjective"
            else mark.actor
        )
    return known.actor(token.text) if known is not None else None
