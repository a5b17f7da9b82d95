"""Damage to the text itself: its language, sentences, words, marks and page."""
