"""Facts → text, JSON, HTML: pure functions."""
