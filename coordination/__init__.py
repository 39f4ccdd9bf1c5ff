"""The office: what both wings stand on, and the roof from which everything is seen."""
