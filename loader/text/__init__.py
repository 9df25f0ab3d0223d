"""A text taken apart: repair, blocks, sentences, quotations, tokens, tags."""
