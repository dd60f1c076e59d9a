"""Beginnings: the files of a municipality's first rule set, and of an author's first plugin.

In: a name and a day.  Out: texts by path, made from the forms that lie beside.  Refuses to write them.
"""

from styrregler.scaffold.starting import Beginning, plugin, rule_set

__all__ = ["Beginning", "plugin", "rule_set"]
