"""Who and what is named, by lexicon and grammar, and the first pass over a page."""
