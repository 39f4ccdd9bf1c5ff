"""Events: kick-offs, theme days, trainings, supervision and all else with a programme and a list of those who come."""
