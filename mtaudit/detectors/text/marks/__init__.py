"""Marks, spaces and capitals where none belong."""
