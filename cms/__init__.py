"""The window to the street: pages and blocks. Reads the wings, changes nothing."""
