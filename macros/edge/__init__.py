"""What the MkDocs hook module does that needs no MkDocs, and is tested without it."""
