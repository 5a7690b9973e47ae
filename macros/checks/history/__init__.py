"""What git remembers of the data: entries of `changes`, what a revision moves, and rules on it."""
