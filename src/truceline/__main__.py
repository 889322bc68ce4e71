"""``python -m truceline`` is ``truceline``."""

from truceline.cli.main import main

if __name__ == "__main__":  # worker processes import this file again under another name
    main()
