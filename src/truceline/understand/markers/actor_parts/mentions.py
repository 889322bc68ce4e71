"""Whom the report has named so far."""

from collections.abc import Container, Iterable
from dataclasses import dataclass, field

from truceline.model.actor import Actor
from truceline.understand.grammar import words_before
from truceline.understand.markers.actor_parts.offices import is_of_another_field
from truceline.understand.markers.actor_parts.roles import actor_words, roles
from truceline.understand.markers.actor_parts.setting import Phrase, Setting
from truceline.understand.tokens import Token

FEW = 8  # a country named less often than one in so many is not what the report is about


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
        if phrase.actor.kind == "person" and phrase.head.tag_ != "NNS" and is_called_by_name(phrase.actor):
            written = (phrase.actor.entity_text or "").split()
            parts = (*(phrase.actor.entity_name or "").split(), *written[-1:])
            self.by_surname.update((bare_surname(part), phrase.actor) for part in parts if not is_owner(part))

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

    def of_role(self, lemma: str, head: Token | None = None, others: Container[str | None] = ()) -> Actor | None:
        """The last actor whose words end with this noun and whose side is known; none of others, by name or land."""
        for phrase in reversed(self.named):
            actor = phrase.actor
            if (actor.entity_name if actor.kind == "person" else actor.country) in others:
                continue
            if head is not None and (self.is_passing(phrase, head) or is_of_another_field(phrase, head)):
                continue
            if actor.country is None and actor.resolution == "unresolved":
                continue
            if actor.kind == "non_state" and lemma in actor_words("of_the_state"):
                continue  # "the army" is not the rebels' Liberation Army
            if actor.kind == "person" and not is_office(lemma):
                continue  # "the army" is not its chief
            if head is not None and is_deputy(phrase) and not stands_in(head):
                continue
            if phrase.head.low_lemma == lemma or lemma in (actor.role or "").split():
                return actor
        return None

    def of_staff(self, lemma: str) -> Actor | None:
        """ "The foreign ministry spokesman X ... the ministry": who was last said to be of such a body."""
        staff = (one.actor for one in reversed(self.named) if one.actor.kind == "person")
        return next((one for one in staff if one.country is not None and lemma in (one.role or "").split()), None)

    def is_passing(self, phrase: Phrase, head: Token) -> bool:
        """ "Uruguay's army confirmed it", in a report on Congo: a paragraph later "the army" is Congo's again."""
        story, country = self.setting.story, phrase.actor.country
        if country is None or FEW * story[country] > sum(story.values()):
            return False
        return "\n" in head.doc.text[phrase.head.idx : head.idx]


def is_called_by_name(person: Actor) -> bool:
    """Not "a 3R spokesman": what he is called is no name, and the 3R are not he; "X's aides" are not X."""
    return not (person.entity_name or "").split(" ")[-1].islower()


def is_deputy(phrase: Phrase) -> bool:
    """By the words before the office or by what is known of the person: "the First Vice-President"."""
    role = (phrase.actor.role or "").casefold().replace("-", " ").split()
    return stands_in(phrase.head) or not actor_words("deputies").isdisjoint(role)


def stands_in(head: Token) -> bool:
    """ "The First Vice-President" is not "the President", "the deputy minister" not "the minister"."""
    return any(word.lower_ in actor_words("deputies") for word in words_before(head.doc, head.i, 2))


def is_office(lemma: str) -> bool:
    role = roles().get(lemma)
    return role is None or role.is_person


def is_owner(part: str) -> bool:
    """ "Dudayev's spokesman": he is not Dudayev."""
    return part.endswith(("'s", "’s"))


def bare_surname(name: str) -> str:
    """ "Al-Burhan" and "Burhan" are one surname."""
    return name.removeprefix("al-").removeprefix("Al-").removeprefix("el-").removesuffix("'s")
