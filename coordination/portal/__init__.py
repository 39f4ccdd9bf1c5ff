"""What spans both wings, seen from the roof: what should I do now, the frame of every page."""
