"""Attest rules beside delegation."""
