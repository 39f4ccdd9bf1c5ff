"""The kinds of messages by what they are about: a module here gives `KINDS`, and `PIECES` of its own if it needs them."""
