"""How fast apps answer, beside other libraries doing the same: `python -m benchmarks`."""
