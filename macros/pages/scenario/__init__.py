"""Scenarios: what would follow from facts if something that a reader can set were otherwise.

The arithmetic is written once, in the formula language, with names for facts, for what is set and
for results. Python evaluates it for the cases on the page; the page's script gets the same tree.
"""
