"""Sphinx settings: Markdown by MyST, one theme, no warnings allowed."""

from importlib.metadata import version as version_of

project = "truceline"
author = "The truceline developers"
version = release = version_of("truceline")
extensions = ["myst_parser", "sphinx.ext.autodoc", "sphinx.ext.napoleon"]
myst_enable_extensions = ["colon_fence", "deflist"]
myst_heading_anchors = 3
autodoc_typehints = "description"
html_theme = "furo"
html_title = "truceline"
exclude_patterns = ["build"]
# Pydantic's own members are no part of our reference.
autodoc_default_options = {"members": True, "exclude-members": "model_config, model_post_init"}
