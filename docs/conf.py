"""Sphinx settings: Markdown by MyST, one theme, no warnings allowed."""

import sys
from importlib.metadata import version as version_of
from pathlib import Path

from sphinx.application import Sphinx

project = "truceline"
author = "The truceline developers"
version = release = version_of("truceline")
extensions = ["myst_nb", "sphinx.ext.autodoc", "sphinx.ext.napoleon"]
myst_enable_extensions = ["colon_fence", "deflist"]
myst_heading_anchors = 3
nb_execution_mode = "off"  # the tests run the notebook; the page shows what it last printed
autodoc_typehints = "description"
html_theme = "furo"
html_title = "truceline"
exclude_patterns = ["build"]
# Pydantic's own members are no part of our reference.
autodoc_default_options = {"members": True, "exclude-members": "model_config, model_post_init"}

sys.path.insert(0, str(Path(__file__).parent))


def setup(app: Sphinx) -> None:
    """The reference is made from the code at every build."""
    from reference_pages import write_reference

    write_reference(Path(__file__).parent / "reference")
