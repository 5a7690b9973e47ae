"""Tables for machines: columns, records and the package that describes them."""
