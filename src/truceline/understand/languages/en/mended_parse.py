"""What the English parser gets wrong again and again, hung on the right word: all mends in their order."""

from truceline.understand.languages.en.mended_accusations import mend_accusations
from truceline.understand.languages.en.mended_clauses import mend_clauses
from truceline.understand.languages.en.mended_gaps import mend_gaps
from truceline.understand.languages.en.mended_headlines import mend_headlines
from truceline.understand.languages.en.mended_joints import mend_joints
from truceline.understand.languages.en.mended_names import mend_names
from truceline.understand.languages.en.mended_openings import mend_openings
from truceline.understand.languages.en.mended_participles import mend_participles
from truceline.understand.languages.en.mended_requests import mend_requests
from truceline.understand.languages.en.mended_sayings import mend_sayings
from truceline.understand.languages.en.mended_word_classes import mend_word_classes
from truceline.understand.languages.en.mends import Mends

mend_parse = Mends(
    mend_openings,
    mend_names,
    mend_word_classes,
    mend_clauses,
    mend_accusations,
    mend_sayings,
    mend_participles,
    mend_joints,
    mend_gaps,
    mend_requests,
    mend_headlines,
)
"""One word with what hangs on it; called for each word of a text in order."""
