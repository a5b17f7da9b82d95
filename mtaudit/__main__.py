"""`python -m mtaudit` is `mtaudit`."""

import sys

from mtaudit.cli import main

if __name__ == "__main__":
    sys.exit(main())
