"""What "he", "the ministry" and "Bayramov" stand for: what the report named before."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from truceline.knowledge.files import all_words
from truceline.knowledge.names import country_name
from truceline.model.actor import Actor
from truceline.understand.grammar import SUBJECTS, grammar_words, has_no, subjects
from truceline.understand.markers.actor_parts.roles import actor_words, roles
from truceline.understand.markers.actor_parts.setting import Phrase, Setting
from truceline.understand.tokens import Token

SEATED_ANYWHERE = frozenset({"igo", "ngo", "media"})  # their seat is no land of those they speak of
REBELS = frozenset({"REB", "PRE"})
FIGHTING = frozenset({"non_state", "armed_force", "civilians"})
PLURALS = frozenset({"NNS", "NNPS"})


@dataclass
class Mentions:
    """Whom the report has named so far, the latest last."""

    setting: Setting
    named: list[Phrase] = field(default_factory=list)
    by_surname: dict[str, Actor] = field(default_factory=dict)

    def add(self, phrase: Phrase) -> None:
        """A name within the phrase before ("dissidents of the FARC") comes before it: the whole is spoken of."""
        within = bool(self.named) and phrase.last <= self.named[-1].last
        self.named.insert(len(self.named) - within, phrase)
        if phrase.actor.kind == "person":
            written = (phrase.actor.entity_text or "").split()
            parts = (*(phrase.actor.entity_name or "").split(), *written[-1:])
            self.by_surname.update((bare_surname(part), phrase.actor) for part in parts)

    def latest(self, fits: Iterable[str], before: Token | None = None) -> Actor | None:
        kinds = set(fits)
        for phrase in reversed(self.named):
            if phrase.actor.kind in kinds and phrase.actor.resolution != "unresolved":
                if before is not None and phrase.last >= before.i:
                    continue
                return phrase.actor
        return None

    def person(self, surname: str) -> Actor | None:
        return self.by_surname.get(bare_surname(surname))

    def at(self, noun: Token) -> Actor | None:
        return next((one.actor for one in reversed(self.named) if one.first <= noun.i <= one.last), None)

    def of_role(self, lemma: str) -> Actor | None:
        """The last actor whose words end with this noun and whose side is known."""
        for phrase in reversed(self.named):
            actor = phrase.actor
            if actor.country is None and actor.resolution == "unresolved":
                continue
            if actor.kind == "non_state" and lemma in actor_words("of_the_state"):
                continue  # "the army" is not the rebels' Liberation Army
            if actor.kind == "person" and not is_office(lemma):
                continue  # "the army" is not its chief
            if phrase.head.lemma_.lower() == lemma or lemma in (actor.role or "").split():
                return actor
        return None


def is_office(lemma: str) -> bool:
    role = roles().get(lemma)
    return role is None or role.is_person


def bare_surname(name: str) -> str:
    """ "Al-Burhan" and "Burhan" are one surname."""
    return name.removeprefix("al-").removeprefix("Al-").removeprefix("el-").removesuffix("'s")


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
    if actor.country is not None or actor.resolution == "named" or not (phrase.definite or known_without_article):
        return actor
    owner = possessor(head, mentions)
    if owner is not None and lemma == "side":
        return side_of(actor, owner, mentions)
    earlier = mentions.of_role(lemma)
    if earlier is not None and head.tag_ != "NNS":
        return resolved(earlier, text)
    if owner is not None and owner.kind not in SEATED_ANYWHERE:
        return under(actor, owner)
    country = story_state(head, mentions.setting)
    if country is not None:
        return actor.model_copy(update={"country": country, "resolution": "inferred"})
    if actor.kind == "non_state":
        rebels = mentions.latest({"non_state"})
        if rebels is not None:
            return resolved(rebels, text)
    group = body_named_before(lemma, mentions)
    return resolved(group, text) if group is not None else actor


def body_named_before(lemma: str, mentions: Mentions) -> Actor | None:
    """ "The agency", "the movement": the latest of such bodies."""
    if lemma not in actor_words("bodies_named_before"):
        return None
    fighting = lemma in actor_words("rebel_bodies")
    kinds = {"igo", "ngo", "media"} if lemma == "agency" else {"non_state"} | (set() if fighting else {"igo", "ngo"})
    return mentions.latest(kinds)


def under(actor: Actor, owner: Actor) -> Actor:
    """ "Its forces", "whose foreign minister": of whoever has them."""
    name = actor.entity_name
    if name is not None and name.startswith("whose ") and owner.entity_name is not None:
        name = f"{owner.entity_name}'s {name.removeprefix('whose ')}"
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
        return latest_subject(token, mentions, bodies, False)
    return latest_subject(token, mentions, bodies | {"unspecified", "civilians", "person"}, True)


def latest_subject(token: Token, mentions: Mentions, kinds: set[str], plural: bool | None) -> Actor | None:
    """In this sentence before the pronoun, else in the one or two before it: a subject, else anybody.

    "They" prefers plurals but takes a body too; "it" never stands for troops or rebels in the plural.
    """
    if token.lower_ == "it" and token.dep_ == "dobj" and token.head.lemma_ not in actor_words("addressing_verbs"):
        return None  # "welcomed it", "won it back": what was done or held
    joined = object_beside(token)
    if joined is not None:
        return next((one.actor for one in reversed(mentions.named) if one.first <= joined.i <= one.last), None)
    near = [phrase for phrase in mentions.named if phrase.last < token.i and phrase.actor.kind in kinds]
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
    return named_one(pool[-1], near).actor if pool else None


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
        return pool[-1].actor if pool else None
    near = [phrase for phrase in near if phrase.actor.kind != "person" or phrase.head.tag_ == "NNS"]
    if token.dep_ not in SUBJECTS:
        near = [phrase for phrase in near if is_several(phrase.head) or phrase.actor.kind in FIGHTING]
    leading = [phrase for phrase in near if is_subject(phrase.head)]
    several = only_several_here(token, near, leading) or [one for one in leading if is_several(one.head)]
    pool = several or leading or near
    return pool[-1].actor if pool and not is_of_people_between(pool[-1], token) else None


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
    elif pronoun.dep_ != "dobj":
        return []
    if verb.dep_ == "conj" and verb.head.dep_ == "ccomp" and SUBJECTS.isdisjoint(verb.child_deps):
        return []  # "said that the army had bombed X and accused it of Y": it may be the speaker who accuses
    while not subjects(verb) and verb.dep_ in {"advcl", "pcomp", "xcomp", "conj"}:
        verb = verb.head.head if verb.dep_ == "pcomp" else verb.head
    return [verb.head.i] if verb.dep_ == "acl" else [subject.i for subject in subjects(verb)]


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
