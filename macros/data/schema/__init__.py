"""What may stand in the data file, entry by entry."""
