"""Figures, dates and times, and how much, how many and how long without one."""
