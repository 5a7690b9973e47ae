"""The proof sheet: what shows numbers, beside the facts it cites, until somebody has read it."""
