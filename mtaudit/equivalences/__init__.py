"""Equivalences: each file knows one reason why a difference is harmless."""
