"""Which place a name means: what the words beside it say, where the story is, what lies near its other places."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import cos, exp, log10, radians, sqrt

from truceline.knowledge.gazetteer import Location, locations
from truceline.understand.markers.place_parts.candidates import Candidate
from truceline.understand.markers.place_parts.place_words import place_words
from truceline.understand.tokens import Doc

NEAR = ((60, 1.3), (250, 0.8))  # km, part of a neighbour
ROUNDS = 4
OF_NEIGHBOURS = 3.0  # and for lying near all the story's other places
OF_SIZE = 0.8  # points for a power of ten of population
OF_COUNTRY = 3.3  # points for lying in the one country of the story
OF_REGION = 4.5  # and in its one first-order region
MOST_OPTIONS = 40
IN_SHADOW = 1.2  # points that a town loses where its name is a country's
OF_CAPITAL = 1.0
OTHER_TOWN = 4.0
FAR = 12  # words: no container stands so far behind its place
LISTED = 1_000_000  # what the index gives a region listed by hand, above those of maps
ALIAS_OWN = (1.2, 2.0)
A_PART = 0.1  # of the story: a land with as much is told of
METROPOLIS = 1_000_000  # a city of this size is spoken of from afar: it says little about where the story is
HAMLET = 2000
AREAS = frozenset({"PCLI", "RGN", "CONT", "ADM1", "ADM2"})
IN_CONTAINER = 6.0  # points; a power of ten of population is one
IN_REGION = 4.0
OF_KIND = 5.0
LOG_OF_WHOLE = log10(31)
Share = Mapping[tuple[str, str | None], float]


@dataclass(frozen=True)
class Naming:
    """One mention: its name, what it may mean, what the words beside it say, and what its options have in common.

    ``is_of_land``: "China", "Middle East", a name that hamlets share. ``in_provinces``: the countries that have a
    first-order region of this name, with a point. ``has_own``: a town has this name for its own.
    """

    name: str
    options: tuple[Location, ...]
    container: Location | None
    kind: str
    is_of_land: bool
    in_provinces: frozenset[str | None]
    has_own: bool

    @property
    def is_qualified(self) -> bool:
        return self.container is not None or self.kind in {"region", "point"}


@dataclass(frozen=True)
class Weighed:
    """A naming with the points of each option, whatever the rest of the story says."""

    naming: Naming
    priors: tuple[float, ...]


def is_land(option: Location) -> bool:
    """A country, a continent or one of the regions over several countries that the supplement lists by hand."""
    code = option.feature_code
    return code in {"PCLI", "CONT"} or (code == "RGN" and option.country is None and option.population > LISTED)


def resolve(doc: Doc, found: Sequence[Candidate], countries: Counter[str]) -> list[Location | None]:
    """One location a candidate; null where no table knows it. One name means one place in one report."""
    namings = [naming_of(doc, found, index) for index in range(len(found))]
    told = {naming.name: naming for naming in reversed(namings)} | {
        naming.name: naming for naming in reversed(namings) if naming.container is not None or naming.kind == "the"
    }
    weights = weights_of(namings)
    weighed = {name: weigh(naming) for name, naming in told.items()}
    shares = story_shares(weighed, weights, countries)
    anchors = anchors_of(weighed, shares)
    return [chosen(naming, weighed, shares, anchors, weights[naming.name]) for naming in namings]


def weights_of(namings: Sequence[Naming]) -> dict[str, float]:
    """Each name's part of the story; a third mention is the last that counts."""
    counts = {name: min(3, number) for name, number in Counter(naming.name for naming in namings).items()}
    total = sum(counts.values())
    return {name: number / total for name, number in counts.items()}


def naming_of(doc: Doc, found: Sequence[Candidate], index: int) -> Naming:
    one = found[index]
    options = container_of(doc, found, index) or one.options[:MOST_OPTIONS]
    name = doc.words(one.first, one.last).casefold()
    return Naming(
        name,
        options,
        following(doc, found, index),
        kind_beside(doc, one),
        is_of_land=any(is_land(option) and not option.alias for option in options),
        in_provinces=frozenset([o.country for o in options if o.feature_code == "ADM1" and o.lat is not None]),
        has_own=any(not option.alias and option.population > 20_000 for option in options),
    )


def weigh(naming: Naming) -> Weighed:
    return Weighed(naming, tuple([prior(option, naming) for option in naming.options]))


def chosen(
    naming: Naming, told: Mapping[str, Weighed], shares: Share, anchors: Mapping[str, Location], own: float
) -> Location | None:
    if not naming.options:
        return None
    meant = told[naming.name]
    if naming.is_qualified and meant.naming is not naming:
        meant = weigh(naming)
    others = [anchor for name, anchor in anchors.items() if name != naming.name]
    same = meant.naming.options == naming.options
    priors = meant.priors if same else tuple([prior(option, meant.naming) for option in naming.options])
    points = [
        known + story(option, shares, own) + nearness(option, others) - named_in_full(option, naming, told)
        for option, known in zip(naming.options, priors, strict=True)
    ]
    best = likeliest(naming.options, points)
    return None if is_stray(best, meant.naming, shares, own) else best


def named_in_full(option: Location, naming: Naming, told: Mapping[str, Weighed]) -> float:
    """Points that a town loses which the report calls by its own, longer name: "Mykolaiv" beside "Mykolaivka"."""
    name = option.name.casefold() if option.alias else naming.name
    longer = name != naming.name and name.startswith(naming.name)
    return OTHER_TOWN if longer and name in told else 0.0


def is_stray(best: Location, naming: Naming, shares: Share, own: float) -> bool:
    """Another name of a town in a land that nothing else here tells of: Boni, of a report on Mali, is no Bonn."""
    if not best.alias or best.population > METROPOLIS or best.country is None:
        return False
    if naming.container is not None:
        return naming.container.country not in {best.country, None}  # "Boni in central Mali"
    told_of = {country for (country, region), share in shares.items() if region is None and share > A_PART}
    return bool(told_of - {best.country}) and shares.get((best.country, None), 0.0) <= own


def likeliest(options: Sequence[Location], points: Sequence[float]) -> Location:
    return options[max(range(len(options)), key=points.__getitem__)]


def story_shares(told: Mapping[str, Weighed], weights: Mapping[str, float], countries: Counter[str]) -> Share:
    """How much of the story lies in each country and each first-order region, from 0 to 1 and a little over."""
    shares: dict[tuple[str, str | None], float] = country_shares(countries)
    for _ in range(ROUNDS):
        made: defaultdict[tuple[str, str | None], float] = defaultdict(float)
        for name, weighed in told.items():
            weight = weights[name]
            for option, likelihood in likelihoods(weighed, shares, weight):
                if option.country is None:
                    continue
                made[option.country, None] += weight * likelihood
                if option.admin1 is not None:
                    far_known = option.feature_code.startswith("PPL") and option.population > METROPOLIS
                    made[option.country, option.admin1] += weight * likelihood * (0.3 if far_known else 1.0)
        base = country_shares(countries)
        shares = {key: made.get(key, 0.0) + 0.5 * base.get(key, 0.0) for key in {*made, *base}}
    return shares


def country_shares(countries: Counter[str]) -> dict[tuple[str, str | None], float]:
    total = sum(countries.values()) or 1
    return {(country, None): number / total for country, number in countries.items()}


def likelihoods(weighed: Weighed, shares: Share, weight: float) -> list[tuple[Location, float]]:
    """A share for each option that is not out of the question; a name's own part of the story is no proof of it."""
    options = weighed.naming.options
    scores = [known + story(option, shares, weight) for option, known in zip(options, weighed.priors, strict=True)]
    best = max(scores, default=0.0)
    raised = [exp(2.3 * (points - best)) for points in scores]
    total = sum(raised) or 1.0
    return [(option, part / total) for option, part in zip(options, raised, strict=True) if part > 0.02]


def anchors_of(told: Mapping[str, Weighed], shares: Share) -> dict[str, Location]:
    """The best guess for each name so far, where it is smaller than a country."""
    best = {
        name: likeliest(
            weighed.naming.options,
            [
                known + story(option, shares)
                for option, known in zip(weighed.naming.options, weighed.priors, strict=True)
            ],
        )
        for name, weighed in told.items()
        if weighed.naming.options
    }
    return {
        name: place
        for name, place in best.items()
        if place.lat is not None and place.feature_code not in {"PCLI", "CONT", "ADM1"}
    }


def prior(option: Location, naming: Naming) -> float:
    """Powers of ten of population, moved by the words beside the name, which outweigh any size."""
    points = OF_SIZE * log10(option.population + 10) - alias_doubt(option, naming)
    points -= IN_SHADOW if naming.is_of_land and not is_land(option) else 0.0
    points += OF_CAPITAL if option.feature_code == "PPLC" and not option.alias else 0.0
    if option.feature_code == "RGN" and option.lat is None and option.country in naming.in_provinces:
        points -= 1.5  # where a province of that name has a point, it is meant; the Sahel is no province
    if option.feature_code == "ADM1" and has_town(option, naming):
        points -= 1.0
    container = naming.container
    if container is not None and container.country and container.country == option.country:
        points += IN_CONTAINER
        if container.admin1 and container.admin1 == option.admin1 and option.feature_code != "ADM1":
            points += IN_REGION
    if naming.kind == "the" and option.feature_code not in {"PPL", "PPLC", "ADM1", "ADM2", "RGN"}:
        points += OF_KIND
    if naming.kind == "region" and option.feature_code in {"ADM1", "ADM2", "RGN"}:
        points += OF_KIND
    if naming.kind == "point" and option.feature_code not in AREAS:
        points += OF_KIND
    return points


def has_town(region: Location, naming: Naming) -> bool:
    """ "Gao" alone is the town, not the region around it."""
    return naming.kind != "region" and any(
        one.feature_code.startswith("PPL")
        and not one.alias
        and one.country == region.country
        and one.population > 20_000
        for one in naming.options
    )


def alias_doubt(option: Location, naming: Naming) -> float:
    """Large towns have names in many languages ("Geneva"), small ones have names that were meant otherwise.

    Where a town has the name for its own, the other towns' many names are doubted more: "Manchester" is not Richmond.
    """
    if not option.alias:
        return 0.0
    if naming.has_own:
        return ALIAS_OWN[0] if option.population > 100_000 else ALIAS_OWN[1]
    return 0.4 if option.population > 100_000 else 1.2


def story(option: Location, shares: Share, own: float = 0.0) -> float:
    """Points for lying where the story is: its country, then its first-order region."""
    if option.country is None or (option.country, None) not in shares:
        return 0.0
    in_country = max(0.0, shares[option.country, None] - own)
    in_region = max(0.0, shares.get((option.country, option.admin1), 0.0) - own) if option.admin1 else 0.0
    if option.feature_code == "PCLI":
        in_region = in_country  # a country loses nothing against a town in it
    far_off = option.population < 50_000 and in_region < 0.03 and option.feature_code.startswith("PPL")
    return OF_COUNTRY * grown(in_country) * (0.5 if far_off else 1.0) + OF_REGION * grown(in_region)


def grown(share: float) -> float:
    """From 0 to 1, fast at first: a second name of a region counts for more than a tenth."""
    return log10(1 + 30 * min(1.0, share)) / LOG_OF_WHOLE if share else 0.0


def nearness(option: Location, anchors: Sequence[Location]) -> float:
    if option.lat is None or not anchors or option.feature_code == "PCLI":
        return 0.0
    near = sum(closeness(distance_km(option, anchor)) for anchor in anchors)
    return OF_NEIGHBOURS * near / len(anchors) + (0.5 if near else 0.0)


def closeness(km: float) -> float:
    """1 for a neighbour, 0 beyond a day's drive."""
    return next((part for within, part in NEAR if km < within), 0.0)


def following(doc: Doc, found: Sequence[Candidate], index: int) -> Location | None:
    """The container named right after: "Hadrut, Azerbaijan"; "Paris, Texas"; "Goma in eastern Congo"."""
    if index + 1 >= len(found):
        return None
    here, after = found[index], found[index + 1]
    between = doc.tokens[here.last + 1 : min(after.first, here.last + 1 + FAR)]
    gap = [token.lower_ for token in between if not token.is_space and token.lower_ not in place_words("quarters")]
    if after.first - here.last > FAR or gap not in ([","], ["in"], [",", "in"], ["'s"], ["("]) or not after.options:
        return None
    name = doc.words(after.first, after.last)
    best = max(after.options, key=lambda option: (holds_own(option, here.options), option.population))
    if gap == [","] and best.feature_code not in {"PCLI", "ADM1"}:
        best = next((option for option in locations(name) if option.feature_code == "ADM1"), best)
    return best if best.feature_code in {"PCLI", "ADM1", "RGN"} else None


def container_of(doc: Doc, found: Sequence[Candidate], index: int) -> tuple[Location, ...]:
    """ "Atlanta, Georgia": the land that holds the town before the comma; nothing where one alone is called so."""
    name = found[index]
    if index == 0 or name.first < 1 or doc.tokens[name.first - 1].text != ",":
        return ()
    if sum(option.feature_code in {"PCLI", "ADM1"} and not option.alias for option in name.options) < 2:
        return ()
    land = following(doc, found, index - 1)
    return (land,) if land in name.options else ()


def holds_own(land: Location, towns: Sequence[Location]) -> bool:
    """A town of some size that is called so itself lies in it."""
    if land.feature_code not in {"PCLI", "ADM1"} or land.country is None or land.alias:
        return False
    return any(
        town.country == land.country and (land.feature_code == "PCLI" or town.admin1 == land.admin1)
        for town in towns
        if not town.alias and town.feature_code.startswith("PPL") and town.population > HAMLET
    )


def kind_beside(doc: Doc, candidate: Candidate) -> str:
    """ "Aleppo province", "the town of Aleppo", "the Atlantic": region, point, the, or empty."""
    after = doc.tokens[candidate.last + 1].lower_ if candidate.last + 1 < len(doc) else ""
    before = [doc.tokens[i].lower_ for i in range(max(0, candidate.first - 3), candidate.first)]
    if after in place_words("regions") or ("of" in before and place_words("regions") & set(before)):
        return "region"
    if after in place_words("points") or ({"town", "city", "village"} & set(before) and "of" in before):
        return "point"
    return "the" if has_article(doc, candidate) else ""


def has_article(doc: Doc, candidate: Candidate) -> bool:
    """ "The Gulf", not "the Paris court": seas and regions take an article, towns do not."""
    if candidate.first == 0 or doc.tokens[candidate.first - 1].lower_ != "the" or candidate.last + 1 >= len(doc):
        return False
    return (
        doc.tokens[candidate.last + 1].pos_ not in {"NOUN", "PROPN", "ADJ"}
        and doc.tokens[candidate.last + 1].text != "-"
    )


def distance_km(one: Location, other: Location) -> float:
    """Equirectangular: good to a few per cent at these distances, and cheap."""
    if one.lat is None or one.lon is None or other.lat is None or other.lon is None:
        return 1e9
    x = radians(other.lon - one.lon) * cos(radians((one.lat + other.lat) / 2))
    y = radians(other.lat - one.lat)
    return 6371 * sqrt(x * x + y * y)
