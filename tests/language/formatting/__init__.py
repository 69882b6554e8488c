"""The formatter: where words stand, and that nothing but their places changes."""
