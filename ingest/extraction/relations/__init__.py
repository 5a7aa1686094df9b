"""From mentions to what the document says of them: offices, incidents, events, roles, days and numbers."""
