"""Verbs of events. Whoever answers, is moved up, marked or told of a change goes one after another: the event's row is
locked first, its registrations after it in the order of their keys.
"""
