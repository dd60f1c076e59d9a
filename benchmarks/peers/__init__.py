"""What a user might pick instead, each answering the same questions from the same points.

In: :class:`~benchmarks.workload.Point` values.  Out: the time each engine takes for one question, and whether it was right.
"""
