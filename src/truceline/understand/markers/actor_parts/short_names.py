"""What a group is called once its full name stood in the report: "the Tigers", "the Serbs"."""

from collections.abc import Sequence

from truceline.knowledge.names import Known, names
from truceline.understand.grammar import prepositional_objects
from truceline.understand.markers.actor_parts.roles import actor_words
from truceline.understand.markers.actor_parts.sightings import Sighting
from truceline.understand.tokens import Doc, Token

LETTERS = 4
SHORTEST = 3  # tokens of "(NLA)"


def with_short_names(doc: Doc, found: Sequence[Sighting]) -> Sequence[Sighting]:
    """The sightings, and each plural word of a group's name where it stands alone behind that name, in text order."""
    known: dict[str, tuple[tuple[Known, ...], int]] = {}
    for sighting in found:
        groups = tuple(option for option in sighting.options if option.kind == "group")
        if not groups or sighting.first == sighting.last:
            continue
        if (letters := letters_behind(doc, sighting)) is not None:
            known.setdefault(letters.text, (groups, sighting.last))
        for token in doc.tokens[sighting.first : sighting.last + 1]:
            is_last = token.i == sighting.last
            behind = -1 if is_last and is_people(token) else sighting.last  # "Serb gunners ... Bosnian Serb leaders"
            for word in short_names(token, is_last=is_last):
                known.setdefault(word, (groups[:1], behind))
    if not known:
        return found
    longer = {index for one in found if one.first < one.last for index in range(one.first, one.last + 1)}
    short = {
        token.i: Sighting(token.i, token.i, known[token.text][0])
        for token in doc.tokens
        if token.text in known and token.i > known[token.text][1] and token.i not in longer and stands_alone(token)
    }
    kept = [one for one in found if one.first not in short]
    return sorted([*kept, *short.values()], key=lambda one: one.first)


def letters_behind(doc: Doc, name: Sighting) -> Token | None:
    """ "The National Liberation Army (NLA)": what the report itself says the letters stand for."""
    behind = doc.tokens[name.last + 1 : name.last + 4]
    if len(behind) < SHORTEST or behind[0].text != "(" or behind[2].text != ")":
        return None
    return behind[1] if behind[1].text.isupper() and len(behind[1]) > 1 else None


def short_names(token: Token, *, is_last: bool) -> tuple[str, ...]:
    """A plural in capitals that is no word of every other name ("Forces"); the people of "Bosnian Serb gunners"."""
    if is_last and (is_people(token) or is_one_of_them(token)):
        return token.text, token.text + "s"
    plural = token.text.endswith("s") and len(token.text) >= LETTERS and token.text.istitle()
    return (token.text,) if plural and token.text not in actor_words("organisation_words") else ()


def is_people(token: Token) -> bool:
    return names().one(token.text + "s", "demonym") is not None


def is_one_of_them(token: Token) -> bool:
    """ "Tamil Tiger rebels": the Tigers."""
    before = token.nbor(-1).text if token.i else ""
    return token.text.istitle() and names().one(f"{before} {token.text}s", "group") is not None


def stands_alone(token: Token) -> bool:
    """No part of another name, no others of that people: not "the Croatian Serbs", "Serbs from Croatia"."""
    before, after = token.nbor(-1) if token.i else token, token.nbor(1)
    longer = (
        before.i < token.i
        and before.text[:1].isupper()
        and before.dep_ in {"compound", "amod"}
        and before.head in {token, token.head}
    )
    return not longer and after.text != "-" and not prepositional_objects(token, "from", "in", "of")
