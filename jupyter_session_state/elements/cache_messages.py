"""What errors about cached functions say: one builder per message, named after the situation."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from jupyter_session_state import errors
from jupyter_session_state._core.hashing import HashFuncError, UnhashableError, type_name


def name_of(function: Callable[..., Any]) -> str:
    """Return what to call a function in a sentence."""
    name = str(getattr(function, "__qualname__", function))
    return f"{name.rpartition('<locals>.')[2]}()"


def unhashable(
    kind: str, function: Callable[..., Any], argument: str | None, value: Any, why: UnhashableError
) -> errors.UnhashableParamError:
    """For an argument that has no content to go by."""
    called = f"The argument {argument!r}" if argument else "An argument"
    what = type_name(type(value))
    inner = "" if why.part is value else f" (it holds a {type_name(type(why.part))})"
    spared = f"_{argument}" if argument else "_name"
    return errors.UnhashableParamError(
        f"{called} of the cached function {name_of(function)} is a {what}{inner}, which has no content to tell "
        f"one from another by. Call the parameter {spared!r} to leave it out of what is compared, or say what to "
        f"go by: @st.cache_{kind}(hash_funcs={{{type(value).__name__}: ...}})."
    )


def hash_func_failed(function: Callable[..., Any], why: HashFuncError) -> errors.UserHashError:
    """For a function of `hash_funcs` that raised."""
    return errors.UserHashError(
        f"hash_funcs of the cached function {name_of(function)}: {name_of(why.function)} raised "
        f"{why.__cause__!r} for a {type_name(type(why.part))}. It must return something that has content, such "
        "as a text or a number, for every value of that type."
    )


def not_copyable(function: Callable[..., Any], value: Any) -> errors.UnserializableReturnValueError:
    """For what cannot be given out as copies."""
    hint = "Return data"
    if hasattr(value, "__next__"):
        hint = "A generator can be read once only: return a list of what it yields"
    return errors.UnserializableReturnValueError(
        f"The cached function {name_of(function)} returned a {type_name(type(value))}, of which there are no "
        f"copies. {hint}, or decorate the function with @st.cache_resource, which gives the same object to "
        "everybody."
    )


def not_local(function: Callable[..., Any], value: Any, why: AttributeError) -> AttributeError:
    """For what a function defined inside of itself, which no copy could find again."""
    return AttributeError(
        f"The cached function {name_of(function)} returned a {type_name(type(value))} of which there are no "
        f"copies: {why}. Define it outside of the function, or use @st.cache_resource."
    )


def not_collected(function: Callable[..., Any], value: Any) -> errors.UnevaluatedDataFrameError:
    """For a query in the place of its result."""
    return errors.UnevaluatedDataFrameError(
        f"The cached function {name_of(function)} returned a {type_name(type(value))}, which is not computed yet. "
        "Collect it into a DataFrame before it is returned."
    )


def awaitable(
    kind: str, function: Callable[..., Any], value: Any
) -> errors.CachedFunctionReturnedAwaitableError:
    """For something to await that a plain function returned."""
    return errors.CachedFunctionReturnedAwaitableError(
        f"The cached function {name_of(function)} returned a {type_name(type(value))}, which has to be awaited and "
        f"can be awaited once only. Make it `async def` under @st.cache_{kind}, and await inside of it."
    )


def asynchronous_generator(kind: str, function: Callable[..., Any]) -> errors.StreamlitAPIException:
    """For a function that cannot be cached at all."""
    return errors.StreamlitAPIException(
        f"@st.cache_{kind} cannot keep what the asynchronous generator {name_of(function)} yields: it can be read "
        "once only. Collect it in an `async def` function that returns a list, and decorate that."
    )


def no_function(kind: str, value: Any) -> errors.StreamlitAPIException:
    """For what has no source to go by."""
    return errors.StreamlitAPIException(
        f"@st.cache_{kind} decorates a function of your own, not {repr(value)[:100]}. Write a function that calls it."
    )


def synchronous_only(parameter: str) -> errors.StreamlitAPIException:
    """For a callback nobody would await."""
    return errors.StreamlitAPIException(
        f"{parameter} of st.cache_resource must be a plain function: what an `async` one does is never awaited."
    )


def not_background(function: Callable[..., Any]) -> errors.StreamlitValueError:
    """For a coroutine function that shall be refreshed on a thread."""
    return errors.StreamlitValueError(
        f"refresh_mode of the `async` function {name_of(function)} must be 'foreground': it cannot be awaited in "
        "the background."
    )


def background_without_ttl() -> errors.StreamlitMissingRequiredParameterError:
    """For values that never get old."""
    return errors.StreamlitMissingRequiredParameterError(
        "refresh_mode='background' needs a ttl, after which values are made anew. Pass ttl='1h' or the like."
    )


def background_without_time(ttl: Any) -> errors.StreamlitValueError:
    """For values that are old at once."""
    return errors.StreamlitValueError(
        f"refresh_mode='background' needs a ttl above zero, not {ttl!r}. Pass ttl='1h' or the like."
    )


def background_on_disk() -> errors.StreamlitIncompatibleParametersError:
    """For two arguments of which only one can be."""
    return errors.StreamlitIncompatibleParametersError(
        "refresh_mode='background' and persist cannot be used together. Leave persist out."
    )


def bad_time(ttl: str) -> errors.StreamlitBadTimeStringError:
    """For a text that is no length of time."""
    return errors.StreamlitBadTimeStringError(
        f"ttl={ttl!r} is no length of time. Write it like '1d2h34m' or '2 days', or give seconds or a timedelta."
    )


def bad_size(value: Any) -> errors.StreamlitValueError:
    """For a number of bytes that is none."""
    return errors.StreamlitValueError(
        f"max_size is {value!r}, but must be a number of bytes above zero, or a text such as '500MB' or '1.5GiB'."
    )


def drawn_in_background(
    kind: str, function: Callable[..., Any]
) -> errors.CachedStFunctionInBackgroundModeWarning:
    """For a function that draws and is refreshed where nothing can be drawn."""
    return errors.CachedStFunctionInBackgroundModeWarning(
        f"The cached function {name_of(function)} draws, but has @st.cache_{kind}(refresh_mode='background'): what "
        "it draws shows only when it is computed, and not when its value is known. Draw outside of it."
    )


def no_disk(function: Callable[..., Any]) -> str:
    """Words for `persist`, which is not offered."""
    return (
        f"`persist` of the cached function `{name_of(function)}` has no effect: values are kept in this kernel's "
        "memory only, since reading them back from a disk could run foreign code."
    )
