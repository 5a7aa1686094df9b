"""What the text is made of: sentences and tokens, names, numbers and dates, and the lexicons laid over them."""
