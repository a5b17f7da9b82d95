"""What words mean, and how two of them stand to each other: no text, and no place in one."""
