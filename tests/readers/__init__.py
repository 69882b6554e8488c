"""Files become forms: cell by cell as printed, and a bad file is told what is wrong with it."""
