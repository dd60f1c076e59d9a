"""Resolve: from the trees of all files to one model, with every name looked up and every inheritance carried out.

In: documents.  Out: a :class:`~styrregler.model.Corpus` and diagnostics.  A name that is unknown is reported once per
place and spoils nothing but the row that rests on it.  Decides nothing.
"""

from styrregler.resolve.corpus import resolve

__all__ = ["resolve"]
