"""Work that makes many values, without Python looking for rings among them.

In: nothing.  Out: a stretch in which the collector of rings rests.  Refuses to know what is made there.
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def uncollected() -> Iterator[None]:
    """For rules being read and checked: hundreds of thousands of frozen values, of which none is in a ring.

    Going through them all again and again would take a third of the time and find nothing. When the collector wakes again
    they are old, so that it does not begin by going through all of them as the young that they are.
    """
    collects = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collects:
            if not gc.get_freeze_count():
                gc.freeze()  # all that there is, and at once
                gc.unfreeze()  # to the oldest generation
            gc.enable()
