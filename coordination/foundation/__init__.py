"""The ground floor: what knows no model (refusals, formats, fields, files, words)."""
