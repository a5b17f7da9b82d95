"""Detectors of damage that a text shows by itself."""
