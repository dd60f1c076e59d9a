"""The rules read the slow and obvious way, to compare the engine with."""
