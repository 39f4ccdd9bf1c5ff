"""Messages: the outbox, through which everything leaves, and the safe links that stand in it."""
