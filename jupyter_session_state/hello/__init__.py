"""What Streamlit's own demo imports from ``streamlit.hello``."""
