"""Every rule that `tieout check` tells, and the review that runs them."""
