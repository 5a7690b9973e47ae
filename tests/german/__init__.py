"""A third language for the tests: what it takes is this folder."""
