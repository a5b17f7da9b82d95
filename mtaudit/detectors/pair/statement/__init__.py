"""What a statement rests on: who says it, how surely, when, why and on what condition."""
