"""The apps as marimo notebooks: an input, and the cells that depend on it. The input is what is displayed first."""
