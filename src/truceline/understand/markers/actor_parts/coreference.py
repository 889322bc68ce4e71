"""What "he", "the ministry" and "Bayramov" stand for: what the report named before."""

from collections.abc import Iterator

from truceline.knowledge.files import all_words
from truceline.knowledge.names import country_name
from truceline.model.actor import Actor
from truceline.understand.grammar import SUBJECTS, grammar_words, has_no, subjects
from truceline.understand.markers.actor_parts.mentions import Mentions
from truceline.understand.markers.actor_parts.phrases import is_named_right_behind
from truceline.understand.markers.actor_parts.rebels import is_only_told_of, rebels_meant
from truceline.understand.markers.actor_parts.roles import actor_words
from truceline.understand.markers.actor_parts.setting import Phrase, Setting
from truceline.understand.tokens import Token

SEATED_ANYWHERE = frozenset({"igo", "ngo", "media"})  # their seat is no land of those they speak of
REBELS = frozenset({"REB", "PRE"})
BODIES_THAT_SPEAK = frozenset({"non_state", "ngo", "igo"})
FIGHTING = frozenset({"non_state", "armed_force", "civilians"})
ARMED = frozenset({"non_state", "armed_force", "state", "government"})
PLURALS = frozenset({"NNS", "NNPS"})
OPENING = frozenset({"“", "``", "«"})
CLOSING = frozenset({"”", "''", "»"})


def resolved(actor: Actor, text: str, **changes: object) -> Actor:
    return actor.model_copy(update={"entity_text": text, "resolution": "coreference", **changes})


def resolve_role(phrase: Phrase, mentions: Mentions) -> Actor:
    """ "The minister", "the army", "his Armenian counterpart": from what was named before, else from the story."""
    actor, head = phrase.actor, phrase.head
    text = actor.entity_text or head.text
    lemma = head.lemma_.lower()
    owner_person = named_owner(head, mentions)
    if owner_person is not None and actor.country is None:
        return owned(actor, owner_person)
    known_without_article = lemma in actor_words("without_article")
    known = actor.country is not None or actor.resolution == "named" or is_told_apart(head)
    if known or not (phrase.definite or known_without_article):
        return actor
    owner = possessor(head, mentions)
    if owner is not None and lemma == "side":
        return side_of(actor, owner, mentions)
    speakers = body_spoken_for(head, mentions) if may_be_speakers(head) else None
    if speakers is not None and may_be_called(speakers, lemma):
        return resolved(speakers, text)
    earlier = mentions.of_role(lemma) if lemma not in actor_words("any_body") and not is_another(head) else None
    if earlier is not None and head.tag_ != "NNS":
        return resolved(earlier, text)
    if owner is not None and owner.kind not in SEATED_ANYWHERE:
        return under(actor, owner)
    country = story_state(head, mentions.setting)
    if country is not None:
        return actor.model_copy(update={"country": country, "resolution": "inferred"})
    is_new = has_name_inside(head) or is_another(head)
    body = body_meant(phrase, mentions) if not is_new else None
    return resolved(body, text) if body is not None else actor


def body_meant(phrase: Phrase, mentions: Mentions) -> Actor | None:
    rebels = rebels_meant(phrase.head, mentions) if phrase.actor.kind == "non_state" else None
    return rebels or body_named_before(phrase.head, mentions)


def is_another(head: Token) -> bool:
    """ "The next president", "the new government": not the one named before."""
    return any(child.lower_ in actor_words("of_another") for child in head.lefts)


def is_name_before(word: Token) -> bool:
    return word.dep_ in {"compound", "nmod"} and word.pos_ == "PROPN" and word.text[0].isupper()


def is_told_apart(head: Token) -> bool:
    """ "The mission led by Kenya", "the Kachin army": its own words tell which, not what was named before."""
    if head.low_lemma in {"army", "force"} and any(is_name_before(child) for child in head.lefts):
        return True
    led = any(child.dep_ == "acl" and child.lemma_ == "lead" for child in head.rights)
    return led and head.low_lemma in actor_words("bodies_named_before")


def body_named_before(head: Token, mentions: Mentions) -> Actor | None:
    """ "The agency", "the movement": the latest of such bodies; none where its own name is told here."""
    lemma = head.lemma_.lower()
    if lemma not in actor_words("bodies_named_before") or head.tag_ != "NN" or is_named_right_behind(head):
        return None
    kinds = kinds_told(head) or kinds_called(lemma)
    can_be = (one for one in reversed(mentions.named) if one.actor.kind in kinds and not is_only_told_of(one))
    latest = next((one for one in can_be if one.actor.resolution != "unresolved" or has_name_inside(one.head)), None)
    here = next(organisations_here(head, kinds, latest.last if latest is not None else -1, mentions), None)
    return here or (latest.actor if latest is not None else None)


def has_name_inside(head: Token) -> bool:
    """ "The breakaway Kitgwang faction", "the Sanaa observatory"."""
    return any(child.dep_ == "compound" and child.pos_ == "PROPN" for child in head.lefts)


def kinds_told(head: Token) -> frozenset[str] | None:
    """ "The aid group" is no armed one, "the armed group" no charity."""
    told = {form for child in head.lefts for form in (child.lemma_.lower(), child.lower_)}
    if told & actor_words("of_help"):
        return frozenset({"igo", "ngo"})
    return frozenset({"non_state"}) if told & (actor_words("of_arms") | actor_words("rebel_groups")) else None


def organisations_here(head: Token, kinds: frozenset[str], behind: int, mentions: Mentions) -> Iterator[Actor]:
    """ "Norwegian Refugee Council staff fled, the agency said": named in this sentence as whose the staff are."""
    for word in reversed(head.doc.tokens[max(head.sent.start, behind + 1) : head.i]):
        known = mentions.setting.known(word, "organisation")
        if known is not None and known.actor_kind in kinds:
            yield Actor(
                entity_text=head.text, entity_name=known.name, kind=known.actor_kind, country=known.country,
                sector=known.sector,
            )  # fmt: skip


def kinds_called(lemma: str) -> frozenset[str]:
    if lemma == "agency":
        return frozenset({"igo", "ngo", "media"})
    if lemma in actor_words("bodies_of_peace"):
        return frozenset({"igo", "ngo"})
    return frozenset({"non_state"}) if lemma in actor_words("rebel_bodies") else frozenset({"non_state", "igo", "ngo"})


def under(actor: Actor, owner: Actor) -> Actor:
    """ "Its forces", "whose foreign minister": of whoever has them."""
    name = actor.entity_name
    if name is not None and name.startswith("whose ") and owner.entity_name is not None:
        name = f"{owner.entity_name}'s {name.removeprefix('whose ')}"
    if owner.kind == "non_state" and owner.entity_name is not None and actor.kind in {"non_state", "armed_force"}:
        return resolved(owner, actor.entity_text or "")  # the fighters stand for their side, as "RSF fighters" do
    changed = {"country": owner.country, "sector": sector_under(actor, owner), "resolution": "coreference"}
    return actor.model_copy(update={**changed, "entity_name": name})


def side_of(actor: Actor, owner: Actor, mentions: Mentions) -> Actor:
    """ "His own side": the body, or that for which the person speaks."""
    if owner.kind != "person":
        return resolved(owner, actor.entity_text or "")
    band = mentions.latest({"non_state"}) if owner.sector in REBELS else None
    if band is not None:
        return resolved(band, actor.entity_text or "")
    kind = "non_state" if owner.sector in REBELS else "armed_force" if owner.sector == "MIL" else "government"
    changes = {"country": owner.country, "sector": owner.sector, "kind": kind, "entity_name": None}
    return actor.model_copy(update={**changes, "resolution": "coreference"})


def story_state(head: Token, setting: Setting) -> str | None:
    """The country whose army, police or minister is meant where the report does not say."""
    if head.lemma_.lower() in actor_words("of_the_state"):
        return next((country for country, _ in setting.story.most_common(1)), None)
    return main_country(setting) if is_of_the_state(head) else None


def is_of_the_state(head: Token) -> bool:
    """ "The government side", "the army chief", "the provincial health minister"."""
    compounds = {child.lemma_.lower() for child in head.children if child.dep_ in {"compound", "amod"}}
    return head.lemma_.lower() == "minister" or bool(compounds & actor_words("of_the_state"))


def main_country(setting: Setting) -> str | None:
    """The one that makes up half and more of what the report names; null where two share it."""
    total = sum(setting.story.values())
    country, number = next(iter(setting.story.most_common(1)), (None, 0))
    return country if 2 * number > total else None


def named_owner(head: Token, mentions: Mentions) -> Actor | None:
    """ "Lavrov's ministry": the person named before, or in the phrase itself."""
    for child in head.children:
        if child.dep_ == "poss" and child.pos_ == "PROPN":
            known = mentions.setting.known(child, "person")
            return mentions.person(child.text) or (
                Actor(kind="person", country=known.country, role=known.role) if known is not None else None
            )
    return None


def owned(actor: Actor, owner: Actor) -> Actor:
    """A ministry is its minister's: the office says which."""
    name = actor.entity_name
    portfolio = (owner.role or "").removesuffix("minister").strip()
    if owner.country and (actor.entity_text or "").endswith("ministry") and portfolio:
        name = f"{portfolio} ministry of {country_name(owner.country)}".capitalize()
        name = name.replace(country_name(owner.country).capitalize(), country_name(owner.country))
    return actor.model_copy(update={"country": owner.country, "entity_name": name, "resolution": "coreference"})


def counterpart(actor: Actor, mentions: Mentions) -> Actor:
    """ "His Armenian counterpart" has the office of the person before."""
    if "counterpart" not in (actor.role or ""):
        return actor
    earlier = mentions.latest({"person"})
    return actor.model_copy(update={"role": earlier.role if earlier else None})


def artefact(token: Token, mentions: Mentions) -> Actor | None:
    """ "The statement said": whoever issued it, the last body that spoke."""
    if token.lemma_.lower() not in actor_words("artefacts") or not any(
        child.lower_ in {"the", "its"} for child in token.children
    ):
        return None
    issuer = mentions.latest({"government", "igo", "ngo", "non_state", "armed_force"}) or mentions.latest(
        {"person", "state"}
    )
    return resolved(issuer, token.doc[token.left_edge.i : token.i + 1].text) if issuer is not None else None


def possessor(head: Token, mentions: Mentions) -> Actor | None:
    """ "its forces", "his ministry": whoever the pronoun stands for."""
    for child in head.children:
        if child.tag_ == "WP$" and (clause := next((up for up in head.ancestors if up.dep_ == "relcl"), None)):
            return mentions.at(clause.head)  # "Egypt, whose foreign minister received her"
        if child.dep_ == "poss" and child.lower_ in grammar_words("things") | grammar_words("men_and_women"):
            return pronoun(child, mentions)
    return None


def sector_under(actor: Actor, owner: Actor) -> object:
    return "REB" if owner.sector in REBELS and actor.kind == "armed_force" else actor.sector


def pronoun(token: Token, mentions: Mentions) -> Actor | None:
    """The latest actor of the right kind and number, subjects of earlier clauses first."""
    if token.lower_ in grammar_words("men_and_women"):
        return latest_subject(token, mentions, {"person"}, None)
    bodies = {"state", "government", "armed_force", "non_state", "igo", "ngo", "media"}
    if token.lower_ in {"it", "its"}:
        spoken_for = body_spoken_for(token, mentions) if token.dep_ in SUBJECTS | {"poss"} else None
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


def whose_deed(its: Token, mentions: Mentions) -> Actor | None:
    """ "He broke off talks with the Front after its attacks on X": of the one armed body that is named before here."""
    if its.head.low_lemma not in actor_words("armed_deeds") or its.head.dep_ == "dobj":
        return None
    first = its.sent.start
    before = [one for one in mentions.named if first <= one.first and one.last < its.i and one.actor.kind in ARMED]
    named = {one.actor.entity_name for one in before}
    return before[-1].actor if len(named) == 1 and before[-1].actor.kind == "non_state" else None


def may_be_speakers(head: Token) -> bool:
    lemma = head.lemma_.lower()
    return head.tag_ == "NN" and lemma in actor_words("bodies_named_before") | actor_words("bodies_spoken_for")


def may_be_called(body: Actor, lemma: str) -> bool:
    """To the Houthis "the alliance" is their foe, to the Congo River Alliance itself; "the mission" is no rebels'."""
    if body.kind != "non_state" and lemma not in actor_words("rebel_bodies"):
        return body.kind in kinds_called(lemma)
    return lemma in actor_words("bodies_spoken_for") or lemma in (body.entity_name or "").lower().split()


def speech_over(word: Token) -> Token | None:
    """The verb that the word's clause is the content of; what one clause down is told of others is not asked."""
    below = word
    for verb in word.ancestors:
        if below.dep_ == "ccomp":
            return verb if verb.lemma_.lower() in actor_words("speaking_verbs") else None
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
    return any(noun.lemma_.lower() not in actor_words("bodies_named_before") for noun in nouns)


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
    near = [phrase for phrase in near if phrase.head.tag_ != "NNS"]
    near = [phrase for phrase in near if is_surely_person(phrase.actor)] or near
    pool = [phrase for phrase in near if is_subject(phrase.head)] or near
    if not pool or is_of_one_between(pool[-1], token):
        return None
    return named_one(pool[-1], near).actor


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
    if not pool or is_of_people_between(pool[-1], token):
        return None
    told_by_others = pool[-1].actor.kind == "person" and is_quoted(token)
    return pool[-1].actor if not told_by_others else None


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
        if word.lemma_.lower() in all_words("persons")
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
    """ "The rebels", "the Front and its allies"."""
    return head.tag_ in PLURALS or "conj" in head.child_deps


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
