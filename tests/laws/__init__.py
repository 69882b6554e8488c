"""What holds of every policy and every form, tried on many that are made up."""
