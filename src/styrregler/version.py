"""The version of the product; the language version stands in the grammar."""

__version__ = "0.1.0"
