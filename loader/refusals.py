"""Errors as a command tells them: one line, no trace, status 2."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import ParamSpec, TypeVar

import click

from ontology.dataset import NoSnapshotError

from .errors import LoaderError

Args = ParamSpec("Args")
Result = TypeVar("Result")
PROBLEMS = (LoaderError, NoSnapshotError, OSError)


class Refused(click.ClickException):
    """Wrong usage or input, or nothing done: status 2."""

    exit_code = 2


def reported(command: Callable[Args, Result]) -> Callable[Args, Result]:
    """Say what is wrong with the input, without a trace, and end with status 2."""

    @wraps(command)
    def checked(*args: Args.args, **kwargs: Args.kwargs) -> Result:
        try:
            return command(*args, **kwargs)
        except BrokenPipeError:
            raise  # who read the output has had enough; the command line ends quietly
        except PROBLEMS as error:
            raise Refused(_told(error)) from error

    return checked


def _told(error: Exception) -> str:
    if not isinstance(error, OSError) or error.filename is None:
        return str(error)
    what = (error.strerror or "cannot be used").lower()
    return f"{error.filename}: {what}; give another path, or mend its place or its rights"
