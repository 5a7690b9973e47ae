"""Rules between pages, and between pages and data."""
