"""The learned models, only read here: the tagger of names and the small linear models."""
