"""Markdown, its calls, and what each call shows."""
