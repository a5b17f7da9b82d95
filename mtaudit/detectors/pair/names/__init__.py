"""Names of people, places and bodies: changed, translated, dropped, merged, or no names any more."""
