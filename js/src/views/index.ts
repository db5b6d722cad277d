/** The widget views: one module for all of them, bundled for the Python package. */
export default {};
