"""All that depends on a language: read a print, write a value, spot a number, fixed words."""
