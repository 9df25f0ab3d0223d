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
        except PROBLEMS as error:
            raise Refused(str(error)) from error

    return checked
