"""The wing of the experts: who they are, their CVs, the orders, offers and bookings."""
