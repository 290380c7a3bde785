// The preview's own script.
