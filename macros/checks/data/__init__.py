"""Rules between the entries of the data file."""
