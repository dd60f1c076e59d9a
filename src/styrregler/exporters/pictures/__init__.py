"""Pictures: organisation, delegation, escalation, the way of a case and plans, for those who would rather look than read.

In: a rule set and a name.  Out: a :class:`Picture` of boxes and arrows or a :class:`Timetable`, and each as SVG or as Mermaid
text.  Refuses to answer (what is shown is what the rules say, laid out), and to use colour for anything.
"""
