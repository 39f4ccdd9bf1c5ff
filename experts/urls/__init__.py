"""Two sets of doors: the portal inside a language tree, safe links outside it."""
