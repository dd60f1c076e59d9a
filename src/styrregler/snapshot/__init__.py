"""Snapshots: a rule set as columns of numbers and texts, from which each value is built when it is touched.

In: a :class:`~styrregler.ruleset.RuleSet`.  Out: bytes, and the same rule set back, at once whatever its size
([0016](../../../docs/adr/0016-a-snapshot-is-columns.md)).  Refuses to run what it reads: a snapshot names classes of this
package and holds their fields, nothing else.
"""
