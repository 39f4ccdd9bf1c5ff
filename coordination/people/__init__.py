"""People, units, roles: who is who, and who may act where."""
