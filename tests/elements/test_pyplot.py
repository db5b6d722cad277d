from __future__ import annotations

import sys
from typing import Any

import pytest

import jupyter_session_state as st
from jupyter_session_state import errors

figures = pytest.importorskip("matplotlib.figure")


def line(*heights: float) -> Any:
    figure = figures.Figure(figsize=(1, 1), dpi=50)
    figure.subplots().plot(heights)
    return figure


def test_a_figure_is_a_picture_that_is_the_same_as_long_as_the_figure_is(app: Any) -> None:
    heights = [1, 2]
    shown = app(lambda: st.pyplot(line(*heights), dpi=20))
    assert shown.only.props["image"].data.startswith(b"\x89PNG")
    assert shown.run().record.elements_changed == 0
    heights[0] = 3
    assert shown.run().record.elements_changed == 1


def test_svg_is_the_same_each_time_too(app: Any) -> None:
    shown = app(lambda: st.pyplot(line(1, 2), format="svg"))
    assert shown.only.props["image"].mime == "image/svg+xml"
    assert shown.run().record.elements_changed == 0


def test_axes_stand_for_their_figure(app: Any) -> None:
    figure = line(1, 2)
    shown = app(lambda: (st.pyplot(figure, dpi=20), st.pyplot(figure.axes[0], dpi=20)))
    first, second = shown.drawn
    assert first.props["image"] == second.props["image"]


def test_none_and_the_module_stand_for_the_current_figure(app: Any, monkeypatch: Any) -> None:
    monkeypatch.setenv("MPLBACKEND", "agg")
    plt = pytest.importorskip("matplotlib.pyplot")
    plt.switch_backend("agg")
    plt.close("all")
    assert isinstance(app(lambda: st.pyplot(None)).error, errors.StreamlitAPIException)
    figure = plt.figure(figsize=(1, 1))
    shown = app(lambda: (st.pyplot(None, dpi=20), st.pyplot(plt, dpi=20)))
    assert shown.kinds == ["pyplot", "pyplot"]
    assert plt.fignum_exists(figure.number)
    plt.close("all")


@pytest.mark.parametrize("value", [5, "figure", [1, 2]])
def test_what_is_no_figure_raises(app: Any, value: Any) -> None:
    assert isinstance(app(lambda: st.pyplot(value)).error, errors.StreamlitAPIException)


def test_a_format_that_no_page_shows_raises(app: Any) -> None:
    assert type(app(lambda: st.pyplot(line(1), format="pdf")).error) is errors.StreamlitValueError


def test_the_figure_is_cleared_only_if_asked(app: Any) -> None:
    figure = line(1, 2)
    app(lambda: st.pyplot(figure, dpi=20))
    assert figure.axes
    app(lambda: st.pyplot(figure, True, dpi=20))
    assert not figure.axes


def test_the_run_knows_which_figures_it_drew(app: Any, monkeypatch: Any) -> None:
    figure = line(1)
    seen: list[Any] = []
    shown = app(lambda: st.pyplot(figure, dpi=20))
    monkeypatch.setattr(shown.app.output, "finish", lambda drawn, wanted: seen.extend(drawn))
    shown.run()
    assert seen == [figure]


def test_importing_the_elements_imports_no_matplotlib() -> None:
    assert "matplotlib" not in vars(sys.modules["jupyter_session_state.elements.figures"])
