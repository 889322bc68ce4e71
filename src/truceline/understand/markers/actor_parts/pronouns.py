"""Whom "he", "it" and "they" stand for, and for which body somebody speaks."""

from truceline.knowledge.files import all_words
from truceline.model.actor import Actor
from truceline.understand.grammar import SUBJECTS, grammar_words, has_no, subjects
from truceline.understand.markers.actor_parts.mentions import Mentions
from truceline.understand.markers.actor_parts.roles import actor_words
from truceline.understand.markers.actor_parts.setting import Phrase
from truceline.understand.markers.actor_parts.told_before import body_told_of, teller_before, who_calls_it_so
from truceline.understand.tokens import Token

BODIES_THAT_SPEAK = frozenset({"non_state", "ngo", "igo"})
FIGHTING = frozenset({"non_state", "armed_force", "civilians"})
ARMED = frozenset({"non_state", "armed_force", "state", "government"})
PLURALS = frozenset({"NNS", "NNPS"})
OPENING = frozenset({"“", "``", "«"})
CLOSING = frozenset({"”", "''", "»"})


def pronoun(token: Token, mentions: Mentions) -> Actor | None:
    """The latest actor of the right kind and number, subjects of earlier clauses first."""
    if token.lower_ in grammar_words("men_and_women"):
        return latest_subject(token, mentions, {"person", "civilians"}, None)
    bodies = {"state", "government", "armed_force", "non_state", "igo", "ngo", "media"}
    if token.lower_ in {"it", "its"}:
        if is_of_workplace(token):
            return None
        if (caller := who_calls_it_so(token, mentions)) is not None:
            return caller
        spoken_for = body_spoken_for(token, mentions) if token.dep_ in SUBJECTS | {"poss"} else None
        spoken_for = spoken_for or body_that_speaks(token, mentions) or teller_before(token, mentions)
        return spoken_for or latest_subject(token, mentions, bodies, False)
    return latest_subject(token, mentions, bodies | {"unspecified", "civilians", "person"}, True)


def body_spoken_for(word: Token, mentions: Mentions) -> Actor | None:
    """ "A spokesman for the Front said the group would ..., but that it ...": the body of whoever speaks.

    Null where another that can be meant was named since.
    """
    speech = speech_over(word)
    speaker = next(iter(subjects(speech)), None) if speech is not None else None
    if speech is None or speaker is None or is_another_between(speech, word, mentions):
        return None
    if speaker.i > word.i:  # "The group would ..., a spokesman for the Front said"
        return body_of(speaker, mentions) if not any(child.lower_ == "its" for child in speaker.children) else None
    is_he = speaker.lower_ in grammar_words("men_and_women")
    person = pronoun(speaker, mentions) if is_he else mentions.at(speaker)
    return body_of(speaker, mentions) or body_of_person(person, mentions)


def body_that_speaks(it: Token, mentions: Mentions) -> Actor | None:
    """ "The army fell back. A monitoring group said it had counted 40 dead": the group, and no army."""
    speech = speech_over(it) if it.dep_ in SUBJECTS else None
    speaker = next(iter(subjects(speech)), None) if speech is not None else None
    if speech is None or speaker is None or speaker.i > it.i or is_another_between(speech, it, mentions):
        return None
    if speaker.lower_ == "it":
        return pronoun(speaker, mentions)  # "It added that it would not hand him over"
    if speaker.tag_ == "NNP" and mentions.at(speaker) is None:
        return body_told_of(speaker, mentions)  # "The Conference of Bishops said it ..."
    actor = mentions.at(speaker) if speaker.low_lemma in actor_words("bodies_that_say") else None
    return actor if actor is not None and actor.kind != "person" else None


def is_of_workplace(word: Token) -> bool:
    """ "A nurse at the hospital said it had admitted 14 wounded": the hospital, which is no party."""
    speech = speech_over(word)
    speakers = subjects(speech) if speech is not None else []
    steps = (step for speaker in speakers for step in speaker.rights if step.lower_ in {"at", "of", "in", "from"})
    return any(obj.low_lemma in actor_words("workplaces") for step in steps for obj in step.rights)


def whose_deed(its: Token, mentions: Mentions) -> Actor | None:
    """ "He broke off talks with the Front after its attacks on X": of the one armed body that is named before here."""
    if its.head.low_lemma not in actor_words("armed_deeds") or its.head.dep_ == "dobj":
        return None
    first = its.sent.start
    before = [one for one in mentions.named if first <= one.first and one.last < its.i and one.actor.kind in ARMED]
    named = {one.actor.entity_name for one in before}
    return before[-1].actor if len(named) == 1 and before[-1].actor.kind == "non_state" else None


def speech_over(word: Token) -> Token | None:
    """The verb that the word's clause is the content of; what one clause down is told of others is not asked."""
    below = word
    for verb in word.ancestors:
        if below.dep_ == "ccomp":
            speaks = verb.low_lemma in actor_words("speaking_verbs") or verb.low_lemma in actor_words("telling_verbs")
            return verb if speaks else None
        if below.dep_ == "relcl":
            return None
        below = verb
    return None


def is_another_between(speech: Token, word: Token, mentions: Mentions) -> bool:
    """ "The spokesman said the convoy was hit because it carried arms": not the body."""
    first = speech.i + 1 if speech.i < word.i else word.sent.start
    nearest = [token for token in word.doc.tokens[first : word.i] if token.dep_ in SUBJECTS]
    nouns = [token for token in nearest if token.tag_ in {"NN", "NNP"}]
    if word.pos_ != "PRON":
        return any((actor := mentions.at(noun)) is not None and actor.kind != "person" for noun in nouns)
    return any(noun.low_lemma not in actor_words("bodies_named_before") for noun in nouns)


def body_of(speaker: Token, mentions: Mentions) -> Actor | None:
    """ "An FLA spokesman", "the Front's leader", "a spokesman for the Front", "its spokesman", "X, its chief"."""
    for child in speaker.children:
        if child.dep_ == "poss" and child.lower_ == "its":
            return pronoun(child, mentions)
        if child.dep_ == "appos" and (body := body_of(child, mentions)) is not None:
            return body
        owners = [one for one in child.children if one.dep_ == "pobj"] if child.lower_ in {"of", "for"} else [child]
        for owner in owners:
            if owner is child and child.dep_ not in {"compound", "poss", "amod", "nmod"}:
                continue
            body = body_at(owner, mentions)
            if body is not None:
                return body
    return None


def body_at(word: Token, mentions: Mentions) -> Actor | None:
    known = mentions.setting.known(word, "group", "organisation")
    if known is not None:
        return Actor(kind=known.actor_kind, entity_name=known.name, country=known.country, sector=known.sector)
    named = next((one.actor for one in reversed(mentions.named) if one.head == word), None)
    return named if named is not None and named.kind in BODIES_THAT_SPEAK else None


def body_of_person(person: Actor | None, mentions: Mentions) -> Actor | None:
    """ "X told the agency that the group ...": X was called the Front's spokesman before."""
    if person is None or person.kind != "person" or person.entity_name is None:
        return None
    offices = (one.head for one in reversed(mentions.named) if one.actor.entity_name == person.entity_name)
    return next((body for head in offices if (body := body_of(head, mentions)) is not None), None)


def latest_subject(token: Token, mentions: Mentions, kinds: set[str], plural: bool | None) -> Actor | None:
    """In this sentence before the pronoun, else in the one or two before it: a subject, else anybody.

    "They" prefers plurals but takes a body too; "it" never stands for troops or rebels in the plural.
    """
    if token.lower_ == "it" and token.dep_ == "dobj" and token.head.lemma_ not in actor_words("addressing_verbs"):
        return None  # "welcomed it", "won it back": what was done or held
    joined = object_beside(token)
    if joined is not None:
        return next((one.actor for one in reversed(mentions.named) if one.first <= joined.i <= one.last), None)
    near = [phrase for phrase in mentions.named if phrase.last < token.i]
    near = [one for one in near if one.actor.kind in kinds or (plural is False and is_unlisted_body(one))]
    near = [phrase for phrase in near if token.sent.start - phrase.last < 90 and not has_no(phrase.head)]
    near = [phrase for phrase in near if not is_somebodys(phrase.head)]
    doing = doing_to(token)
    doers = [pronoun(token.doc[index], mentions) for index in doing if token.doc[index].pos_ == "PRON"]
    themselves = {actor.entity_name for actor in doers if actor is not None}
    near = [phrase for phrase in near if phrase.actor.entity_name not in themselves]  # "he urged him"
    near = [phrase for phrase in near if not any(phrase.first <= index <= phrase.last for index in doing)]
    if plural is not None:
        return one_of_number(token, near, plural)
    near = [phrase for phrase in near if phrase.head.tag_ != "NNS" and is_one(phrase)]
    near = [phrase for phrase in near if is_surely_person(phrase.actor)] or near
    pool = [phrase for phrase in near if is_subject(phrase.head)] or near
    if token.head.low_lemma in actor_words("speaking_verbs"):
        pool = [phrase for phrase in pool if is_led_by(token, phrase.head)] or pool  # "X said Y had fled. He said"
    if not pool or is_of_one_between(pool[-1], token):
        return None
    return named_one(pool[-1], near).actor


def is_one(phrase: Phrase) -> bool:
    """ "A resident said ... He": one of them; no population."""
    return phrase.actor.kind == "person" or phrase.head.low_lemma in all_words("persons")


def is_of_one_between(phrase: Phrase, pronoun: Token) -> bool:
    """ "The rebels seized one of its officers and killed him": somebody without a name stands nearer."""
    if pronoun.dep_ in SUBJECTS:
        return False
    return any(
        word.lower_ == "one" and (word.dep_ in SUBJECTS or word.dep_ == "dobj") and is_one_of_people(word)
        for word in pronoun.doc.tokens[phrase.last + 1 : pronoun.i]
    )


def is_one_of_people(number: Token) -> bool:
    of = (obj for step in number.rights if step.lower_ == "of" for obj in step.children if obj.dep_ == "pobj")
    return any(obj.low_lemma in all_words("persons") for obj in of)


def is_unlisted_body(phrase: Phrase) -> bool:
    """A name of a body that tells nothing of its kind: "3R was one of the groups that signed. It ..."."""
    return phrase.actor.kind == "unspecified" and phrase.actor.resolution == "named" and is_subject(phrase.head)


def is_somebodys(head: Token) -> bool:
    """ "X, whose father was killed, ... He said": X, not the father."""
    return any(child.tag_ == "WP$" for child in head.children)


def named_one(phrase: Phrase, near: list[Phrase]) -> Phrase:
    """ "X Y, a Kiev analyst, ... he said": the name, not what is told of him."""
    if phrase.head.dep_ != "appos" or phrase.head.pos_ == "PROPN":
        return phrase
    name = phrase.head.head
    return next((one for one in near if name.pos_ == "PROPN" and one.first <= name.i <= one.last), phrase)


def one_of_number(token: Token, near: list[Phrase], plural: bool) -> Actor | None:
    if not plural:
        near = [phrase for phrase in near if phrase.head.tag_ != "NNS"]
        pool = [phrase for phrase in near if is_subject(phrase.head)] or near
        pool = [phrase for phrase in pool if is_led_by(token, phrase.head)] or pool
        return named_one(pool[-1], near).actor if pool else None
    near = [phrase for phrase in near if phrase.head.low_lemma not in actor_words("anonymous")]
    near = [phrase for phrase in near if phrase.actor.kind != "person" or phrase.head.tag_ == "NNS"]
    if token.dep_ not in SUBJECTS:
        near = [phrase for phrase in near if is_several(phrase.head) or phrase.actor.kind in FIGHTING]
    leading = [phrase for phrase in near if is_subject(phrase.head)]
    several = only_several_here(token, near, leading) or [one for one in leading if is_several(one.head)]
    pool = several or leading or near
    if not pool or is_of_people_between(pool[-1], token) or is_of_those_counted(token, pool[-1]):
        return None
    told_by_others = pool[-1].actor.kind == "person" or (pool[-1].actor.kind == "civilians" and is_armed_deed(token))
    return pool[-1].actor if not (told_by_others and is_quoted(token)) else None


def is_of_those_counted(pronoun: Token, phrase: Phrase) -> bool:
    """ "Six more were killed after they attacked a post", "two suspects were beaten by a crowd before police took them
    away": the subject of the clause above, who is no party.
    """
    clause = next((up for up in pronoun.ancestors if up.dep_ == "advcl"), None)
    above = clause.head if clause is not None else pronoun
    whom = [child for child in above.lefts if child.dep_ == "nsubjpass"]
    counted = any(one.pos_ == "NUM" or "nummod" in one.child_deps or one.lower_ in {"more", "others"} for one in whom)
    return counted and not any(phrase.first <= one.i <= phrase.last for one in whom)


def is_armed_deed(pronoun: Token) -> bool:
    """ "They beat my sons": done by no refugees."""
    return pronoun.dep_ == "nsubj" and pronoun.head.lemma_ in actor_words("done_to_civilians")


def is_quoted(pronoun: Token) -> bool:
    """ "Officials counted 20 dead. "They killed my son," a farmer said": not the officials, whom he has not heard."""
    opened = False
    for word in reversed(pronoun.doc.tokens[: pronoun.i]):
        if "\n" in word.text:
            break
        if word.text in OPENING:
            return True
        if word.text in CLOSING:
            return opened
        opened ^= word.text == '"'
    return opened


def is_led_by(pronoun: Token, head: Token) -> bool:
    """ "The government said there could be no talks unless the army accepted this. It ...": the sentence before is
    the government's.
    """
    opens = pronoun.i == pronoun.sent.start and pronoun.dep_ in SUBJECTS
    before = head.sent.end <= pronoun.sent.start and pronoun.sent.start - head.sent.end <= 1
    return opens and before and head.dep_ in SUBJECTS and head.head.dep_ == "ROOT"


def is_of_people_between(phrase: Phrase, pronoun: Token) -> bool:
    """ "Several hundred youths marched. Police dispersed them": people who are no party stand nearer."""
    doing = doing_to(pronoun)
    places = {*SUBJECTS, "dobj"} if pronoun.dep_ == "nsubjpass" else SUBJECTS  # "seized two nurses. They were freed"
    return any(
        word.dep_ in places and word.tag_ == "NNS" and word.i not in doing
        for word in pronoun.doc.tokens[phrase.last + 1 : pronoun.i]
        if word.low_lemma in all_words("persons")
    )


def only_several_here(token: Token, near: list[Phrase], leading: list[Phrase]) -> list[Phrase]:
    """ "The president ruled out talks with the rebels unless they laid down arms": no subject here can be meant."""
    first = token.sent.start
    if any(phrase.last >= first for phrase in leading):
        return []
    if any(word.dep_ in SUBJECTS and word.tag_ in PLURALS for word in token.doc.tokens[first : token.i]):
        return []  # somebody who is no party
    return [phrase for phrase in near if phrase.last >= first and is_several(phrase.head)]


def doing_to(pronoun: Token) -> list[int]:
    """Whoever does it to the pronoun is not the pronoun: "police used water cannon to disperse them"."""
    verb = pronoun.head
    if pronoun.dep_ == "pobj" and verb.lower_ in {"at", "against", "on"}:
        verb = verb.head
    elif pronoun.dep_ == "pobj" and verb.lower_ == "of" and verb.head.dep_ == "dobj":
        verb = verb.head.head  # "police arrested six of them"
    elif pronoun.dep_ != "dobj":
        return []
    if verb.dep_ == "conj" and verb.head.dep_ == "ccomp" and SUBJECTS.isdisjoint(verb.child_deps):
        return []  # "said that the army had bombed X and accused it of Y": it may be the speaker who accuses
    while not subjects(verb) and verb.dep_ in {"advcl", "pcomp", "xcomp", "conj"}:
        verb = verb.head.head if verb.dep_ == "pcomp" else verb.head
    if verb.dep_ == "acl":
        return [verb.head.i]
    found = subjects(verb)
    relative = [verb.head.i for one in found if one.tag_ in {"WP", "WDT"} and verb.dep_ == "relcl"]
    return [*relative, *(subject.i for subject in found)]  # "troops, who drove them back"


def object_beside(pronoun: Token) -> Token | None:
    """ "Seized ten men and shot them", "detained ten, accusing them of X": the object of the verb above."""
    verb = pronoun.head
    joined = verb.dep_ == "conj" or (verb.dep_ == "advcl" and verb.tag_ == "VBG")
    if pronoun.dep_ != "dobj" or not joined or not SUBJECTS.isdisjoint(verb.child_deps):
        return None
    several = {"them": True, "it": False}.get(pronoun.lower_)
    found = [child for child in verb.head.children if child.dep_ == "dobj" and child.i < pronoun.i]
    return next((one for one in found if one.pos_ != "PRON" and is_several(one) == several), None)


def is_several(head: Token) -> bool:
    """ "The rebels", "the Front and its allies", "the police"."""
    return head.tag_ in PLURALS or "conj" in head.child_deps or head.lower_ in actor_words("without_article")


def is_surely_person(actor: Actor) -> bool:
    """A single capitalised word may be a village that the recogniser took for a person."""
    return actor.role is not None or actor.resolution == "unresolved" or " " in (actor.entity_name or "")


def is_counted_by(noun: Token, number: Token) -> bool:
    """ "Thousands of protesters": the noun is what is spoken of."""
    return noun.dep_ == "pobj" and noun.head.lower_ == "of" and number.lower_ in actor_words("crowds")


def is_subject(head: Token) -> bool:
    if head.dep_ in {"nsubj", "nsubjpass"} or head.head.dep_ == "agent":
        return True
    if head.dep_ == "appos" or is_counted_by(head, head.head.head):
        return is_subject(head.head if head.dep_ == "appos" else head.head.head)
    if head.dep_ == "dobj" and head.head.i > 0 and head.head.i == head.left_edge.i - 1:
        return head.head.nbor(-1).text in {'"', "”"}  # "..., deplores its president, X"
    return head.head.lower_ == "to" and head.head.head.lower_ == "according"
