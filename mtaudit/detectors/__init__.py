"""Detectors: each file looks for one kind of corruption."""
