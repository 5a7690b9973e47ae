"""Runs the command line from a clone: `python -m macros check`."""

from macros.cli import main

main(prog_name="tieout")
