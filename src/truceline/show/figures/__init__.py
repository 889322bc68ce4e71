"""Standing figures: each file works out where things stand; the template of its name draws them as SVG."""
