"""Who and what is named: lexicon, name grammars, links."""
