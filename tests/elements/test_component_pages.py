"""Pages of components: one document of a folder, and nothing from outside of it."""

from __future__ import annotations

import base64
import json
import re
from pathlib import Path
from typing import Any

import pytest

from jupyter_session_state import errors
from jupyter_session_state.elements import component_folders, component_pages
from jupyter_session_state.elements.component_folders import Folder
from jupyter_session_state.elements.component_pages import BrokenPageError, Bundler, path_of

FILES = {
    "app.js": b"start()",
    "module.js": b"import {a} from './lib/a.js'; import('./lib/lazy.js'); import x from 'bare';",
    "lib/a.js": b"export * from '../lib/b.js'; export const a = 1",
    "lib/b.js": b"import './a.js'",
    "lib/lazy.js": b"export default 1",
    "css/main.css": b"@import './more.css'; p { background: url(../dot.png) } b { src: url('none.woff#x') }",
    "css/more.css": b"i { color: red }",
    "css/loop.css": b"@import 'loop.css';",
    "dot.png": b"\x89PNG",
}


def bundled(html: str, files: dict[str, bytes] | None = None) -> str:
    return Bundler((FILES if files is None else files).get).page(html)


def decoded(text: str, kind: str) -> list[str]:
    """What the addresses of a kind in a text hold."""
    return [base64.b64decode(data).decode() for data in re.findall(rf"data:{kind};base64,([^\"'\s)]*)", text)]


def imports(html: str) -> dict[str, str]:
    (found,) = re.findall(r'<script type="importmap">(.*?)</script>', html)
    return {name: decoded(url, "text/javascript")[0] for name, url in json.loads(found)["imports"].items()}


def test_scripts_styles_and_pictures_come_along_and_the_rest_stays_as_it_is() -> None:
    html = (
        "<!doctype html><HTML><head><title>a < b</title>"
        '<link href="./css/main.css?v=1" rel=stylesheet integrity="sha-x" crossorigin>'
        "<script defer src=app.js></script></head>\n<body><!-- <img src=dot.png> -->"
        "<a href='app.js'>x</a><img alt=\"é\" src='dot.png'>&amp;<p>"
    )
    made = bundled(html)
    assert decoded(made, "text/javascript") == ["start()"]
    assert '<script defer src="data:text/javascript' in made
    assert "integrity" not in made
    assert "crossorigin" not in made
    assert made.endswith('==">&amp;<p>')
    assert (
        '<!-- <img src=dot.png> --><a href=\'app.js\'>x</a><img alt="é" src="data:image/png;base64,iVBORw==">'
        in made
    )


def test_stylesheets_bring_what_they_name() -> None:
    (css,) = decoded(bundled("<link rel=stylesheet href=css/main.css>"), "text/css")
    assert decoded(css, "text/css") == ["i { color: red }"]
    assert 'url("data:image/png;base64,iVBORw==")' in css
    assert "url('none.woff#x')" in css
    assert "data:image/png" in bundled("<style>p { background: url( 'dot.png' ) }</style>")


def test_a_stylesheet_that_imports_itself_comes_to_an_end() -> None:
    small = {"a.css": b"@import 'b.css';", "b.css": b"@import 'a.css'; b {}"}
    (css,) = decoded(bundled("<link rel=stylesheet href=a.css>", small), "text/css")
    assert decoded(css, "text/css") == ['@import "data:text/css;base64,"; b {}']
    chain = {f"{n}.css": b"@import '%d.css';" % (n + 1) for n in range(100)}
    assert len(bundled("<link rel=stylesheet href=0.css>", chain)) < 5_000


def test_a_file_that_is_named_without_end_does_not_fill_the_memory(monkeypatch: Any) -> None:
    monkeypatch.setattr(component_pages, "ROOM", 1_000)
    with pytest.raises(BrokenPageError, match="so often"):
        bundled("<img src=dot.png>" * 300)


def test_modules_find_each_other_by_a_map_in_the_page() -> None:
    made = bundled("<html><head><script type=module src=./module.js></script></head>")
    found = imports(made)
    assert set(found) == {
        f"jss-module:/{name}" for name in ("module.js", "lib/a.js", "lib/b.js", "lib/lazy.js")
    }
    assert (
        "from 'jss-module:/lib/a.js'; import('jss-module:/lib/lazy.js'); import x from 'bare'"
        in (found["jss-module:/module.js"])
    )
    assert found["jss-module:/lib/b.js"] == "import 'jss-module:/lib/a.js'"
    assert made.index("importmap") < made.index(
        '<script type=module>import "jss-module:/module.js";</script>'
    )
    assert imports(bundled("<link rel=modulepreload href=lib/lazy.js><p>")) == {
        "jss-module:/lib/lazy.js": "export default 1"
    }
    inline = bundled("<script type=module>import './lib/a.js'; import './none.js'</script>")
    assert "import 'jss-module:/lib/a.js'; import './none.js'</script>" in inline


@pytest.mark.parametrize("html", ["<script src=none.js>", "<link rel=stylesheet href=none.css>"])
def test_a_script_or_stylesheet_that_is_not_there_is_an_error(html: str) -> None:
    with pytest.raises(BrokenPageError, match="none"):
        bundled(html)


@pytest.mark.parametrize(
    "html", ["<img src=none.png>", "<link rel=icon href=none.ico>", "<link rel=alternate href=x>"]
)
def test_what_only_looks_nice_may_be_missing(html: str) -> None:
    assert bundled(html) == html


@pytest.mark.parametrize(
    ("ref", "path"),
    [
        ("a.js", "a.js"),
        ("./b/../a%20b.js?x#y", "a b.js"),
        ("../a.js", "../a.js"),
        ("https://a.example/a.js", None),
        ("//a.example/a.js", None),
        ("/a.js", None),
        ("data:,x", None),
        ("#x", None),
        ("http://[", None),
    ],
)
def test_only_what_is_relative_is_taken_for_a_file(ref: str, path: str | None) -> None:
    assert path_of(ref) == path


# -- folders -----------------------------------------------------------------------------------------------


def written(folder: Path, **files: str) -> Folder:
    for name, text in files.items():
        (folder / name.replace("_", ".")).write_text(text)
    return Folder(str(folder))


def test_a_page_is_kept_until_one_of_its_files_is_another(tmp_path: Path) -> None:
    found = written(tmp_path, index_html="<script src=a.js></script>", a_js="one()")
    first = found.page("x")
    assert found.page("x") is first
    (tmp_path / "a.js").write_text("two()!")
    assert decoded(found.page("x").data.decode(), "text/javascript") == ["two()!"]


@pytest.mark.parametrize(
    "ref", ["../secret.js", "%2e%2e/secret.js", "a/../../secret.js", "linked.js", "linked/secret.js"]
)
def test_nothing_outside_of_the_folder_is_read(tmp_path: Path, ref: str) -> None:
    inside = tmp_path / "inside"
    inside.mkdir()
    (tmp_path / "secret.js").write_text("secret()")
    (inside / "linked.js").symlink_to(tmp_path / "secret.js")
    (inside / "linked").symlink_to(tmp_path)
    found = written(inside, index_html=f'<img src="{ref}">')
    with pytest.raises(errors.StreamlitAPIException, match="leads out of its folder"):
        found.page("x")


def test_a_folder_that_is_itself_a_link_is_read(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    written(tmp_path / "real", index_html="<img src=a.png>", a_png="x")
    (tmp_path / "link").symlink_to(tmp_path / "real")
    assert b"data:image/png" in Folder(str(tmp_path / "link")).page("x").data


def test_a_folder_is_of_some_size_at_most(tmp_path: Path, monkeypatch: Any) -> None:
    monkeypatch.setattr(component_folders, "LARGEST", 1 << 20)
    found = written(tmp_path, index_html="<script src=a.js></script>", a_js="x" * (1 << 20))
    with pytest.raises(errors.StreamlitAPIException, match="more than 1 MB"):
        found.page("x")
    (tmp_path / "a.js").write_text("ok()")
    assert found.page("x")


def test_a_folder_without_a_page_or_with_half_of_one_says_so(tmp_path: Path) -> None:
    with pytest.raises(errors.StreamlitAPIException, match=r"no index\.html"):
        Folder(str(tmp_path)).page("x")
    found = written(tmp_path, index_html="<script src=none.js></script>")
    with pytest.raises(errors.StreamlitAPIException, match=r"'none\.js', which is not there"):
        found.page("x")
    (tmp_path / "none.js").write_text("ok()")
    assert found.page("x")
