"""French, put together."""

from truceline.understand.languages.fr.actors import mark_actors
from truceline.understand.languages.fr.casualties import find_casualties
from truceline.understand.languages.fr.ceasefires import find_ceasefires
from truceline.understand.languages.fr.dates import mark_dates
from truceline.understand.languages.fr.grammar import FRENCH_GRAMMAR
from truceline.understand.languages.fr.modality import mark_modality
from truceline.understand.languages.fr.numbers import mark_numbers
from truceline.understand.languages.fr.places import mark_places
from truceline.understand.languages.fr.speakers import mark_speakers
from truceline.understand.languages.language import Language, Markers

LANGUAGE = Language(
    grammar=FRENCH_GRAMMAR,
    markers=Markers(mark_dates, mark_places, mark_actors, mark_numbers, mark_speakers, mark_modality),
    finders=(find_casualties, find_ceasefires),
)
