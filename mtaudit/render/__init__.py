"""Renderers: what was checked in, one output format out."""
