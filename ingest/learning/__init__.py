"""Learning from annotated documents: makes the models that extraction reads. Not used when documents are read."""
