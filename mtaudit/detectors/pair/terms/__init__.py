"""Words that have a counterpart of another sense: terms, idioms, phrases."""
