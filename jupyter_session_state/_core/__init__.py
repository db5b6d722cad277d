"""The pure core: the standard library only, no clock, no I/O, no Jupyter."""
