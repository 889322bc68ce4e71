"""What "the minister", "the army" and "its forces" stand for: what the report named before, else the story's state."""

from collections.abc import Container, Iterator

from truceline.knowledge.names import Known, country_name, regional_bodies
from truceline.model.actor import Actor
from truceline.understand.grammar import grammar_words, subjects
from truceline.understand.markers.actor_parts.mentions import Mentions
from truceline.understand.markers.actor_parts.offices import of_seat
from truceline.understand.markers.actor_parts.phrases import is_named_right_behind
from truceline.understand.markers.actor_parts.pronouns import body_at, body_spoken_for, pronoun, speech_over
from truceline.understand.markers.actor_parts.rebels import is_only_told_of, rebels_meant
from truceline.understand.markers.actor_parts.roles import actor_words, roles
from truceline.understand.markers.actor_parts.setting import Phrase, Setting
from truceline.understand.tokens import Token

SEATED_ANYWHERE = frozenset({"igo", "ngo", "media"})  # their seat is no land of those they speak of
REBELS = frozenset({"REB", "PRE"})


def resolved(actor: Actor, text: str, **changes: object) -> Actor:
    return actor.model_copy(update={"entity_text": text, "resolution": "coreference", **changes})


def resolve_role(phrase: Phrase, mentions: Mentions) -> Actor:
    """ "The minister", "the army", "his Armenian counterpart": from what was named before, else from the story."""
    actor, head = phrase.actor, phrase.head
    text = actor.entity_text or head.text
    lemma = head.low_lemma
    owner_person = named_owner(head, mentions)
    if owner_person is not None and actor.country is None:
        return owned(actor, owner_person)
    known_without_article = lemma in actor_words("without_article")
    known = actor.country is not None or actor.resolution == "named" or is_told_apart(head)
    if known or not (phrase.definite or known_without_article):
        return actor
    seated = of_seat(actor, head, mentions.setting)
    if seated is not None:
        return seated
    if any(child.lower_ == "there" and child.i == head.i + 1 for child in head.rights):
        there = mentions.latest({"government", "state"})
        return resolved(there, text) if there is not None else actor
    owner = possessor(head, mentions)
    if owner is not None and lemma == "side":
        return side_of(actor, owner, mentions)
    speakers = body_spoken_for(head, mentions) if may_be_speakers(head) else None
    if speakers is not None and may_be_called(speakers, lemma):
        return resolved(speakers, text)
    others = not_meant(head, mentions)
    is_of_role = lemma not in actor_words("any_body") and head.tag_ != "NNS" and not is_another(head)
    is_of_role = is_of_role and not (actor.kind == "person" and has_owner(head))
    if (land := land_of_rebels(phrase, mentions)) is not None:
        return actor.model_copy(update={"country": land, "resolution": "inferred"})
    earlier = mentions.of_role(lemma, head, others) if is_of_role else None
    if earlier is not None and owner is not None and owner.country not in {None, earlier.country}:
        earlier = None  # "Fidan ... His ministry": not the Syrian one that was named before
    return resolved(earlier, text) if earlier is not None else of_land_or_body(phrase, owner, others, mentions)


def land_of_rebels(phrase: Phrase, mentions: Mentions) -> str | None:
    """ "The TTP ended a ceasefire with the government": that of the land they rise in, whichever was named last."""
    head = phrase.head
    opposed = head.dep_ == "pobj" and head.head.lower_ in {"with", "against"}
    if not opposed or phrase.actor.kind not in {"government", "armed_force"}:
        return None
    verb = next((up for up in head.ancestors if up.pos_ == "VERB"), None)
    doer = next(iter(subjects(verb)), None) if verb is not None else None
    actor = mentions.at(doer) if doer is not None else None
    return actor.country if actor is not None and actor.kind == "non_state" else None


def of_land_or_body(phrase: Phrase, owner: Actor | None, others: Container[str | None], mentions: Mentions) -> Actor:
    """Whose it is where nobody so called was named before: its owner's, the story's, that of the body before."""
    actor, head = phrase.actor, phrase.head
    if owner is not None and owner.kind not in SEATED_ANYWHERE:
        return under(actor, owner)
    if owner is not None and actor.kind == "armed_force":
        return resolved(owner, actor.entity_text or head.text)  # "the UN mission said its troops"
    has_staff = head.low_lemma in actor_words("offices_with_fields") | actor_words("without_article")
    beside = mentions.of_role(head.low_lemma) or mentions.of_staff(head.low_lemma) if has_staff else None
    if beside is not None and beside.country is not None and head.tag_ != "NNS":
        return actor.model_copy(update={"country": beside.country, "resolution": "coreference"})
    country = story_state(head, mentions.setting, others)
    if country is not None:
        return actor.model_copy(update={"country": country, "resolution": "inferred"})
    is_new = has_name_inside(head) or is_another(head)
    body = body_meant(phrase, mentions) if not is_new else None
    return resolved(body, actor.entity_text or head.text) if body is not None else actor


def has_owner(head: Token) -> bool:
    """ "Its spokesman", "their foreign minister": theirs, and not the one named last."""
    return any(child.dep_ == "poss" and child.tag_ in {"PRP$", "WP$"} for child in head.lefts)


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
    lemma = head.low_lemma
    if lemma not in actor_words("bodies_named_before") or head.tag_ != "NN" or is_named_right_behind(head):
        return None
    kinds = kinds_told(head) or (frozenset({"non_state"}) if does_violence(head) else kinds_called(lemma))
    can_be = (one for one in reversed(mentions.named) if one.actor.kind in kinds and not is_only_told_of(one))
    if lemma in actor_words("blocs"):
        can_be = (one for one in can_be if one.actor.entity_name in regional_bodies())
    latest = next((one for one in can_be if one.actor.resolution != "unresolved" or has_name_inside(one.head)), None)
    here = next(organisations_here(head, kinds, latest.last if latest is not None else -1, mentions), None)
    return here or (latest.actor if latest is not None else None)


def does_violence(body: Token) -> bool:
    """ "The same group ambushed a convoy": no agency of aid."""
    deeds = actor_words("done_to_civilians") | actor_words("armed_deeds")
    return body.dep_ == "nsubj" and body.head.lemma_ in deeds and body.low_lemma not in actor_words("bodies_of_peace")


def has_name_inside(head: Token) -> bool:
    """ "The breakaway Kitgwang faction", "the Sanaa observatory"."""
    return any(child.dep_ == "compound" and child.pos_ == "PROPN" for child in head.lefts)


def kinds_told(head: Token) -> frozenset[str] | None:
    """ "The aid group" is no armed one, "the armed group" no charity."""
    told = {form for child in head.lefts for form in (child.low_lemma, child.lower_)}
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
    armed = actor_words("rebel_bodies") | actor_words("armed_bodies")
    return frozenset({"non_state"}) if lemma in armed else frozenset({"non_state", "igo", "ngo"})


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


def not_meant(head: Token, mentions: Mentions) -> frozenset[str | None]:
    """Who speaks of "the president" is another, by his name; "the army destroyed three Thai tanks": not Thailand's."""
    speech = speech_over(head)
    speakers = subjects(speech) if speech is not None else []
    persons = (mentions.at(speaker) for speaker in speakers if speaker.i < head.i)
    names = {one.entity_name for one in persons if one is not None and one.kind == "person"}
    lands = {known.country for word in words_of_foes(head) if (known := nation(word, mentions.setting)) is not None}
    return frozenset(names | lands)


def words_of_foes(head: Token) -> Iterator[Token]:
    """What tells whose men and arms the army does something to."""
    if head.dep_ != "nsubj" or head.low_lemma not in actor_words("of_the_state"):
        return
    for thing in head.head.rights:
        if thing.dep_ == "dobj" and thing.low_lemma in actor_words("military_groups") | actor_words("instruments"):
            yield from (word for word in thing.lefts if word.dep_ in {"amod", "compound", "poss"})


def nation(word: Token, setting: Setting) -> Known | None:
    return setting.known(word, "adjective", "demonym", "country")


def story_state(head: Token, setting: Setting, others: Container[str | None] = ()) -> str | None:
    """The country whose army, police or minister is meant where the report does not say."""
    if head.tag_ == "NNS" and head.low_lemma in actor_words("parties_of_states") | actor_words("offices_with_fields"):
        return None  # "both governments", "the two armies"
    if head.low_lemma in actor_words("of_the_state"):
        return next((country for country, _ in setting.story.most_common() if country not in others), None)
    return main_country(setting) if is_of_the_state(head) else None


def is_of_the_state(head: Token) -> bool:
    """ "The government side", "the army chief", "the provincial health minister"."""
    compounds = {child.low_lemma for child in head.children if child.dep_ in {"compound", "amod"}}
    return head.low_lemma == "minister" or bool(compounds & actor_words("of_the_state"))


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
    """ "The statement said": whoever is told to have issued it, else the last body that spoke; "the Post" is none."""
    is_one = token.low_lemma in actor_words("artefacts") and token.text == token.lower_
    desk = desk_of_state(token, mentions) if is_one else None
    if desk is not None:
        return desk
    if not is_one or not any(child.lower_ in {"the", "its"} for child in token.children):
        return None
    told = issuer_told(token)
    issuer = own_issuer(token, mentions) or (mentions.at(told) if told is not None else None)
    if issuer is None or issuer.kind == "unspecified":
        issuer = mentions.latest({"government", "igo", "ngo", "non_state", "armed_force"})
    issuer = issuer or mentions.latest({"person", "state"})
    return resolved(issuer, token.doc[token.left_edge.i : token.i + 1].text) if issuer is not None else None


def desk_of_state(artefact: Token, mentions: Mentions) -> Actor | None:
    """ "An army statement": of the army that was named, else of the one of the report's land."""
    word = next((child for child in artefact.lefts if child.low_lemma in actor_words("of_the_state")), None)
    role = roles().get(word.low_lemma) if word is not None and word.dep_ == "compound" else None
    if word is None or role is None:
        return None
    first = next(child.i for child in artefact.left_edge.doc[artefact.left_edge.i : artefact.i] if child.dep_ != "det")
    text, name = artefact.doc.words(first, artefact.i), artefact.doc.words(first, word.i)
    earlier = mentions.of_role(word.low_lemma)
    if earlier is not None:
        return resolved(earlier, text)
    land = story_state(word, mentions.setting)
    return Actor(
        entity_text=text, entity_name=name, kind=role.kind, country=land, sector=role.sector,
        resolution="inferred" if land else "unresolved",
    )  # fmt: skip


def own_issuer(artefact: Token, mentions: Mentions) -> Actor | None:
    """ "The AA statement claimed": the body in its name."""
    owned = (child for child in artefact.lefts if child.dep_ in {"poss", "compound", "nmod", "amod"})
    return next((body for child in owned if (body := body_at(child, mentions)) is not None), None)


def issuer_told(artefact: Token) -> Token | None:
    """ "X said in a statement", "a statement from X", "X issued a statement": who, where it was last told of."""
    before = artefact.doc.tokens[: artefact.left_edge.i]
    last = next((word for word in reversed(before) if word.low_lemma == artefact.low_lemma), None)
    if last is None or last.pos_ != "NOUN":
        return None
    behind = [who for step in last.rights if step.lower_ in {"from", "by", "of"} for who in step.rights]
    owned = [child for child in last.lefts if child.dep_ in {"poss", "compound"} and child.pos_ == "PROPN"]
    verb = last.head.head if last.dep_ == "pobj" and last.head.lower_ == "in" else last.head
    said = [child for child in verb.children if child.dep_ == "nsubj"] if verb.pos_ == "VERB" else []
    return next(iter([*behind, *owned, *said]), None)


def possessor(head: Token, mentions: Mentions) -> Actor | None:
    """ "its forces", "his ministry": whoever the pronoun stands for."""
    for child in head.children:
        if child.tag_ == "WP$" and (clause := next((up for up in head.ancestors if up.dep_ == "relcl"), None)):
            return mentions.at(clause.head)  # "Egypt, whose foreign minister received her"
        if child.dep_ == "poss" and child.lower_ in grammar_words("things") | grammar_words("men_and_women"):
            return pronoun(child, mentions)
    return None


def sector_under(actor: Actor, owner: Actor) -> object:
    """Whoever speaks or fights for rebels is of theirs: "its spokesman"."""
    theirs = actor.kind == "armed_force" or (actor.kind == "person" and actor.sector in {"GOV", "MIL", None})
    return "REB" if owner.sector in REBELS and theirs else actor.sector


def may_be_speakers(head: Token) -> bool:
    """ "The group would fight on, its spokesman said"; not "the Azande militia", said of somebody else."""
    lemma = head.low_lemma
    if has_name_inside(head):
        return False
    return head.tag_ == "NN" and lemma in actor_words("bodies_named_before") | actor_words("bodies_spoken_for")


def may_be_called(body: Actor, lemma: str) -> bool:
    """To the Houthis "the alliance" is their foe, to the Congo River Alliance itself; "the mission" is no rebels'."""
    if body.kind != "non_state" and lemma not in actor_words("rebel_bodies"):
        return body.kind in kinds_called(lemma)
    return lemma in actor_words("bodies_spoken_for") or lemma in (body.entity_name or "").lower().split()
