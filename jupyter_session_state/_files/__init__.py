"""Scripts on disk, and the modules beside them; imports `_core` only."""
