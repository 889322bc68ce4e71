"""English, put together."""

from truceline.understand.finders.casualties import find_casualties
from truceline.understand.finders.ceasefires import find_ceasefires
from truceline.understand.finders.events import find_events
from truceline.understand.finders.positions import find_positions
from truceline.understand.finders.statements import find_statements
from truceline.understand.finders.talks import find_talks
from truceline.understand.finders.territory import find_territory
from truceline.understand.languages.en.grammar import ENGLISH
from truceline.understand.languages.language import Language, Markers
from truceline.understand.markers.actors import mark_actors
from truceline.understand.markers.dates import mark_dates
from truceline.understand.markers.modality import mark_modality
from truceline.understand.markers.numbers import mark_numbers
from truceline.understand.markers.places import mark_places
from truceline.understand.markers.speakers import mark_speakers

LANGUAGE = Language(
    grammar=ENGLISH,
    markers=Markers(mark_dates, mark_places, mark_actors, mark_numbers, mark_speakers, mark_modality),
    finders=(
        find_statements,
        find_events,
        find_casualties,
        find_ceasefires,
        find_talks,
        find_territory,
        find_positions,
    ),
)
