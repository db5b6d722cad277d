"""Scripts that both Streamlit and this project run as they are; their headings are comments, which nobody displays."""
