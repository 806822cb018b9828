"""`python -m tradedocs` is the same program as `tradedocs`."""

from tradedocs.cli.main import main

if __name__ == "__main__":
    main()
