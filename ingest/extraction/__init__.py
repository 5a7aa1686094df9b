"""Extraction: a document in, mentions and claims out. Pure: the same text gives the same claims."""
