"""Serving permits and support to firms."""
