"""The command line: the only package that imports all three rooms."""

__version__ = "0.1.0"
