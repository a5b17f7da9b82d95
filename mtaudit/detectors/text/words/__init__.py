"""Words that hardly stand so beside each other in English that a person wrote."""
