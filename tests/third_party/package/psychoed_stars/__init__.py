"""What a small package of somebody else brings to psychoed: one file, one thing, as in psychoed itself."""
