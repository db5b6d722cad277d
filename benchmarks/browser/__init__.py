"""What a person sees: from the press of a mouse button to the pixels, in a real browser."""
