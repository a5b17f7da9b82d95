"""Who someone is: kin, pronouns, titles and offices, and who did what to whom."""
