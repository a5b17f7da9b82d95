"""Detectors that hold a copy against its original."""
