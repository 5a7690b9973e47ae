"""The fixed words, one module per language, with the same keys."""
