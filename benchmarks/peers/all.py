"""Every engine that is measured, the floors and this project first."""

from benchmarks.peers import databases, expressions, floors, ours, policies, tables

ENGINES = (
    *floors.ENGINES,
    *ours.ENGINES,
    *policies.ENGINES,
    *tables.ENGINES,
    *expressions.ENGINES,
    *databases.ENGINES,
)
