"""Social cards: one picture a page."""
