"""What scripts import from the inner modules of Streamlit is there, and is what the language itself has."""

from __future__ import annotations

import base64
import importlib.metadata
import logging
import subprocess
import sys

import pytest
import streamlit.version

import jupyter_session_state as st
from jupyter_session_state.testing import AppTest


@pytest.mark.parametrize(
    "statement",
    [
        "from streamlit.delta_generator import DeltaGenerator as it; was = st.DeltaGenerator",
        "from streamlit.testing.v1 import AppTest as it; from jupyter_session_state.testing import AppTest as was",
        "from streamlit.runtime.state import SessionStateProxy as it; was = type(st.session_state)",
        "from streamlit.runtime.state import QueryParamsProxy as it; was = type(st.query_params)",
        "from streamlit.runtime.caching import cache_data as it; was = st.cache_data",
        "from streamlit.runtime.caching import cache_resource as it; was = st.cache_resource",
        "from streamlit.runtime.state import SessionState as it; was = type(st.session_state)",
        "from streamlit.runtime.state.session_state_proxy import SessionStateProxy as it; was = type(st.session_state)",
        "from streamlit.column_config import TextColumn as it; was = st.column_config.TextColumn",
        "import streamlit.column_config as columns; it = columns; was = st.column_config",
        "import streamlit.column_config; it = streamlit.column_config; was = st.column_config",
        "from streamlit.elements.lib.column_types import NumberColumn as it; was = st.column_config.NumberColumn",
        "from streamlit.navigation.page import StreamlitPage as it; was = type(st.Page(lambda: None, title='P'))",
        "from streamlit.elements.lib.mutable_status_container import StatusContainer as it; was = type(st.status('S'))",
        "from streamlit.commands.page_config import set_page_config as it; was = st.set_page_config",
        "from streamlit.runtime.fragment import fragment as it; was = st.fragment",
        "from streamlit.runtime.secrets import Secrets as it; was = type(st.secrets)",
        "from streamlit import config as it; was = st._config",
        "import streamlit.runtime.scriptrunner as s, streamlit.runtime.scriptrunner.script_runner as r; it, was = s, r",
        "from streamlit.type_util import Key as it; from jupyter_session_state.elements.types import Key as was",
        "import streamlit.delta_generator; it = streamlit.delta_generator; was = st.delta_generator",
        (
            "from streamlit.components.v1.components import declare_component as it; "
            "was = st.components.v1.declare_component"
        ),
        (
            "from streamlit.components.v1.custom_component import CustomComponent as it; "
            "was = st.components.v1.CustomComponent"
        ),
        "from streamlit.components.v1 import components; it = components.iframe; was = st.components.v1.iframe",
        (
            "from streamlit.components.v1.components import MarshallComponentException as it; "
            "from streamlit.components.v1.custom_component import MarshallComponentException as was"
        ),
        "from streamlit.runtime import Runtime; it, was = Runtime.exists(), True",
        "from streamlit.runtime.state import get_session_state; it = get_session_state(); was = st.session_state",
        "from streamlit.runtime.state import SafeSessionState as it; was = type(st.session_state)",
        "from streamlit.runtime.state.session_state import SessionState as it; was = type(st.session_state)",
        "from streamlit.runtime.context import StreamlitCookies as it; was = type(st.context.cookies)",
        "from streamlit.runtime.metrics_util import gather_metrics; was = print; it = gather_metrics('print', print)",
        "from streamlit.runtime.metrics_util import gather_metrics; was = print; it = gather_metrics('print')(print)",
        (
            "from streamlit.elements.write import StreamingOutput as it; "
            "from jupyter_session_state.elements.streams import StreamingOutput as was"
        ),
        (
            "from streamlit.elements.lib.utils import LabelVisibility as it; "
            "from jupyter_session_state.elements.types import LabelVisibility as was"
        ),
        (
            "from streamlit.elements.lib.layout_utils import Width as it; "
            "from jupyter_session_state.elements.types import Width as was"
        ),
        (
            "from streamlit.elements.metric import DeltaColor as it; "
            "from jupyter_session_state.elements.metrics import DeltaColor as was"
        ),
        (
            "from streamlit.elements.widgets.time_widgets import DateWidgetReturn as it; "
            "from jupyter_session_state.elements.date_inputs import DateWidgetReturn as was"
        ),
        (
            "from streamlit.commands.page_config import Layout as it; "
            "from jupyter_session_state.elements.page_configs import Layout as was"
        ),
        (
            "import streamlit.elements.image as images; it = images.Channels; "
            "from jupyter_session_state.elements.images import Channels as was"
        ),
    ],
)
def test_it_is_the_same_thing(statement: str) -> None:
    at = AppTest.from_string(f"import streamlit as st\n{statement}\nst.text(it is was)").run()
    assert at.text.values == ["True"]


@pytest.mark.parametrize(
    "module", ["runtime.uploaded_file_manager", "elements.widgets.file_uploader", "typing"]
)
def test_a_file_that_was_sent_is_an_uploaded_file(module: str) -> None:
    at = AppTest.from_string(
        "import streamlit as st\n"
        f"from streamlit.{module} import UploadedFile\n"
        "st.text(isinstance(st.file_uploader('F'), UploadedFile))"
    ).run()
    at.file_uploader[0].set_value(("a.txt", b"a", "text/plain")).run()
    assert at.text.values == ["True"]


def test_a_script_need_not_import_what_it_reaches_through_st() -> None:
    code = "import jupyter_session_state as st; print(st.runtime.exists(), st.delta_generator, st.logger)"
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert told.startswith("False <module")


@pytest.mark.parametrize("call", ["get_instance()", "Runtime.instance()"])
def test_who_asks_for_the_server_gets_the_error_that_streamlit_raises_where_none_runs(call: str) -> None:
    at = AppTest.from_string(f"from streamlit.runtime import Runtime, get_instance\n{call}").run()
    assert [(e.exception_type, "no server" in e.message) for e in at.exception] == [("RuntimeError", True)]


PICTURES = """
import numpy as np, streamlit as st
from streamlit.elements.lib.image_utils import image_to_url
from streamlit.elements.lib.layout_utils import LayoutConfig
black = np.zeros((2, 2, 3), dtype="uint8")
st.text(image_to_url(black, LayoutConfig(width=2), True, "RGB", "PNG", "name"))
st.text(image_to_url(black, 2, True, "RGB", "PNG", "name"))
st.text(image_to_url("https://example.org/a.png", LayoutConfig(), False, "RGB", "auto", "name"))
"""


def test_an_address_of_a_picture_holds_the_picture_since_no_server_could_have_it() -> None:
    at = AppTest.from_string(PICTURES).run()
    made, old, given = at.text.values
    assert base64.b64decode(made.removeprefix("data:image/png;base64,"))[:4] == b"\x89PNG"
    assert (old, given) == (made, "https://example.org/a.png")


DATA = """
import pandas as pd, streamlit as st
from streamlit import dataframe_util as data
from streamlit.dataframe_util import convert_anything_to_list, convert_anything_to_pandas_df
frame = pd.DataFrame({"a": [1, 2]})
st.text(convert_anything_to_pandas_df(frame) is frame)
st.text(convert_anything_to_pandas_df(frame, ensure_copy=True) is frame)
st.text(convert_anything_to_pandas_df({"a": [1, 2]}).equals(frame))
st.text(convert_anything_to_pandas_df(frame.style) is frame)
st.text(convert_anything_to_list(frame["a"]))
st.text((data.is_pandas_styler(frame.style), data.is_pandas_styler(frame)))
st.text((data.is_dataframe_like(frame), data.is_dataframe_like(1)))
"""


def test_data_of_any_make_becomes_a_frame_or_a_list() -> None:
    at = AppTest.from_string(DATA).run()
    assert at.text.values == ["True", "False", "True", "True", "[1, 2]", "(True, False)", "(True, False)"]


def test_what_has_no_rows_and_columns_is_the_error_that_streamlit_raises() -> None:
    at = AppTest.from_string(
        "from streamlit.dataframe_util import convert_anything_to_pandas_df as make\nmake(object())"
    ).run()
    assert at.exception[0].exception_type == "StreamlitDataframeConversionError"
    assert "edit" not in at.exception[0].message


def test_a_logger_is_pythons() -> None:
    assert st.logger.get_logger("shop") is logging.getLogger("shop")


@pytest.mark.parametrize(
    ("statement", "written"),
    [
        ("from streamlit.column_config import Nothing", "streamlit.column_config"),
        ("import streamlit.elements.lib.nothing", "streamlit.elements.lib"),
        ("from streamlit.elements.arrow import Nothing", "streamlit.elements.arrow"),
    ],
)
def test_a_name_that_is_not_there_is_told_with_the_module_as_it_was_written(
    statement: str, written: str
) -> None:
    error = AppTest.from_string(statement).run().exception[0]
    assert f"'{written}'" in error.message


def test_options_that_st_set_option_refuses_are_kept_by_the_module_of_options() -> None:
    at = AppTest.from_string(
        "import streamlit as st\n"
        "from streamlit import config\n"
        "before = config.get_option('theme.base')\n"
        "st._config.set_option('theme.base', 'dark')\n"
        "st.write(before, st.get_option('theme.base'))\n"
        "config.set_option('theme.base', None)\n"
        "config.set_option('no.such', 1)\n"
    ).run()
    assert at.markdown.values == ["`None` dark"]
    assert [(e.value.partition(" ")[0], "no.such" in e.message) for e in at.exception] == [("There", True)]


def test_areas_of_the_page_have_their_private_names() -> None:
    at = AppTest.from_string(
        "import streamlit as st\n"
        "from streamlit import _bottom\n"
        "with st.sidebar:\n"
        "    st._main.text('in the middle')\n"
        "with _bottom:\n"
        "    st.text('below')\n"
    ).run()
    assert at.main.text.values == ["in the middle"]
    assert "below" in at.text.values


def test_a_rerun_that_is_raised_is_a_rerun() -> None:
    at = AppTest.from_string(
        "import streamlit as st\n"
        "from streamlit.runtime.scriptrunner import RerunData, RerunException\n"
        "st.session_state.setdefault('runs', 0)\n"
        "st.session_state.runs += 1\n"
        "if st.session_state.runs < 3:\n"
        "    raise RerunException(RerunData(query_string='a=1', page_script_hash=''))\n"
        "st.text(st.session_state.runs)\n"
    ).run()
    assert at.text.values == ["3"]


@pytest.mark.parametrize(
    "script",
    [
        "from streamlit.web import cli as stcli\nstcli.main()",
        "from streamlit.web import bootstrap\nbootstrap.load_config_options({})\nbootstrap.run('a.py', False, [], {})",
        "import streamlit.web.bootstrap\nstreamlit.web.bootstrap.run('a.py', False, [], {})",
    ],
)
def test_what_starts_a_server_can_be_imported_and_says_that_there_is_none(script: str) -> None:
    at = AppTest.from_string(script).run()
    assert "no server to start" in at.exception[0].message


@pytest.mark.parametrize(
    "statement",
    [
        "from streamlit.version import STREAMLIT_VERSION_STRING as it",
        "it = st.__version__",
        "from streamlit import __version__ as it",
    ],
)
def test_a_script_that_asks_for_the_version_is_told_that_of_the_language(statement: str) -> None:
    at = AppTest.from_string(f"import streamlit as st\n{statement}\nst.text(it)").run()
    assert at.text.values == [streamlit.version.STREAMLIT_VERSION_STRING]


def test_a_plain_cell_that_asks_for_the_version_is_told_that_of_the_package() -> None:
    assert st.__version__ == importlib.metadata.version("jupyter-session-state")
    assert "__version__" in dir(st)


def test_a_warning_that_something_is_old_may_be_given_once() -> None:
    at = AppTest.from_string(
        "from streamlit.deprecation_util import show_deprecation_warning as warn\n"
        "warn('old', show_once=True)\nwarn('old', show_once=True)\nwarn('older')\nwarn('quiet', show_in_browser=False)"
    ).run()
    assert at.warning.values == ["old", "older"]
    assert at.run().warning.values == ["older"]


def test_a_script_may_give_containers_attributes_of_its_own() -> None:
    at = AppTest.from_string(
        "box = st.container()\nbox.history = [1]\nbox.history.append(2)\nst.write(box.history)"
    )
    assert at.run().json[0].value == "[1, 2]"
