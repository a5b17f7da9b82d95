"""Renderers: a run in, one output format out."""
