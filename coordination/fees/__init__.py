"""Money: dated price classes and the ledger of what is owed to whom by whom."""
