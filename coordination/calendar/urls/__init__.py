"""Two sets of doors: one's own calendar inside a language tree, feeds outside it."""
