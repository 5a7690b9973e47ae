"""English: its fixed words, and how numbers and comparisons are told in its prose."""
