"""Where scripts find what starts Streamlit's server, to run themselves when Python runs them."""
