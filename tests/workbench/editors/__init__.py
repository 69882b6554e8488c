"""What editors and documentation are given to colour policies with."""
