"""Makes pictures of facts: what a chart call in a page says, in words and positions.

A chart's form is generic; what is charted, in which order and under which title, stands in the
page next to the prose. Each maker is a macro, and a file here is all that declares it.
"""
