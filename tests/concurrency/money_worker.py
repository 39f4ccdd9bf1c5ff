"""A worker to be killed while it makes a payment batch's files or a file of the ledger: told which task and which job."""

import importlib
import sys

import django

django.setup()


def main(task: str, key: int) -> None:
    print("ready", flush=True)  # noqa: T201
    importlib.import_module(task).make(key)


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
