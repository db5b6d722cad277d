"""The apps that are measured, as each library writes them."""
