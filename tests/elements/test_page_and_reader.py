"""The page as a whole, options, what is known of the reader, secrets and connections."""

from __future__ import annotations

import datetime as dt
import os
import sys
from pathlib import Path
from typing import Any

import pytest

import jupyter_session_state as st
from jupyter_session_state import errors
from jupyter_session_state._core import readers
from jupyter_session_state.connections import BaseConnection
from jupyter_session_state.elements.stored_secrets import secrets
from jupyter_session_state.testing import AppTest

CANARY = "hunter2-canary"


# -- the page ----------------------------------------------------------------------------------------------


def test_the_page_has_title_icon_layout_and_logo(app: Any) -> None:
    def draw() -> None:
        st.set_page_config(
            "Sales", "📈", "wide", "collapsed", {"About": "x", "Get help": "https://a.example"}
        )
        st.set_page_config(page_title="Sales 2")
        st.logo(":material/star:", size="LARGE", link="https://a.example")  # type: ignore[arg-type]

    run = app(draw)
    assert run.error is None
    assert {k: v for k, v in run.tree.props.items() if k not in ("name", "logo")} == {
        "page_title": "Sales 2",
        "page_icon": "📈",
        "layout": "wide",
        "sidebar_state": "collapsed",
    }
    assert run.tree.props["logo"]["size"] == "large"
    run.body.function = lambda: None
    assert set(run.run().tree.props) == {"name"}


@pytest.mark.parametrize(
    ("options", "error"),
    [
        ({"layout": "narrow"}, errors.StreamlitValueError),
        ({"initial_sidebar_state": "open"}, errors.StreamlitValueError),
        ({"initial_sidebar_state": 0}, errors.StreamlitValueError),
        ({"menu_items": {"Quit": None}}, errors.StreamlitValueError),
        ({"menu_items": {"Get help": "nowhere"}}, errors.StreamlitInvalidURLError),
        ({"page_icon": 5}, errors.StreamlitAPIException),
    ],
)
def test_a_page_that_cannot_be_is_refused(options: Any, error: type[Exception], app: Any) -> None:
    assert isinstance(app(lambda: st.set_page_config(**options)).error, error)


def test_an_icon_that_is_no_file_is_none(app: Any) -> None:
    assert app(lambda: st.set_page_config(page_icon="nowhere.ico")).error is None


@pytest.mark.parametrize(
    ("options", "error"),
    [
        ({"image": "nowhere.png"}, errors.StreamlitAPIException),
        ({"image": "🎈", "link": "nowhere"}, errors.StreamlitInvalidURLError),
        ({"image": "🎈", "size": "huge"}, errors.StreamlitValueError),
        ({"image": "🎈", "size": 5}, errors.StreamlitValueError),
        ({"image": "🎈", "icon_image": 5}, errors.StreamlitAPIException),
    ],
)
def test_a_logo_that_cannot_be_is_refused(options: Any, error: type[Exception], app: Any) -> None:
    assert isinstance(app(lambda: st.logo(**options)).error, error)


# -- options -----------------------------------------------------------------------------------------------


def test_options_are_read_and_set(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("jupyter_session_state.elements.settings._set", {})
    assert st.get_option("theme.primaryColor") is None
    assert st.get_option("theme.light.sidebar.linkColor") is None
    assert st.get_option("secrets.files")[-1].endswith("secrets.toml")
    st.set_option("client.toolbarMode", "minimal")
    assert st.get_option("client.toolbarMode") == "minimal"
    for fixed in ("server.port", "theme.base", "secrets.files"):
        with pytest.raises(errors.StreamlitAPIException, match="cannot be set"):
            st.set_option(fixed, 1)
    with pytest.raises(errors.StreamlitAPIException, match="no option"):
        st.set_option("no.such", 1)
    with pytest.raises(RuntimeError, match="no option"):
        st.get_option("no.such")


# -- who reads ---------------------------------------------------------------------------------------------


def test_the_reader_is_unknown_until_the_page_tells(app: Any) -> None:
    def look() -> list[Any]:
        c = st.context
        return [c.theme.type, c.timezone, c.timezone_offset, c.locale, c.url, c.ip_address, c["is_embedded"]]

    run = app(look)
    assert run.value == [None, None, None, None, None, None, False]
    run.app.reader.update(
        readers.told(
            {"theme": "dark", "timezone": "Asia/Tokyo", "timezone_offset": -540, "locale": "ja", "name": "x"}
        )
    )
    assert run.run().value[:4] == ["dark", "Asia/Tokyo", -540, "ja"]
    assert set(run.app.reader) == {"theme", "timezone", "timezone_offset", "locale"}


@pytest.mark.parametrize(
    "message",
    [{"theme": "pink"}, {"timezone": 5}, {"timezone": "x" * 65}, {"timezone_offset": True}, {"locale": ""}],
)
def test_what_a_page_tells_must_make_sense(message: Any) -> None:
    assert readers.told(message) == {}


def test_headers_and_cookies_are_empty_mappings() -> None:
    assert dict(st.context.headers) == st.context.cookies.to_dict() == {}
    assert st.context.headers.get_all("host") == []
    assert "headers" in st.context
    with pytest.raises(KeyError, match="theme"):
        _ = st.context["nothing"]
    with pytest.raises(TypeError):
        iter(st.context)  # type: ignore[call-overload]


def test_the_user_is_whom_jupyterhub_names(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("JUPYTERHUB_USER", raising=False)
    assert st.user.to_dict() == {}
    assert st.user.is_logged_in is False
    with pytest.raises(AttributeError, match="email"):
        _ = st.user.email
    monkeypatch.setenv("JUPYTERHUB_USER", "ada")
    assert (st.user.name, st.user["is_logged_in"], st.user.get("email")) == ("ada", True, None)
    assert dict(st.user.tokens) == {}
    for change in (lambda: setattr(st.user, "name", "x"), lambda: st.user.__setitem__("name", "x")):
        with pytest.raises(errors.StreamlitAPIException):
            change()  # type: ignore[no-untyped-call]


# -- secrets -----------------------------------------------------------------------------------------------


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with secrets, and a home with others."""
    for name, text in (
        ("home", 'JSS_A = "home"\nJSS_B = "home"'),
        ("here", f'JSS_A = "{CANARY}"\n[db]\nport = 5'),
    ):
        (tmp_path / name / ".streamlit").mkdir(parents=True)
        (tmp_path / name / ".streamlit" / "secrets.toml").write_text(text)
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.chdir(tmp_path / "here")
    return tmp_path


def test_secrets_are_items_and_attributes_and_the_nearer_file_counts(folder: Path) -> None:
    assert (secrets.JSS_A, secrets["JSS_B"], secrets.db.port, secrets["db"]["port"]) == (CANARY, "home", 5, 5)
    assert secrets.get("c") is None
    assert secrets.has_key("JSS_A")
    assert sorted(secrets.keys()) == sorted(secrets) == ["JSS_A", "JSS_B", "db"]
    assert secrets.to_dict()["db"] == {"port": 5}
    assert os.environ["JSS_A"] == CANARY


def test_a_file_that_changed_is_read_again(folder: Path) -> None:
    assert secrets.JSS_A == CANARY
    (folder / "here" / ".streamlit" / "secrets.toml").write_text('JSS_A = "new one"')
    assert secrets.JSS_A == "new one"
    assert os.environ["JSS_A"] == "new one"


def test_secrets_cannot_be_changed(folder: Path) -> None:
    for target in (secrets, secrets.db):
        with pytest.raises(TypeError):
            target["a"] = 1
        with pytest.raises(TypeError):
            target.a = 1
        with pytest.raises(TypeError):
            del target["a"]


def test_what_is_missing_names_the_files(folder: Path) -> None:
    with pytest.raises(KeyError, match="here"):
        _ = secrets["nothing"]
    with pytest.raises(AttributeError, match=r"secrets\.toml"):
        _ = secrets.nothing
    with pytest.raises(AttributeError, match="port"):
        _ = secrets.db.nothing


def test_without_files_one_error_names_where_they_would_be(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.chdir(tmp_path)
    with pytest.raises(errors.StreamlitSecretNotFoundError, match=r"secrets\.toml"):
        _ = secrets["a"]
    assert secrets.load_if_toml_exists() is False
    assert repr(secrets) == "Secrets(none)"


def test_a_broken_file_is_told_without_its_text(folder: Path) -> None:
    (folder / "here" / ".streamlit" / "secrets.toml").write_text(f"JSS_A = {CANARY}")
    with pytest.raises(errors.StreamlitSecretNotFoundError, match="valid TOML") as caught:
        _ = secrets["a"]
    assert CANARY not in str(caught.value)


def test_secrets_are_never_shown(folder: Path, app: Any) -> None:
    def draw() -> None:
        st.write(st.secrets, st.secrets.db)
        st.write(repr(st.secrets), str(st.secrets))
        st.json(st.secrets)
        try:
            _ = st.secrets["nothing"]
        except KeyError as error:
            st.error(error)

    run = app(draw)
    assert run.error is None
    told = repr([dict(e.props) for e in run.drawn]) + repr(run.record)
    assert CANARY not in told
    assert "JSS_A=•••" in told


def test_an_apptest_brings_its_own() -> None:
    test = AppTest.from_string("st.text(st.secrets.token)\nst.text(st.secrets['db']['x'])")
    test.secrets["token"] = "t"
    test.secrets["db"] = {"x": 1}
    assert test.run().text.values == ["t", "1"]
    assert secrets.__dict__["_given"] == {}


# -- connections -------------------------------------------------------------------------------------------


class Numbers(BaseConnection[list[int]]):
    made = 0
    closed = 0

    def _connect(self, **kwargs: Any) -> list[int]:
        type(self).made += 1
        return [kwargs.get("first", 0), self._secrets.get("second", 0)]

    def close(self) -> None:
        type(self).closed += 1


def test_a_connection_is_made_once_and_knows_its_secrets(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / ".streamlit").mkdir()
    (tmp_path / ".streamlit" / "secrets.toml").write_text("[connections.n]\nsecond = 2")
    monkeypatch.chdir(tmp_path)
    Numbers.made = 0
    first = st.connection("n", Numbers, first=1)
    assert st.connection("n", Numbers, first=1) is first
    assert st.connection("n", f"{__name__}.Numbers", ttl=dt.timedelta(hours=1)) is not first
    assert (first._instance, Numbers.made) == ([1, 2], 2)
    first.reset()
    assert (first._instance, Numbers.made) == ([1, 2], 3)


@pytest.mark.parametrize(
    ("arguments", "error", "words"),
    [
        (("x", "oracle"), errors.StreamlitAPIException, "oracle"),
        (("x", "snowflake"), errors.StreamlitAPIException, "BaseConnection"),
        (("x", dict), errors.StreamlitAPIException, "dict"),
        (("x", "builtins.dict"), errors.StreamlitAPIException, "dict"),
    ],
)
def test_a_type_that_is_none_is_refused(arguments: Any, error: type[Exception], words: str) -> None:
    with pytest.raises(error, match=words):
        st.connection(*arguments)


def test_a_package_that_is_missing_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "sqlalchemy", None)
    with pytest.raises(ModuleNotFoundError, match="pip install sqlalchemy"):
        st.connection("missing", type="sql", url="sqlite://")


def test_a_database_is_asked_and_the_answer_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    sqlalchemy = pytest.importorskip("sqlalchemy")
    pytest.importorskip("pandas")
    monkeypatch.setenv("DB", "sales")
    db = st.connection("env:DB", type="sql", url=f"sqlite:///{tmp_path}/x.db")
    with db.session as session:
        session.execute(sqlalchemy.text("CREATE TABLE t (n INTEGER)"))
        session.execute(sqlalchemy.text("INSERT INTO t VALUES (1), (2)"))
        session.commit()
    asked = "SELECT n FROM t WHERE n > :least"
    assert db.query(asked, params={"least": 1})["n"].tolist() == [2]
    with db.connect() as line:
        line.execute(sqlalchemy.text("DELETE FROM t"))
        line.commit()
    assert db.query(asked, params={"least": 1})["n"].tolist() == [2]
    assert db.query(asked, params={"least": 0})["n"].tolist() == []
    assert db.driver == "pysqlite"
    assert db.engine is db._instance


def test_a_database_without_an_address_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("sqlalchemy")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOME", str(tmp_path))
    with pytest.raises(errors.StreamlitAPIException, match="url"):
        st.connection("nothing", type="sql")
    with pytest.raises(errors.StreamlitMissingRequiredParameterError, match="username"):
        st.connection("half", type="sql", dialect="sqlite")
