"""The macros that authors call, each declared once: what it takes, what it is, how it runs."""
