"""Makes the book of the entries."""
