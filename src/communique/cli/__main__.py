"""Runs the command line as `python -m communique.cli`."""

from communique.cli import main

main()
