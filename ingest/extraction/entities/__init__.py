"""From the mentions of a document to its entities."""
