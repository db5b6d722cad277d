"""The edge to Jupyter: the only folder that may import IPython, ipywidgets, anywidget and friends."""
