"""The data file: `facts.yml` becomes a book."""
