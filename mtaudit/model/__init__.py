"""The language model, and all that was fitted: which words and phrases stand for which."""
