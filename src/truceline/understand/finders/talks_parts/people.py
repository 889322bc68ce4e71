"""Who takes part, who goes between, who hosts."""

from collections.abc import Iterable, Iterator

from truceline.knowledge.names import names
from truceline.model.actor import Actor
from truceline.model.claims.talks import Leg
from truceline.model.mark import ActorMark
from truceline.understand.finders.clause_parts.named_words import joined_by_dash, named_in
from truceline.understand.finders.clause_parts.phrases import lemma_of, says, word_set
from truceline.understand.finders.clause_parts.who import (
    OF_OTHERS,
    VERBAL,
    all_of,
    antecedent,
    doers,
    done_to,
    is_past_participle_on_noun,
    speaking_side,
)
from truceline.understand.grammar import (
    by_agents,
    clause_head,
    direct_objects,
    is_passive,
    noun_phrase,
    prepositional_objects,
    subjects,
    with_conjuncts,
)
from truceline.understand.marked_sentence import MarkedReport
from truceline.understand.tokens import Token

KIND = "talks"
PRIVATE = frozenset({"CVL", "JRN", "EDU", "MED", "AGR", "BUS", "LAB", "REF", "SOC"})
NOBODY = frozenset({"nobody", "none"})
NONE_OF = frozenset({"no", "neither"})
OWNERS = frozenset({"poss", "compound", "nmod", "appos"})
NEAR = 25  # tokens: how far "under the auspices of" may stand from the meeting


def is_party(token: Token, marked: MarkedReport) -> bool:
    mark = marked.actor_mark_of(token)
    is_titled = lemma_of(token) in word_set(KIND, "parties") and token.pos_ in {"NOUN", "PROPN"}
    if mark is not None:
        is_private = mark.sector in PRIVATE and mark.resolution == "unresolved" and not is_titled
        return mark.kind not in {"civilians", "media"} and not is_private
    if is_titled or is_somebodys_men(token):
        return True
    return token.pos_ == "PROPN" and marked.place_mark_of(token) is None and marked.date_mark_of(token) is None


def is_somebodys_men(token: Token) -> bool:
    """ "Abu Mazen's men", "the general's people"."""
    owner = next((child for child in token.children if child.dep_ == "poss"), None)
    return owner is not None and owner.pos_ != "PRON" and token.lower_ in {"men", "people"}


def is_counterpart(token: Token, marked: MarkedReport) -> bool:
    """Somebody to negotiate with: no reporter, no audience, no name that nothing is known of."""
    token = described(token, marked)
    mark = marked.actor_mark_of(token)
    if lemma_of(token) in word_set(KIND, "audiences") or not is_party(token, marked):
        return False
    if mark is None:
        return lemma_of(token) in word_set(KIND, "parties")
    return mark.kind != "person" or mark.role is not None or mark.resolution in {"named", "coreference"}


def is_pair(token: Token) -> bool:
    """ "The two men", "both": the two whom the report speaks of."""
    if token.lower_ in word_set(KIND, "the_two"):
        return True
    counted = any(child.lower_ in {"two", "both", "three"} for child in token.children)
    return counted and lemma_of(token) in word_set(KIND, "pairs")


def is_nobody(token: Token) -> bool:
    """ "Nobody", "neither side", "no envoy"."""
    return token.lower_ in NOBODY or any(child.lower_ in NONE_OF for child in token.children)


def actors_at(token: Token, marked: MarkedReport) -> Iterator[Actor]:
    """The actors a noun stands for, a plural's members one by one; "two delegations" by their words."""
    token = spoken_for(described(token, marked), marked)
    if names := names_beside(token, marked):
        yield from (actor for name in names for actor in actors_at(name, marked))
        return
    if token.lower_ == "we" and (speaking := speaking_side(token, marked)) is not None:
        yield speaking
        return
    mark = marked.actor_mark_of(token)
    if is_known_by_senders(token, mark) and (sent_by := tuple(senders(token, marked))):
        yield from sent_by
        return
    if (body := body_of_delegation(token)) is not None:
        yield body
        return
    if mark is not None and mark.kind not in {"civilians", "media"}:
        yield from mark.members or (mark.actor,)
    elif mark is None and (is_party(token, marked) or is_unknown_name(token, marked) or is_pair(token)):
        alone = named_in(token.text) if is_unknown_name(token, marked) and "compound" not in token.child_deps else None
        yield alone or owner_or_words(token, marked)
    if mark is None or (mark.country is None and mark.resolution == "unresolved" and not mark.members):
        yield from senders(token, marked)


def is_known_by_senders(token: Token, mark: ActorMark | None) -> bool:
    """ "A delegation from the rebels", "negotiators of the two armies": no "UN team of officers"."""
    if len(prepositional_objects(token, "of", "from", "for")) > 1 and lemma_of(token) in word_set(KIND, "delegations"):
        return True  # "representatives of Kyiv and Moscow"
    nameless = mark is None or (mark.country is None and mark.resolution == "unresolved" and not mark.members)
    return nameless and lemma_of(token) in word_set(KIND, "delegations") and token.child_deps.isdisjoint(OWNERS)


def body_of_delegation(token: Token) -> Actor | None:
    """ "Government and ELN delegations": the ELN's."""
    if lemma_of(token) not in word_set(KIND, "delegations"):
        return None
    known = (names().one(child.text, "group") for child in token.lefts if child.dep_ == "compound")
    return next((group.actor(token.text) for group in known if group is not None), None)


def names_beside(token: Token, marked: MarkedReport) -> list[Token]:
    """ "The two leaders, X and Y": X and Y."""
    named = (
        [child for child in token.children if child.dep_ == "appos" and child.pos_ == "PROPN"] if is_pair(token) else []
    )
    names = [one for child in named for one in with_conjuncts(child)]
    return names if len(names) > 1 and all(marked.actor_mark_of(one) is not None for one in names) else []


def is_unknown_name(token: Token, marked: MarkedReport) -> bool:
    """A name; not "Talks" behind a dash, not "July"."""
    return (
        token.pos_ == "PROPN"
        and marked.date_mark_of(token) is None
        and talks_lemma(token) not in word_set(KIND, "nouns")
    )


def spoken_for(token: Token, marked: MarkedReport) -> Token:
    """ "The group said it would not attend": who says so, where the pronoun is known by nothing else."""
    mark = marked.actor_mark_of(token)
    if token.tag_ != "PRP" or (mark is not None and mark.resolution != "unresolved"):
        return token
    clause = next((up for up in (token, *token.ancestors) if up.dep_ == "ccomp"), None)
    speakers = [one for one in subjects(clause.head) if one != token] if clause is not None else []
    several = token.lower_ in {"they", "we"}
    fits = len(speakers) == 1 and several == (speakers[0].tag_ in {"NNS", "NNPS"}) and is_party(speakers[0], marked)
    return speakers[0] if fits else token


def senders(token: Token, marked: MarkedReport) -> Iterator[Actor]:
    """ "Delegates from the government and the rebels": those who sent them, whom the parse may hang on the verb."""
    senders_of = word_set(KIND, "delegations") | word_set(KIND, "parties") | {"nobody", "none", "one"}
    if lemma_of(token) not in senders_of:
        return
    behind = prepositional_objects(token, "from", "of", "for", "representing")
    after = token.nbor(1) if token.i + 1 < token.sent.end else None
    if not behind and after is not None and after.lower_ in {"from", "of"}:
        behind = [part for child in after.children if child.dep_ == "pobj" for part in with_conjuncts(child)]
    for one in behind:
        mark = marked.actor_mark_of(one)
        if mark is not None and mark.kind not in {"civilians", "media"}:
            yield from mark.members or (mark.actor,)


def described(token: Token, marked: MarkedReport) -> Token:
    """ "The presidents of the region, who met": the clause is about the presidents."""
    noun = antecedent(token)
    above = noun.head.head
    is_theirs = noun.dep_ == "pobj" and noun.head.lower_ in {"of", "from"} and above.pos_ == "NOUN"
    return above if is_theirs and not is_party(noun, marked) and is_party(above, marked) else noun


def owner_or_words(noun: Token, marked: MarkedReport) -> Actor:
    """ "A Saudi delegation" is known by its state."""
    words = noun_phrase(noun).text
    beside = [child for child in noun.children if child.dep_ in OF_OTHERS and child.dep_ != "det"]
    owner = next((found for child in beside if (found := marked.actor_of(child)) is not None), None)
    if owner is None:
        return Actor(entity_text=words, resolution="unresolved")
    return owner.model_copy(update={"entity_text": words})


def participants(head: Token, governor: Token, marked: MarkedReport) -> tuple[Actor, ...]:
    """Subjects, objects and those "with", "between", "of" whom the meeting is."""
    told_by_others = is_told_by_others(head, governor, marked) or is_beside_violence(head, governor)
    tokens = [
        *(of_verb(head, governor) if governor.pos_ in VERBAL and not told_by_others else []),
        *(of_noun(head, marked) if head.pos_ not in VERBAL else []),
    ]
    named = (actor for token in tokens for actor in actors_at(token, marked))
    return distinct((*joined_by_dash(head), *named) if head.pos_ not in VERBAL else named)


def is_told_by_others(head: Token, governor: Token, marked: MarkedReport) -> bool:
    """ "The spokesman said there were no plans for a meeting between X and Y": he takes no part in it."""
    if governor.lemma_ != "be" or "expl" not in governor.child_deps:
        return False
    return len([side for side in prepositional_objects(head, "between") if marked.actor_mark_of(side) is not None]) > 1


def is_beside_violence(head: Token, verb: Token) -> bool:
    """ "Ahead of the talks in Riyadh, drones hit Odesa": neither takes part."""
    return head.dep_ == "pobj" and lemma_of(verb) in word_set("ceasefires", "striking")


def is_told_the_news(token: Token) -> bool:
    """ "Told reporters after the meeting"."""
    return token.head.lemma_ == "tell" and lemma_of(token) in word_set(KIND, "audiences")


def is_no_guest(token: Token) -> bool:
    """ "Left Cairo empty-handed", "discussed Bosnia by telephone", "played host to them": where from, about what."""
    verb = token.head
    if verb.lemma_ == "play" and lemma_of(token) == "host":
        return True
    return is_told_the_news(token) or lemma_of(verb) in word_set(KIND, "departing") | word_set(KIND, "discussing")


def of_verb(head: Token, verb: Token) -> list[Token]:
    tokens = [token for token in acting(verb) if not (head.dep_ == "appos" and head.head == token)]
    going = lemma_of(verb) in word_set(KIND, "departing") | word_set(KIND, "travelling") | {"reach", "visit", "enter"}
    if head == verb or verb.lemma_ in word_set(KIND, "bringing_in") or (head.dep_ == "pobj" and not going):
        tokens += [token for token in direct_objects(verb) if token != head and not is_no_guest(token)]
    tokens += prepositional_objects(verb, "with", "between", "opposite", "alongside", "against")
    if lemma_of(verb) in word_set(KIND, "offering_to") and head in direct_objects(verb):
        tokens += prepositional_objects(verb, "to")
    if lemma_of(verb) == "sit":  # "will not sit at the same table as they"
        tokens += [one for table in prepositional_objects(verb, "at") for one in prepositional_objects(table, "as")]
    under_way = [step for step in prepositional_objects(verb, "under") if step.lower_ == "way"]
    tokens += [token for step in under_way for token in prepositional_objects(step, "with", "between")]
    if lemma_of(verb) in word_set(KIND, "persuading"):
        tokens += [token for child in verb.children if child.dep_ == "ccomp" for token in acting(child)]
    if lemma_of(verb) in {"offer", "put"} and head == verb:  # "offered its good offices to both"
        tokens = [*acting(verb), *prepositional_objects(verb, "to")]
        tokens += [t for step in direct_objects(verb) for t in prepositional_objects(step, "to", "between")]
    if head == verb and any(lemma_of(call) in word_set(KIND, "calls_paid") for call in direct_objects(verb)):
        calls = direct_objects(verb)
        tokens = [*acting(verb), *(whom for one in (verb, *calls) for whom in prepositional_objects(one, "on", "to"))]
    if head == verb:
        tokens += company_of(verb)
        done_so = lemma_of(verb) in word_set(KIND, "receiving") or says(verb, KIND, "recalling")
        tokens += subjects(verb) if is_passive(verb) and done_so else []
        tokens += [token for up in list(head.ancestors)[:2] if is_passive(up) for token in by_agents(up)]
    for step in direct_objects(verb):
        if lemma_of(step) in word_set(KIND, "carriers") or step == head:
            tokens += prepositional_objects(step, "with", "between", "of", "among")
    return tokens


def company_of(verb: Token) -> list[Token]:
    """Those behind "with" further down the clause ("spoke by video link with"), and those one speaks "to"."""
    behind = "to" if lemma_of(verb) in word_set(KIND, "speaking_verbs") else "with"
    deep = [
        token
        for child in verb.children
        if child.dep_ in {"prep", "dobj", "npadvmod"}
        for token in child.subtree
        if token.dep_ == "pobj" and token.head.lower_ in {"with", "between", behind}
    ]
    return all_of(deep)


def acting(verb: Token) -> list[Token]:
    """Who meets; in "the meeting was called off" nobody acts."""
    if lemma_of(verb) in word_set(KIND, "inviting") and verb.tag_ == "VBN" and not direct_objects(verb):
        return bidden(verb)
    if is_passive(verb):
        return [*by_agents(verb), *(subjects(verb) if verb.lemma_ == "bring" else [])] or passive_parties(verb)
    if verb.dep_ == "acl" and verb.tag_ == "VBN" and not by_agents(verb):
        return [verb.head]  # "envoys from six countries convened": the parse takes it for a participle
    if verb.dep_ == "advcl" and is_past_participle_on_noun(verb) and not by_agents(verb):
        return all_of(done_to(verb))  # "seated opposite each other, the negotiators traded insults"
    if "nsubj" not in verb.child_deps and (others := asked_through(verb) or told_before(verb)):
        return others
    if verb.dep_ == "xcomp" and verb.tag_ == "VBG" and verb.head.lemma_ == "spend":
        return acting(verb.head)  # "spent the week shuttling"
    return all_of(doers(verb)) or [part for head in meant_to_meet(verb) for part in with_conjuncts(head)]


def told_before(verb: Token) -> list[Token]:
    """ "Israel's refusal to talk to Hamas", "The Taliban to hold talks": Israel, the Taliban."""
    if verb.tag_ != "VB" or verb.dep_ not in {"acl", "relcl"}:
        return []
    noun = verb.head
    if is_headline_aim(verb):
        return with_conjuncts(noun)
    return [child for child in noun.children if child.dep_ == "poss" and noun.pos_ == "NOUN"]


def is_headline_aim(verb: Token) -> bool:
    """ "M23 rebels to hold talks with Kinshasa": what somebody is to do."""
    noun = verb.head
    aim = verb.tag_ == "VB" and verb.dep_ == "relcl" and noun.dep_ == "ROOT" and noun.pos_ in {"NOUN", "PROPN"}
    behind = aim and verb.left_edge.lower_ == "to" and verb.sent.text.rstrip()[-1:] not in {".", "?", '"', "”"}
    return behind and lemma_of(noun) not in word_set(KIND, "intents") | word_set(KIND, "plan_nouns")


def asked_through(verb: Token) -> list[Token]:
    """ "Appealed to Colombo and the Tigers to open a dialogue", "called on both to meet"."""
    above = verb.head
    if verb.tag_ != "VB" or verb.dep_ not in {"xcomp", "advcl"} or above.lemma_ not in word_set(KIND, "asked_through"):
        return []
    return prepositional_objects(above, "to", "on", "upon")


def bidden(verb: Token) -> list[Token]:
    """ "The parties have been invited by X", "was among those invited": who is to come."""
    guests = subjects(verb) if is_passive(verb) else [verb.head] if verb.dep_ == "acl" else []
    return [one for guest in guests for one in all_of(stood_for(guest))]


def stood_for(noun: Token) -> list[Token]:
    """ "Delegates were among those invited", "the M23 is one of the groups invited": the delegates, the M23."""
    step = noun.head
    above = step.head
    if noun.dep_ != "pobj" or step.lower_ not in {"among", "of"}:
        return [noun]
    verb = above if above.lemma_ == "be" else above.head
    return subjects(verb) if verb.lemma_ == "be" else [noun]


def meant_to_meet(verb: Token) -> list[Token]:
    """ "Plans for the generals to meet", "was ushered in to see him", "were flown out to meet"."""
    if verb.tag_ != "VB" or verb.dep_ not in {"acl", "relcl", "xcomp", "advcl"}:
        return []
    above = verb.head
    if above.pos_ == "NOUN":
        return prepositional_objects(above, "for") or [child for child in above.children if child.dep_ == "poss"]
    return subjects(above) if is_passive(above) else []


def passive_parties(verb: Token) -> list[Token]:
    return subjects(verb) if verb.lemma_ in word_set(KIND, "to_be_there") else []


def of_noun(noun: Token, marked: MarkedReport) -> list[Token]:
    tokens = prepositional_objects(noun, "with", "between", "of", "among", "by", "including", "involving")
    if lemma_of(noun) in word_set(KIND, "to_somebody"):
        tokens += prepositional_objects(clause_head(noun), "to")
        tokens += prepositional_objects(noun, "to", "from")
    tokens += [*whom_invited(noun), *those_of_plan(noun), *in_talks_now(noun)]
    there = [child for child in noun.children if child.dep_ == "acl" and lemma_of(child) in word_set(KIND, "attended")]
    tokens += [one for clause in there for one in by_agents(clause)]
    owners = [part for child in noun.children if child.dep_ in OF_OTHERS for part in with_conjuncts(child)]
    tokens += [token for token in owners if is_owner(token, marked)]
    tokens += [token for verb in told_by_day(noun) for token in (*doers(verb), *direct_objects(verb))]
    if lemma_of(noun) in word_set(KIND, "carriers"):
        carried = [
            thing for thing in prepositional_objects(noun, "of") if talks_lemma(thing) in word_set(KIND, "nouns")
        ]
        tokens += [token for thing in carried for token in of_noun(thing, marked)]
    told = [clause for clause in noun.children if is_wish(clause) or is_setting(clause) or is_held_by(clause)]
    tokens += [one for clause in told for one in doers(clause) if one.tag_ != "PRP" or not tokens]
    carrier = noun.head.head if noun.dep_ == "pobj" else None
    if carrier is not None and lemma_of(carrier) in word_set(KIND, "carriers"):
        tokens += prepositional_objects(carrier, "with", "between")
    return tokens or behind_theme(noun)


def those_of_plan(noun: Token) -> list[Token]:
    """ "Turned down an offer of talks from Khartoum", "the junta's offer of a meeting with them"."""
    plan = noun.head.head if noun.dep_ == "pobj" else noun
    if plan == noun or lemma_of(plan) not in word_set(KIND, "plan_nouns") or prepositional_objects(noun, "between"):
        return []
    owners = [child for child in plan.children if child.dep_ == "poss" and child.pos_ in {"NOUN", "PROPN"}]
    return [*owners, *prepositional_objects(plan, "from", "by", "to"), *prepositional_objects(noun, "from")]


def in_talks_now(noun: Token) -> list[Token]:
    """ "The rebels, currently in talks with Khartoum"."""
    step = noun.head
    inside = noun.dep_ == "pobj" and step.lower_ == "in" and step.head.pos_ in {"NOUN", "PROPN"}
    now = inside and any(child.lower_ in word_set(KIND, "right_now") for child in step.children)
    return with_conjuncts(step.head) if now else []


def whom_invited(noun: Token) -> list[Token]:
    """ "An invitation to talks was extended to Syria and Iran", "sent the rebels an invitation to a round"."""
    invitation = noun.head.head if noun.dep_ == "pobj" else noun
    verb = invitation.head
    if lemma_of(invitation) not in word_set(KIND, "invitations") or verb.pos_ not in VERBAL:
        return []
    given = [child for child in verb.children if child.dep_ == "dative" and child.pos_ in {"NOUN", "PROPN"}]
    return [*given, *prepositional_objects(verb, "to")]


def behind_theme(noun: Token) -> list[Token]:
    """ "Talks on a swap between A and B", "the talks, the first contact between A and B": nobody else is named."""
    themes = prepositional_objects(noun, "on", "about", "over")
    called = [child for child in noun.children if child.dep_ == "appos"]
    inside = [word for one in (*themes, *called) for word in one.subtree if word.lower_ == "between"]
    return [side for step in inside[:1] for side in prepositional_objects(step.head, "between")]


def told_by_day(noun: Token) -> list[Token]:
    """ "Contacts resumed on Thursday, when the minister received the envoy": the verb that tells who did."""
    days = [child for step in clause_head(noun).children if step.dep_ == "prep" for child in step.children]
    clauses = (clause for day in days if day.ent_type_ in {"DATE", "TIME"} for clause in day.children)
    told = ("meeting_verbs", "receiving")
    return [
        clause
        for clause in clauses
        if clause.dep_ == "relcl" and any(lemma_of(clause) in word_set(KIND, name) for name in told)
    ]


def is_wish(clause: Token) -> bool:
    """ "A call which the UN had sought", "the meeting they asked for": who wanted it is to take part."""
    return clause.dep_ == "relcl" and lemma_of(clause) in word_set(KIND, "seeking") and not is_passive(clause)


def is_held_by(clause: Token) -> bool:
    """ "The talks that Colombo and the Tigers held in Hakone"."""
    held = clause.dep_ == "relcl" and clause.lemma_ in word_set(KIND, "opening_talks") and not is_passive(clause)
    return held and any(child.dep_ == "nsubj" and child.tag_ not in {"WDT", "WP"} for child in clause.children)


def is_setting(clause: Token) -> bool:
    """ "A meeting at which A and B were to discuss guarantees"."""
    steps = (child for child in clause.children if child.dep_ == "prep" and child.lower_ in {"at", "during", "in"})
    inside = any(word.tag_ == "WDT" for step in steps for word in step.children)
    return clause.dep_ == "relcl" and (inside or any(child.lower_ == "where" for child in clause.children))


def talks_lemma(noun: Token) -> str:
    """ "Talks" are something else than a talk."""
    return "talks" if noun.lower_ in {"talks", "peacetalks"} else lemma_of(noun)


def is_owner(token: Token, marked: MarkedReport) -> bool:
    """ "The Turkish-Russian talks", "Kiir's meeting": never a capital letter of a headline ("New Talks")."""
    mark = marked.actor_mark_of(token)
    if mark is None:
        return False
    return token.dep_ == "poss" or mark.country is not None or mark.kind not in {"unspecified", "person"}


def mediators(head: Token, governor: Token, marked: MarkedReport) -> tuple[Actor, ...]:
    """Who goes between, where a word says so: "mediated by", "under the auspices of", "X-mediated talks"."""
    tokens: list[Token] = []
    beside = (child for child in governor.children if child.dep_ != "advcl" or not direct_objects(child))
    for word in (governor, *head.subtree, *beside):
        if lemma_of(word) in word_set(KIND, "organising") and word.pos_ not in {"NOUN", "PROPN"}:
            tokens += by_agents(word)
            tokens += [child for child in word.children if child.dep_ in {"npadvmod", "compound", "nsubj", "amod"}]
            if word == governor and not is_passive(word):
                tokens += offered_by(word) or doers(word)
    for noun in head.sent:
        if is_auspices(noun) and abs(noun.i - head.i) <= NEAR:
            tokens += prepositional_objects(noun, "of", "by")
            tokens += [child for child in noun.children if child.dep_ in {"amod", "poss", "compound"}]
    tokens += [*by_part(head), *go_betweens_at(head, governor), *conveners(governor, marked)]
    if lemma_of(head) == "mediation":
        carrier = head.head.head if head.dep_ == "pobj" else head
        tokens += [*prepositional_objects(head, "by"), *prepositional_objects(carrier, "by")]
        tokens += [child for child in head.children if child.dep_ in OF_OTHERS]
    if lemma_of(governor) in word_set(KIND, "shuttling"):
        tokens += doers(governor)
    return distinct(actor for token in tokens for actor in actors_at(token, marked))


def is_auspices(noun: Token) -> bool:
    """ "Under the auspices of", "under the watchful eye of"."""
    if lemma_of(noun) in word_set(KIND, "under_auspices"):
        return True
    return lemma_of(noun) in word_set(KIND, "watching_over") and noun.dep_ == "pobj" and noun.head.lower_ == "under"


def offered_by(verb: Token) -> list[Token]:
    """ "Rejected an offer from the bloc to facilitate a dialogue": it is the bloc's to facilitate."""
    offer = verb.head
    if verb.dep_ not in {"acl", "relcl"} or verb.tag_ != "VB" or lemma_of(offer) not in word_set(KIND, "plan_nouns"):
        return []
    own = [child for child in offer.children if child.dep_ in {"poss", "compound", "amod", "nmod"}]
    return [*prepositional_objects(offer, "from", "by"), *(child for child in own if child.pos_ in {"PROPN", "ADJ"})]


def go_betweens_at(head: Token, governor: Token) -> list[Token]:
    """ "Through Egyptian mediators", "mediators want to bring both to the table": they speak for no side."""
    steps = [one for verb in (head, governor) for one in prepositional_objects(verb, "through", "via")]
    if lemma_of(governor) in word_set(KIND, "convoking") and direct_objects(governor):
        steps += doers(governor)
    return [one for one in steps if lemma_of(one) in word_set(KIND, "go_betweens")]


def conveners(governor: Token, marked: MarkedReport) -> list[Token]:
    """ "The UN envoy convened a session": of others."""
    convened = lemma_of(governor) in {"convene", "reconvene"} and bool(direct_objects(governor))
    marks = ((one, marked.actor_mark_of(one)) for one in (doers(governor) if convened else ()))
    return [one for one, mark in marks if mark is not None and mark.sector == "IGO"]


def by_part(head: Token) -> list[Token]:
    """ "With Malaysia as third-party facilitator", "while the envoy acted as mediator"."""
    parts = (noun for noun in head.sent if lemma_of(noun) in word_set(KIND, "go_betweens"))
    steps = [part.head for part in parts if part.dep_ == "pobj" and part.head.lower_ == "as"]
    acting_so = [who for step in steps if step.head.lemma_ in {"act", "serve"} for who in all_of(doers(step.head))]
    return [*acting_so, *(step.head for step in steps if step.head.dep_ == "pobj" and step.head.head.lower_ == "with")]


def hosts(head: Token, governor: Token, marked: MarkedReport) -> tuple[Actor, ...]:
    tokens: list[Token] = []
    for verb in (governor, *head.children):
        if lemma_of(verb) in word_set(KIND, "hosting"):
            tokens += by_agents(verb) if is_passive(verb) or verb.dep_ == "acl" else doers(verb)
        if lemma_of(verb) in word_set(KIND, "inviting") and verb.tag_ == "VBN":
            tokens += by_agents(verb)
        if says(verb, KIND, "playing_host"):
            tokens += doers(verb)
    tokens += [host for noun in head.subtree for clause in noun.children if is_of_host(clause)
               for host in by_agents(clause)]  # fmt: skip
    tokens += headline_hosts(head)
    return distinct(actor for token in tokens for actor in actors_at(token, marked))


def is_of_host(clause: Token) -> bool:
    """ "Talks between the two ministers, hosted by Lavrov": the talks were."""
    return clause.dep_ == "acl" and lemma_of(clause) in word_set(KIND, "hosting") and clause.nbor(-1).text == ","


def headline_hosts(head: Token) -> list[Token]:
    """ "X Hosts New Talks": the parse of a headline in capitals sees one long name."""
    beside = [child for child in head.children if child.dep_ in {"compound", "nmod"} and child.i < head.i]
    hosting = next((child for child in beside if child.lower_ == "hosts"), None)
    return [child for child in beside if hosting is not None and child.i < hosting.i]


def legs(form: str, governor: Token, people: tuple[Actor, ...], marked: MarkedReport) -> tuple[Leg, ...]:
    """Separate meetings: the one who sees all of them with each of the others, never those with one another."""
    if form != "separate" or len(people) < 2:
        return ()
    objects = [actor for token in direct_objects(governor) for actor in actors_at(token, marked)]
    several_act = len(all_of(doers(governor))) > 1
    centre = objects[0] if governor.lemma_ == "meet" and several_act and len(objects) == 1 else people[0]
    return tuple(Leg(participants=(centre, other)) for other in people if other != centre)


def distinct(actors: Iterable[Actor]) -> tuple[Actor, ...]:
    return tuple({(actor.entity_name or actor.entity_text, actor.country): actor for actor in actors}.values())
