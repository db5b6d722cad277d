"""What errors about fragments, dialogs and pages say: one builder per message, named after the situation."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from jupyter_session_state import errors


def _listed(names: Sequence[str]) -> str:
    return ", ".join(map(repr, names)) if names else "none"


# -- fragments -----------------------------------------------------------------------------------------------


def no_fragment(key: str, known: Sequence[str]) -> errors.StreamlitAPIException:
    """For the key of a fragment that no run has called."""
    return errors.StreamlitAPIException(
        f"st.rerun({key!r}): no fragment on the page has this key. Keys of fragments here: {_listed(known)}. "
        f"Name one with @st.fragment(key={key!r}) and call it, or leave scope out to rerun the whole app."
    )


def reserved_fragment_key(key: str) -> errors.StreamlitAPIException:
    """For a key that means something else to `st.rerun`."""
    return errors.StreamlitAPIException(
        f"@st.fragment(key={key!r}): st.rerun({key!r}) means something else already. Choose another key."
    )


def duplicate_fragment_key(key: str, name: str) -> errors.StreamlitDuplicateElementKey:
    """For two fragments with one key in a run."""
    return errors.StreamlitDuplicateElementKey(
        f"The key {key!r} of the fragment {name}() is taken by another fragment of this run. "
        "Give every fragment function a key of its own."
    )


def outside_unknown() -> errors.StreamlitInvalidLayoutContextError:
    """For a fragment's first drawing in a container that is not its own, while it runs by itself."""
    return errors.StreamlitInvalidLayoutContextError(
        "A fragment that runs by itself drew in a container outside of it, where it had drawn nothing when the "
        "whole script ran: no place is kept for it there. Draw there in every run (box.empty() will do), or draw "
        "inside of the fragment."
    )


def outside_of_parallel() -> errors.StreamlitInvalidLayoutContextError:
    """For a parallel fragment that draws elsewhere."""
    return errors.StreamlitInvalidLayoutContextError(
        "A fragment with parallel=True cannot draw in a container outside of it, the sidebar included. "
        "Draw inside of the fragment, or leave parallel out."
    )


def not_in_parallel(name: str) -> errors.StreamlitInvalidLayoutContextError:
    """For a call that a parallel fragment may make only when it runs by itself."""
    return errors.StreamlitInvalidLayoutContextError(
        f"{name} cannot be called by a fragment with parallel=True while the whole script runs. "
        "Call it in answer to a widget of the fragment, or leave parallel out."
    )


def fragment_scope_in_script() -> errors.StreamlitInvalidLayoutContextError:
    """For ``st.rerun(scope="fragment")`` while everything runs."""
    return errors.StreamlitInvalidLayoutContextError(
        "st.rerun(scope='fragment') is possible only while a fragment runs by itself, as when one of its widgets "
        "was used. Call it in answer to a widget of the fragment, or leave scope out to rerun the whole app."
    )


def key_scope_outside_callback(scope: Any) -> errors.StreamlitAPIException:
    """For the keys of fragments given to `st.rerun` in the script."""
    return errors.StreamlitAPIException(
        f"st.rerun({scope!r}) names fragments, which only a callback (on_change, on_click) may do. "
        "Here, leave scope out to rerun the app, or use scope='fragment' in a fragment."
    )


def empty_scope(scope: Any) -> errors.StreamlitValueError:
    """For a scope that names nothing."""
    return errors.StreamlitValueError(
        f"st.rerun({scope!r}) names nothing to run. Pass 'app', 'fragment', or keys of fragments."
    )


def level_among_keys(name: str) -> errors.StreamlitValueError:
    """For "app" or "fragment" in a list of keys."""
    return errors.StreamlitValueError(
        f"st.rerun(): {name!r} cannot stand in a list of keys. Pass it alone: st.rerun({name!r})."
    )


def bad_scope(scope: Any) -> errors.StreamlitInvalidParameterTypeError:
    """For a scope that is no text, number or list of them."""
    return errors.StreamlitInvalidParameterTypeError(
        f"scope of st.rerun must be 'app', 'fragment', a fragment's key or a list of keys, not {scope!r}."
    )


def bad_interval(every: str) -> errors.StreamlitBadTimeStringError:
    """For an interval that is no length of time."""
    return errors.StreamlitBadTimeStringError(
        f"run_every={every!r} is no length of time. Write it like '1m30s' or '2 hours', or give seconds or a timedelta."
    )


# -- dialogs -------------------------------------------------------------------------------------------------


def no_title() -> errors.StreamlitMissingRequiredParameterError:
    """For a dialog without a title."""
    return errors.StreamlitMissingRequiredParameterError(
        "st.dialog needs a title that is not empty: write @st.dialog('Title') above the function."
    )


def nested_dialog(title: str) -> errors.StreamlitInvalidLayoutContextError:
    """For a dialog in a dialog."""
    return errors.StreamlitInvalidLayoutContextError(
        f"The dialog {title!r} was opened from within another dialog. Close that one first with st.rerun()."
    )


def second_dialog(title: str) -> errors.StreamlitInvalidLayoutContextError:
    """For two dialogs in a run."""
    return errors.StreamlitInvalidLayoutContextError(
        f"The dialog {title!r} was opened in a run that has opened another one. Only one may be open: "
        "put the calls under conditions that exclude each other."
    )


def same_dialog(title: str) -> errors.StreamlitDuplicateElementId:
    """For one dialog opened twice in a run."""
    return errors.StreamlitDuplicateElementId(
        f"The dialog {title!r} was opened twice in one run. Call its function once only."
    )


# -- pages ---------------------------------------------------------------------------------------------------


def no_page_file(page: str, folder: str) -> errors.StreamlitPageNotFoundError:
    """For a page whose file is not there."""
    return errors.StreamlitPageNotFoundError(
        f"st.Page: there is no file {page!r}. A relative path starts at {folder!r}."
    )


def unknown_page(page: str, known: Sequence[str]) -> errors.StreamlitPageNotFoundError:
    """For a path that is no page of the app."""
    return errors.StreamlitPageNotFoundError(
        f"The app has no page {page!r}. Pages in files: {_listed(known)}. Pass one of these paths or an st.Page, "
        "and name every page in st.navigation([...])."
    )


def page_path_with_zero() -> errors.StreamlitAPIException:
    """For a path no file can have."""
    return errors.StreamlitAPIException("The path of a page must not contain a null character.")


def no_page_title(what: str) -> errors.StreamlitMissingRequiredParameterError:
    """For a page whose title cannot be told."""
    return errors.StreamlitMissingRequiredParameterError(f"st.Page: {what}. Pass title='...'.")


def no_page_path(what: str) -> errors.StreamlitMissingRequiredParameterError:
    """For a page whose path cannot be told."""
    return errors.StreamlitMissingRequiredParameterError(f"st.Page: {what}. Pass url_path='...'.")


def nested_page_path(path: str) -> errors.StreamlitAPIException:
    """For a path of several steps."""
    return errors.StreamlitAPIException(
        f"url_path of st.Page is {path!r}, but cannot contain a slash. Use one word, such as 'sales_2024'."
    )


def external_default(url: str) -> errors.StreamlitIncompatibleParametersError:
    """For an address elsewhere as the first page."""
    return errors.StreamlitIncompatibleParametersError(
        f"st.Page({url!r}, default=True): an address elsewhere cannot be the page the app starts with."
    )


def no_pages() -> errors.StreamlitMissingRequiredParameterError:
    """For a navigation without pages."""
    return errors.StreamlitMissingRequiredParameterError(
        "st.navigation needs at least one page: st.navigation([st.Page(f)])."
    )


def two_default_pages(first: str, second: str) -> errors.StreamlitAPIException:
    """For two pages to start with."""
    return errors.StreamlitAPIException(
        f"The pages {first!r} and {second!r} both have default=True. An app starts with one page only."
    )


def only_external_pages() -> errors.StreamlitAPIException:
    """For a navigation that leads nowhere in the app."""
    return errors.StreamlitAPIException(
        "st.navigation needs at least one page that is not an address elsewhere: a function or a file."
    )


def duplicate_page(path: str, first: str, second: str) -> errors.StreamlitAPIException:
    """For two pages that cannot be told apart."""
    return errors.StreamlitAPIException(
        f"The pages {first!r} and {second!r} have the same path {path!r}, taken from the name of the function or "
        "file. Pass url_path='...' to one of them."
    )


def page_not_to_run(title: str) -> errors.StreamlitAPIException:
    """For running a page that the navigation did not choose, or twice."""
    return errors.StreamlitAPIException(
        f"The page {title!r} cannot be run here: only the page that st.navigation returned can, and only once in "
        "a run."
    )


def switch_to_external(url: str) -> errors.StreamlitAPIException:
    """For switching to an address elsewhere."""
    return errors.StreamlitAPIException(
        f"st.switch_page cannot leave the app for {url!r}. Draw a link to it: st.page_link({url!r}, label='...')."
    )


def other_page_of_path(path: str, title: str) -> errors.StreamlitAPIException:
    """For a page made anew that is not the one the navigation knows under its path."""
    return errors.StreamlitAPIException(
        f"The page {title!r} has the path {path!r}, under which st.navigation knows another page. "
        "Pass the st.Page that was given to st.navigation."
    )


def no_link_label(url: str) -> errors.StreamlitMissingRequiredParameterError:
    """For a link whose words cannot be told."""
    return errors.StreamlitMissingRequiredParameterError(
        f"st.page_link({url!r}) needs words to show for an address elsewhere. Pass label='...'."
    )


def page_like_only(value: Any) -> errors.StreamlitInvalidParameterTypeError:
    """For something that is no page."""
    return errors.StreamlitInvalidParameterTypeError(
        f"st.navigation takes functions, paths and st.Page objects as pages, not {value!r}."
    )
