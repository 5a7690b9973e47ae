"""What the MkDocs hook module does, in parts of which all but `second` need no MkDocs."""
