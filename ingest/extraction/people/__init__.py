"""People: named again, by their printed names, and what each is to the document."""
