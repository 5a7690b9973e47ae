"""What machines read of an explainer: tables and their schemas, a feed, linked data, cards."""
