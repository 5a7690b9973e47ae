"""Rules about what pages and the data's texts say: numbers, comparisons, words beside facts."""
