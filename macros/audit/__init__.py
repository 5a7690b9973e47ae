"""A book becomes values, verdicts and decided claims."""
