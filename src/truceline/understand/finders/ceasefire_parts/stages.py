"""The stages that one mention of a truce tells."""

from collections.abc import Iterator

from truceline.knowledge.files import word_set as listed
from truceline.model.claim import Factuality
from truceline.model.claims.ceasefires import CeasefireStage
from truceline.understand.finders.ceasefire_parts.governors import Told, Verdict, is_condition, is_denied, settled
from truceline.understand.finders.ceasefire_parts.idioms import idioms_of
from truceline.understand.finders.ceasefire_parts.lasting import held_until, is_fight, made_longer, short_lived
from truceline.understand.finders.ceasefire_parts.mentions import TruceMention
from truceline.understand.finders.ceasefire_parts.relations import VERBS, Relation, below, relations
from truceline.understand.finders.ceasefire_parts.stage_of_verb import (
    fits,
    in_verb,
    is_not_there,
    stage_by_complement,
    stage_in_verb,
)
from truceline.understand.finders.ceasefire_parts.truce_words import (
    has_lemma,
    stage_nouns,
    word_set,
)
from truceline.understand.finders.clause_parts.headline_states import state_behind
from truceline.understand.grammar import (
    SUBJECTS,
    auxiliaries,
    by_agents,
    clause_head,
    direct_objects,
    has_no,
    subjects,
    will_or_may,
    words_after,
    words_before,
)
from truceline.understand.marked_sentence import MarkedReport
from truceline.understand.tokens import Token

HEADLINES: dict[str, CeasefireStage] = {
    "headline_ended": "ended", "headline_collapsed": "collapsed", "headline_in_force": "in_force",
}  # fmt: skip


def stages_of(mention: TruceMention) -> Iterator[Told]:
    """Each stage with the word that tells it and the rule."""
    idiom = idioms_of(mention) if mention.form in {"truce", "plan"} else None
    plain = in_headline(mention) or never_to_be(mention) or none_has_held(mention) or none_wanted(mention)
    if plain is not None:
        yield plain
    if is_not_there(mention.head) or is_not_there(mention.word):
        return
    longer = made_longer(mention)
    if longer is not None:
        yield longer
        return
    over = short_lived(mention) or held_until(mention)
    if over is not None:
        yield over
    if over is not None and over[1].dep_ != "relcl":
        return
    if idiom is not None:
        yield idiom
    empty = next(in_name_only(mention), None)
    if empty is not None:
        yield empty
    yield from standing(mention)
    yield from calm_since(mention) if mention.form == "truce" else ()
    yield from war_ended(mention)
    yield from gone_on(mention)
    for relation, word, preposition in [*relations(mention.head), *relations_of_paper(mention)]:
        if over is not None and word == over[1]:
            continue
        if idiom is not None and (word == idiom[1] or is_below(word, idiom[1])):
            continue
        told = in_noun(word) if relation == "noun" else in_verb(word, relation, preposition, mention)
        if told is not None and fits(told, mention) and not (empty and clause_head(empty[1]) == told[1]):
            yield vetoed(told, mention)
    yield from despite(mention)
    if mention.form == "truce":
        yield from days_into(mention)


def in_headline(mention: TruceMention) -> Told | None:
    """ "Truce over in Aceh", "Rebels: truce dead": no verb says what became of it."""
    head, above = mention.head, mention.head.head
    verbless = head.dep_ in {"ROOT", "ccomp", "dep", "advcl", "appos"} or above.i > head.i
    if mention.form != "truce" or head != mention.word or not verbless or is_not_there(head):
        return None
    state = state_behind(head, "ceasefires", tuple(HEADLINES))
    return (Verdict(HEADLINES[state], head), head, "headline") if state is not None else None


def is_below(word: Token, told: Token) -> bool:
    """ "Was marred by raids and lapsed": what is joined to the word told is another stage."""
    return told in list(word.ancestors)[:2] and not (word.dep_ == "conj" and word.head == told and word.pos_ in VERBS)


def vetoed(told: Told, mention: TruceMention) -> Told:
    """ "vetoed a resolution calling for a ceasefire": the call came to nothing."""
    verdict, word, _ = told
    paper = word.head
    if verdict.stage not in {"sought", "proposed"} or word.dep_ not in {"acl", "relcl"} or paper == mention.head:
        return told
    verb = paper.head.head if paper.dep_ == "pobj" else paper.head
    refused = paper.dep_ in {"dobj", "nsubjpass", "pobj"} and has_lemma(verb, "vetoing")
    return (Verdict("rejected", verb), verb, "vetoed") if refused else told


def relations_of_paper(mention: TruceMention) -> Iterator[tuple[Relation, Token, Token | None]]:
    """ "the cessation of hostilities agreement signed in Pretoria", "the truce, a memorandum signed in 2006": the
    participle hangs on the paper or below it.
    """
    for step in mention.head.children:
        if step.dep_ == "appos" and has_lemma(step, "papers"):
            yield from (one for child in step.children if child.dep_ == "acl" for one in below(child))
        for paper in step.children if step.lower_ == "of" else ():
            if has_lemma(paper, "papers") or (step.lower_ == "of" and has_lemma(paper, "fighting")):
                yield from (one for child in paper.children for one in below(child))


def never_to_be(mention: TruceMention) -> Told | None:
    """ "There will be no ceasefire", "no truce while he rules": refused; "there must be one": asked for."""
    verb = mention.head.head
    if is_had(mention):
        return Verdict("in_force", verb), verb, "there-is"
    if mention.head.dep_ not in {"attr", "nsubj"} or verb.lemma_ != "be" or is_condition(verb):
        return None
    if any(child.dep_ == "csubj" and has_lemma(child, "asking") for child in verb.children) and not is_denied(verb):
        return Verdict("sought", verb), verb, "what-is-needed"
    there = any(child.dep_ == "expl" for child in verb.children)
    helpers = auxiliaries(verb)
    none = has_no(mention.head)
    if none and will_not_be(mention.head):
        return Verdict("rejected", verb), verb, "there-will-be-none"
    if there and not none and helpers & {"must", "should", "ought"}:
        return Verdict("sought", verb), verb, "there-must-be"
    new = any(child.lower_ in {"a", "an"} for child in mention.head.children)
    if there and new and not helpers and verb.tag_ in {"VBZ", "VBP"} and not is_denied(verb):
        return Verdict("in_force", verb), verb, "there-is"
    return None


def none_wanted(mention: TruceMention) -> Told | None:
    """ "Would accept no ceasefire", "No ceasefire before they leave, a spokesman said"."""
    head, verb = mention.head, mention.head.head
    if mention.form != "truce" or not has_no(head):
        return None
    kept_from = head.dep_ == "dobj" and has_lemma(verb, "allowing") and bool(auxiliaries(verb) & will_or_may())
    told = head.dep_ in {"ROOT", "ccomp"} or (head.dep_ == "appos" and head.doc[head.left_edge.i - 1].text == ":")
    told = told or is_told_behind(head)
    alone = told and head.pos_ == "NOUN"
    before = alone and any(child.lower_ in word_set("until_then") for child in flat_below(head))
    if (kept_from and not is_condition(verb)) or before:
        certain: Factuality | None = "CT+" if is_told_behind(head) else None
        teller = verb if kept_from else head
        return Verdict("rejected", teller, factuality=certain), teller, "none-wanted"
    return None


def is_told_behind(head: Token) -> bool:
    """ "No truce before elections, rebels say": said by whom, behind a comma."""
    verb = head.head
    parted = any(word.text == "," for word in head.doc.tokens[head.i : verb.i])
    return parted and head.dep_ in {"dep", "advcl", "nsubj"} and verb.lemma_ in listed("speech", "says")


def flat_below(head: Token) -> list[Token]:
    """The words on a noun, and those that open clauses on it."""
    behind = [child for child in head.children if child.i > head.i]
    return [*behind, *(word for child in behind for word in child.children if word.dep_ == "mark")]


def none_has_held(mention: TruceMention) -> Told | None:
    """ "No ceasefire has lasted more than a few days", "no truce held"."""
    verb = mention.head.head
    if mention.form != "truce" or mention.head.dep_ != "nsubj" or not has_no(mention.head):
        return None
    over = verb.tag_ in {"VBD", "VBN"} and not auxiliaries(verb) - {"has", "have", "had", "ever"}
    if not over or verb.lemma_ not in word_set("having_held") or is_condition(verb):
        return None
    return Verdict("not_observed", verb, factuality="CT+"), verb, "none-held"


def is_had(mention: TruceMention) -> bool:
    """ "We have a ceasefire as of tonight"."""
    verb = mention.head.head
    new = any(child.lower_ in {"a", "an"} for child in mention.head.children)
    have = verb.lemma_ == "have" and verb.tag_ in {"VBP", "VBZ"} and not is_denied(verb) and not auxiliaries(verb)
    return mention.form == "truce" and mention.head.dep_ == "dobj" and new and have and not is_condition(verb)


def standing(mention: TruceMention) -> Iterator[Told]:
    """ "a truce in force since April", "the school truce, in effect since September"."""
    for step in mention.head.children:
        for state in step.children if step.lower_ == "in" and step.i > mention.head.i else ():
            if state.lower_ in word_set("states_in_force"):
                yield Verdict("in_force", mention.head), step, "standing-in-force"


def calm_since(mention: TruceMention) -> Iterator[Told]:
    """ "Karsa has been calm since the ceasefire", "the truce is now a month old", "with the truce in ruins"."""
    head, step = mention.head, mention.head.head
    verb = step.head
    since = head.dep_ == "pobj" and step.lower_ == "since" and verb.lemma_ in {"be", "remain", "stay"}
    told = [child for child in (verb if since else step).children if child.dep_ == "acomp"]
    long_ago = any(word.like_num and len(word.text) == 4 for word in head.children)
    calm = since and not long_ago and any(has_lemma(word, "calm_words") for word in told) and not is_denied(verb)
    old = head.dep_ == "nsubj" and step.lemma_ == "be" and any(word.lower_ == "old" for word in told)
    if calm or (old and not auxiliaries(step) and step.tag_ in {"VBZ", "VBP"}):
        yield Verdict("in_force", head, factuality="CT+"), head, "calm-since"
    for inside in head.children if head.head.lower_ == "with" or head.head.pos_ in VERBS else ():
        ruined = inside.lower_ == "in" and any(has_lemma(thing, "ruins") for thing in inside.children)
        if ruined and inside.i > head.i:
            yield Verdict("collapsed", head), inside, "in-ruins"


def in_name_only(mention: TruceMention) -> Iterator[Told]:
    """ "A truce that exists in name only", "he described it as existing on paper alone"."""
    behind = [word for word in words_after(mention.head.doc, mention.head.i + 1, 12) if not word.is_punct]
    forms = [word.lower_ for word in behind if word.sent == mention.head.sent]
    for at in range(len(forms) - 2):
        empty = forms[at : at + 2] in (["in", "name"], ["on", "paper"]) and forms[at + 2] in {"only", "alone"}
        if empty or forms[at : at + 3] in (["only", "on", "paper"], ["only", "in", "name"]):
            yield Verdict("not_observed", behind[at], factuality="CT+"), behind[at], "in-name-only"
            return


def resumed_beside(mention: TruceMention) -> Token | None:
    """The verb of fighting that starts again while a truce is there: "hours after", "a day into", "before"."""
    struck = struck_since(mention)
    if struck is not None:
        return struck
    above = list(mention.head.ancestors)
    if mention.head.sent.forms & {"ink", "old"}:  # "the ink was barely dry when mortars hit", "was hardly a day old"
        above += [child for up in above for child in up.children if child.dep_ == "advcl"]
    for up in above:
        if up.pos_ not in VERBS or not has_lemma(up, "resuming") or is_denied(up) or is_condition(up):
            continue
        told = [*subjects(up), *(direct_objects(up) if up.lemma_ in {"hear", "report"} else [])]
        between = {word.lower_ for word in up.doc[min(up.i, mention.head.i) : max(up.i, mention.head.i)]}
        if "but" in between:
            return None  # "reported shooting after noon, but the truce held"
        between |= {word.lower_ for word in words_after(up.doc, mention.head.i + 1, 2)}
        over = between & word_set("being_over")
        beside = {word.lower_ for word in mention.head.sent}
        ink = {"ink", "dry"} <= beside or {"old", "when"} <= beside
        quiet = any(child.dep_ == "acomp" for child in up.children)  # "the guns have fallen silent"
        if (
            any(is_fight(one) for one in told)
            and not over
            and not quiet
            and (between & word_set("in_the_midst") or ink)
        ):
            return up
    return None


def struck_since(mention: TruceMention) -> Token | None:
    """ "Warplanes bombed the town less than an hour after the ceasefire came into force"."""
    began = mention.head.head
    deed = began.head
    if mention.head.dep_ not in SUBJECTS or began.dep_ != "advcl" or not has_lemma(deed, "striking"):
        return None
    before = {word.lower_ for word in words_before(began.doc, mention.head.left_edge.i, 4)}
    soon = "after" in before and not before.isdisjoint(word_set("soon_after"))
    told = deed.pos_ in VERBS and deed.tag_ in {"VBD", "VBZ", "VBP", "VBN"} and not is_denied(deed)
    started = stage_in_verb(began, "does", None) == "in_force"
    return deed if soon and told and started and not is_condition(deed) else None


def gone_on(mention: TruceMention) -> Iterator[Told]:
    """ "announced a ceasefire but kept up its air attacks"."""
    verb = mention.head.head
    making = mention.head.dep_ == "dobj" and has_lemma(verb, "making")
    for later in verb.children if making else ():
        fights = any(is_fight(one) for one in (*direct_objects(later), *later.children))
        if later.dep_ == "conj" and has_lemma(later, "going_on") and fights and not is_denied(later):
            yield Verdict("violated", later, factuality="CT+"), later, "gone-on"


def war_ended(mention: TruceMention) -> Iterator[Told]:
    """ "the war ended with a US-brokered ceasefire", "an armistice that ended three years of fighting"."""
    ended = ends_war(mention)
    if ended is not None:
        yield Verdict("agreed", ended), ended, "war-ended-by"
        return
    step = mention.head.head
    verb = step.head
    ending = word_set("ending_wars")
    if mention.form != "truce" or mention.head.dep_ != "pobj" or step.lower_ not in {"with", "in", "by", "through"}:
        return
    subject = [verb.head if one.tag_ == "WDT" else one for one in subjects(verb)]  # "a war that ended with a truce"
    if verb.lemma_ not in ending or not any(is_war(one) or has_lemma(one, "rounds_of_talks") for one in subject):
        return
    verdict = settled(verb, "agreed")
    if verdict is not None and verdict.stage == "agreed":
        yield verdict, verb, "war-ended-by"


def ends_war(mention: TruceMention) -> Token | None:
    """ "Since a ceasefire ended more than a year of war"."""
    verb = mention.head.head
    if mention.form != "truce" or mention.head.dep_ != "nsubj" or verb.lemma_ not in word_set("ending_wars"):
        return None
    over = verb.tag_ == "VBD" and not is_denied(verb) and not auxiliaries(verb)
    ended = [deeper for thing in direct_objects(verb) for deeper in (thing, *spans_of(thing))]
    return verb if over and any(is_war(one) for one in ended) else None


def spans_of(thing: Token) -> list[Token]:
    """ "A year of war"."""
    return [deeper for step in thing.children if step.lower_ == "of" for deeper in step.children]


def is_war(noun: Token) -> bool:
    return noun.low_lemma in {"war", "conflict"} or has_lemma(noun, "stopping_things") or has_lemma(noun, "fighting")


def in_noun(noun: Token) -> Told | None:
    """ "violations of the truce", "calls for a truce", "the collapse of the truce"."""
    left = has_lemma(noun, "leaving_nouns") and any(child.lower_ == "from" for child in noun.children)
    stage = "ended" if left else stage_nouns().get(noun.low_lemma)
    verb = clause_head(noun)
    if stage == "violated" and has_no(noun) and is_none_reported(noun):
        return Verdict("in_force", noun, factuality="CT+"), noun, "none-reported"
    if stage == "extended" and has_no(noun) and will_not_be(noun):
        return Verdict("rejected", verb), verb, "there-will-be-none"
    if stage is None or is_not_there(noun):
        return None
    if stage == "extended" and noun.dep_ == "nsubj" and stage_by_complement(verb) == "ended":
        return Verdict("ended", verb), verb, "noun-ended"
    if stage == "in_force" and has_lemma(verb, "delaying"):
        return None
    if stage == "extended" and is_only_conceivable(noun, verb):
        return None
    if stage in {"sought", "proposed", "extended"}:
        stage = stage_under_verb(stage, noun)
    if is_condition(verb) or stage is None or is_supposed(noun, stage):
        return None
    return Verdict(stage, noun, accused_of(noun, stage)), noun, f"noun-{stage}"


def is_none_reported(noun: Token) -> bool:
    """ "No violation of the truce was reported", "reported no violations", "there were no violations"."""
    verb = noun.head
    told = verb.pos_ in VERBS and noun.dep_ in {"nsubjpass", "dobj", "attr"} and has_lemma(verb, "telling_of_breaches")
    return told and not auxiliaries(verb) & will_or_may() and not is_condition(verb)


def is_supposed(noun: Token, stage: CeasefireStage) -> bool:
    """ "Would mean the end of the truce", "will report violations of it": nothing of the kind has happened."""
    verb = noun.head
    if stage in {"sought", "proposed", "extended", "announced"} or verb.pos_ not in VERBS:
        return False
    if noun.dep_ == "nsubj":
        return bool(auxiliaries(verb) & {"would", "'d"}) and not verb.is_among(word_set("promising"))
    return noun.dep_ in {"dobj", "attr"} and bool(auxiliaries(verb) & will_or_may())


def is_only_conceivable(noun: Token, verb: Token) -> bool:
    """ "A further extension is likely", "its renewal is automatic unless one side objects"."""
    judged = [child for child in verb.children if child.dep_ in {"acomp", "attr", "oprd"}]
    return noun.dep_ == "nsubj" and verb.head != noun and any(has_lemma(word, "only_conceivable") for word in judged)


def will_not_be(noun: Token) -> bool:
    """ "There will be no extension"."""
    verb = noun.head
    there = verb.lemma_ == "be" and "expl" in verb.child_deps
    helpers = auxiliaries(verb)
    said = verb.dep_ == "ccomp" and has_lemma(verb.head, "promising") and bool(helpers & {"would", "could", "'d"})
    return there and (said or bool(helpers & {"will", "can", "shall", "'ll"})) and not is_condition(verb)


def stage_under_verb(stage: CeasefireStage, noun: Token) -> CeasefireStage | None:
    """ "rejected calls for a truce", "accepted an offer of a truce", "asked for an extension"."""
    governor = noun.head.head if noun.dep_ == "pobj" else noun.head
    if noun.dep_ in {"dobj", "nsubjpass", "pobj"} and governor.pos_ == "VERB":
        failed = governor.dep_ == "xcomp" and has_lemma(governor.head, "failing")
        if stage == "extended" and (failed or has_lemma(governor, "idle") or has_lemma(governor, "discussing")):
            return None
        if has_lemma(governor, "refusing") or stage_in_verb(governor, "done", None) == "rejected":
            return "rejected"
        if (
            stage == "sought"
            and has_lemma(governor, "yielding_to")
            and noun.head.lower_ == "to"
            and not is_denied(governor)
        ):
            verdict = settled(governor, "agreed")  # "acceded to a request for a truce"
            return verdict.stage if verdict is not None else None
        if has_lemma(governor, "accepting") and stage != "sought":
            return "extended" if stage == "extended" else "agreed"
        if has_lemma(governor, "wanting"):
            return "sought" if stage == "extended" else stage
        if is_denied(governor) and not has_lemma(governor, "heeding"):
            return None
    return stage


def accused_of(noun: Token, stage: CeasefireStage) -> tuple[Token, ...]:
    """ "accused Israel of violations", "violations by separatists"."""
    if stage != "violated":
        return ()
    found = [obj for child in noun.children if child.lower_ == "by" for obj in child.children if obj.dep_ == "pobj"]
    verb = noun.head.head if noun.dep_ == "pobj" else noun.head
    if has_lemma(verb, "accusing"):
        found += [child for child in verb.children if child.dep_ == "dobj"]
    if noun.dep_ == "nsubjpass":
        found += by_agents(verb)
    return tuple(found)


def despite(mention: TruceMention) -> Iterator[Told]:
    """ "shelling went on despite the truce"."""
    head = having_declared(mention.head) or mention.head
    if not is_despite(head):
        return
    verb = clause_head(head.head)
    ends = [one for one in verb.children if one.dep_ in {"attr", "dobj", "nsubj"} and is_let_up(one)]
    never_ended = is_denied(verb) and has_lemma(verb, "letting_up") and any(map(is_fight, subjects(verb)))
    if never_ended or (ends and (is_denied(verb) or any(map(has_no, ends)))):
        yield Verdict("not_observed", verb, factuality="CT+"), verb, "despite-truce"
    elif fights_on(verb) and not is_denied(verb):
        yield Verdict("not_observed", verb), verb, "despite-truce"


def is_let_up(noun: Token) -> bool:
    """ "A let-up", "sign of a let-up", "sign of easing"; not "sign of the envoy"."""
    if noun.lemma_ != "sign":
        return has_lemma(noun, "let_ups")
    behind = [thing for step in noun.children if step.lower_ in {"of", "that"} for thing in step.children]
    return not behind or any(
        thing.pos_ == "VERB" or has_lemma(thing, "let_ups") or has_lemma(thing, "quiets") for thing in behind
    )


def fights_on(verb: Token) -> bool:
    told = [*subjects(verb), *(child for child in verb.children if child.dep_ in {"attr", "dobj"})]
    doing = any(has_lemma(one, "fighting") or has_lemma(one, "stopping_things") for one in told)
    return doing or has_lemma(verb, "violence")


def having_declared(head: Token) -> Token | None:
    """ "despite having declared a ceasefire", "despite both sides agreeing to a truce"."""
    verbs = (up for up in list(head.ancestors)[:3] if up.dep_ in {"pcomp", "pobj"} and up.tag_ in {"VBG", "VBN"})
    return next((verb for verb in verbs if verb.head.lower_ in {"despite", "notwithstanding"}), None)


def days_into(mention: TruceMention) -> Iterator[Told]:
    """ "Five days into the truce, aid has yet to reach Tigray", "on the third day of it": in force, unless broken."""
    before = [word.lower_ for word in words_before(mention.head.doc, mention.head.left_edge.i, 2)]
    into = before[-1:] == ["into"] and before[0] in word_set("how_long")
    if (into or is_on_nth_day(mention.head)) and not fights_on(clause_head(mention.head)):
        yield Verdict("in_force", mention.head, factuality="CT+"), mention.head, "days-into"


def is_on_nth_day(head: Token) -> bool:
    """ "The second day of a cessation of hostilities"."""
    span = head.head.head if head.dep_ == "pobj" and head.head.lower_ == "of" else head
    return has_lemma(span, "how_long") and any(has_lemma(child, "ordinals") for child in span.children)


def is_despite(head: Token) -> bool:
    """ "despite the truce", "in spite of it", "hours into it"."""
    if head.dep_ not in {"pobj", "pcomp"}:
        return False
    before = [word.lower_ for word in words_before(head.doc, head.left_edge.i, 3)]
    spite = before[-2:] in (["spite", "of"], ["defiance", "of"], ["disregard", "of"])
    into = before[-1:] == ["into"] and before[-2:-1] != [] and before[-2] in word_set("how_long")
    return spite or into or head.head.lower_ in {"despite", "notwithstanding", "defiance"}


def named_plan(mention: TruceMention, marked: MarkedReport) -> Told | None:
    """ "Washington's proposal for a truce has Kyiv's backing": a plan told by whose it is."""
    owners = [child for child in mention.head.children if child.dep_ in {"poss", "amod", "compound"}]
    if mention.form != "plan" or mention.head == mention.word or is_not_there(mention.head):
        return None
    owned = any(marked.actor_mark_of(owner) is not None for owner in owners)
    return (Verdict("proposed", mention.head), mention.head, "named-plan") if owned else None


def described(mention: TruceMention) -> Told | None:
    """ "The proposed truce would last six weeks", "Colombo's declaration of a truce": told by its name alone."""
    head = mention.head
    if mention.form != "truce" or is_not_there(head) or is_condition(clause_head(head)):
        return None
    if any(child.dep_ == "amod" and child.lower_ in word_set("so_far_proposed") for child in mention.word.children):
        return Verdict("proposed", head), head, "described-proposed"
    if head != mention.word and head.lemma_ == "declaration" and mention.word.head.lower_ == "of":
        return Verdict("announced", head), head, "declaration-of"
    return None
