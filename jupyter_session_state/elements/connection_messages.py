"""What errors about connections say."""

from __future__ import annotations

from typing import Any

from jupyter_session_state import errors


def needs_package(name: str, package: str) -> ModuleNotFoundError:
    """For a package that is not installed."""
    return ModuleNotFoundError(
        f"The connection {name!r} needs {package}, which is not installed here: pip install {package}"
    )


def no_such_type(name: str, type: str) -> errors.StreamlitAPIException:
    """For a type that is not there."""
    hint = (
        " That of Snowflake is not there: write a class of yours from streamlit.connections.BaseConnection."
        if type.startswith("snow")
        else ""
    )
    return errors.StreamlitAPIException(
        f"The connection {name!r} has the type {type!r}; it must be 'sql' or a class of connections.{hint}"
    )


def no_connection_class(type: Any) -> errors.StreamlitAPIException:
    """For a class that is none of connections."""
    return errors.StreamlitAPIException(
        f"{repr(type)[:100]} is no class of connections: it must come from streamlit.connections.BaseConnection."
    )


def no_address(name: str) -> errors.StreamlitAPIException:
    """For a database of which nothing is known."""
    return errors.StreamlitAPIException(
        f"Nothing is known of the database {name!r}. Pass url='sqlite:///file.db', or write [connections.{name}] with "
        "a url into secrets.toml."
    )


def missing_part(name: str, part: str) -> errors.StreamlitMissingRequiredParameterError:
    """For a database whose address is not complete."""
    return errors.StreamlitMissingRequiredParameterError(
        f"The database {name!r} needs {part}, as an argument or in [connections.{name}] of secrets.toml; or a url."
    )
