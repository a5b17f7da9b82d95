"""Detectors that hold an article against others on the same event."""
