"""Rules for the built site."""
