"""What MkDocs asks of us at each step of a build; other rooms are called by name, when needed."""
