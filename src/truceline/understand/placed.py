"""The mark of a place in any language, once it is known which place is meant."""

from truceline.knowledge.gazetteer import Location
from truceline.model.mark import PlaceMark


def placed(mark: PlaceMark, location: Location, precision: int) -> PlaceMark:
    """``precision``: UCDP's where_prec, as the words before the name have it."""
    return mark.model_copy(
        update={
            "name": location.name, "geonameid": location.geonameid, "feature_code": location.feature_code,
            "lat": location.lat, "lon": location.lon, "country": location.country, "precision": precision,
        }
    )  # fmt: skip
