"""Settings by environment: `demo` (one command), `test`, `production`. Nothing is guessed in production."""
