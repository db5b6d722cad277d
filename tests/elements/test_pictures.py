"""Pictures: whatever is one, and what is none."""

from __future__ import annotations

import io
import struct
import sys
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import jupyter_session_state as st
from jupyter_session_state import errors
from jupyter_session_state._core.element import Blob, same

np = pytest.importorskip("numpy")
pil = pytest.importorskip("PIL.Image")
SVG = "<svg viewBox='0 0 1 1'></svg>"


def encoded(form: str, size: tuple[int, int] = (3, 2), mode: str = "RGB", **more: Any) -> bytes:
    file = io.BytesIO()
    pil.new(mode, size).save(file, form, **more)
    return file.getvalue()


@pytest.fixture
def shown(app: Callable[..., Any]) -> Callable[..., Any]:
    """The first picture that a call draws."""

    def draw(image: Any, **options: Any) -> Any:
        found = app(lambda: st.image(image, **options))
        if found.error:
            raise found.error
        return found.only.props["images"][0]

    return draw


def decoded(blob: Blob) -> Any:
    return np.asarray(pil.open(io.BytesIO(blob.data)))


@pytest.mark.parametrize(
    ("form", "mime"), [("PNG", "png"), ("JPEG", "jpeg"), ("GIF", "gif"), ("WEBP", "webp")]
)
def test_bytes_that_a_browser_knows_stay_as_they_are(form: str, mime: str, shown: Any) -> None:
    data = encoded(form)
    if form == "WEBP":  # its width stands in no head that is read
        assert shown(data).mime in ("image/webp", "image/jpeg")
        return
    blob = shown(data)
    assert (blob.mime, blob.data == data or form == "GIF") == (f"image/{mime}", True)


@pytest.mark.parametrize("make", [io.BytesIO, bytes, bytearray], ids=["file", "bytes", "bytearray"])
def test_bytes_come_in_any_wrapping(make: Callable[[bytes], Any], shown: Any) -> None:
    assert shown(make(encoded("PNG"))).mime == "image/png"


def test_a_path_is_read_as_text_and_as_path(tmp_path: Path, shown: Any) -> None:
    file = tmp_path / "x.png"
    file.write_bytes(encoded("PNG"))
    assert shown(file) == shown(str(file))


@pytest.mark.parametrize("address", ["https://a.example/x.png", "data:image/png;base64,AAAA"])
def test_an_address_stays_one(address: str, shown: Any) -> None:
    assert shown(address) == address


def test_a_file_that_is_not_there_is_named(shown: Any) -> None:
    with pytest.raises(errors.StreamlitAPIException, match=r"nowhere\.png"):
        shown("nowhere.png")


def test_svg_is_a_picture_that_knows_its_namespace(shown: Any) -> None:
    blob = shown(SVG)
    assert blob.mime == "image/svg+xml"
    assert b'xmlns="http://www.w3.org/2000/svg"' in blob.data


def test_svg_with_a_declaration_and_a_comment_is_known_too(tmp_path: Path, shown: Any) -> None:
    file = tmp_path / "x.svg"
    file.write_text(f"<?xml version='1.0'?>\n<!-- mine -->\n{SVG}")
    assert shown(str(file)).mime == "image/svg+xml"


@pytest.mark.parametrize("shape", [(2, 3), (2, 3, 1), (2, 3, 3), (2, 3, 4)])
def test_arrays_of_all_channels_come_out_as_they_went_in(shape: tuple[int, ...], shown: Any) -> None:
    array = np.random.default_rng(1).integers(0, 256, shape, dtype="uint8")
    expected = array[:, :, 0] if shape[2:] == (1,) else array
    assert (decoded(shown(array)) == expected).all()


def test_floats_from_0_to_1_are_all_shades(shown: Any) -> None:
    assert decoded(shown(np.array([[0.0, 0.5, 1.0]]))).tolist() == [[0, 127, 255]]


def test_bgr_swaps_red_and_blue(shown: Any) -> None:
    assert decoded(shown(np.array([[[1, 2, 3]]], dtype="uint8"), channels="BGR")).tolist() == [[[3, 2, 1]]]


@pytest.mark.parametrize("array", [[[0.0, 1.5]], [[-1, 5]], [[0, 300]], [[float("nan"), 2.0]]])
def test_values_that_are_no_colours_need_clamp(array: Any, shown: Any) -> None:
    with pytest.raises(errors.StreamlitAPIException, match="clamp=True"):
        shown(np.array(array))
    assert shown(np.array(array), clamp=True).mime == "image/png"


@pytest.mark.parametrize("shape", [(3,), (2, 2, 2), (2, 2, 5), (0, 3)])
def test_wrong_shapes_are_named(shape: tuple[int, ...], shown: Any) -> None:
    with pytest.raises(errors.StreamlitAPIException, match=str(shape[0])):
        shown(np.zeros(shape))


def test_objects_in_an_array_are_no_picture(shown: Any) -> None:
    with pytest.raises(errors.StreamlitAPIException, match="object"):
        shown(np.array([["a", None]], dtype=object))


def test_bgr_of_grey_is_an_error(shown: Any) -> None:
    with pytest.raises(errors.StreamlitAPIException, match="BGR"):
        shown(np.zeros((2, 2)), channels="BGR")


@pytest.mark.parametrize("what", [b"no picture at all", 5, object()])
def test_what_is_no_picture_is_told(what: Any, shown: Any) -> None:
    with pytest.raises(errors.StreamlitAPIException, match="picture"):
        shown(what)


def test_a_wide_picture_is_made_smaller(shown: Any) -> None:
    assert decoded(shown(pil.new("RGB", (4000, 10)))).shape == (3, 1460, 3)
    assert decoded(shown(encoded("PNG", (4000, 400)), width=100)).shape[:2] == (10, 100)
    assert decoded(shown(encoded("JPEG", (4000, 400)))).shape[:2] == (146, 1460)


def test_the_format_can_be_chosen(shown: Any) -> None:
    assert shown(np.zeros((2, 2)), output_format="JPEG").mime == "image/jpeg"
    assert shown(encoded("JPEG"), output_format="PNG").mime == "image/png"
    assert shown(pil.new("RGBA", (2, 2)), output_format="jpg").mime == "image/jpeg"


def test_a_moving_picture_keeps_moving(shown: Any) -> None:
    frames = [pil.new("RGB", (2000, 2), colour) for colour in ("red", "blue")]
    file = io.BytesIO()
    frames[0].save(file, "GIF", save_all=True, append_images=frames[1:])
    assert pil.open(io.BytesIO(shown(file).data)).n_frames == 2
    assert pil.open(io.BytesIO(shown(pil.open(file)).data)).n_frames == 2


@pytest.mark.parametrize("mode", ["1", "L", "P", "LA", "CMYK", "F", "I"])
def test_images_of_any_mode_can_be_shown(mode: str, shown: Any) -> None:
    assert decoded(shown(pil.new(mode, (2, 2)))).shape[:2] == (2, 2)


def test_arrays_need_no_pillow(monkeypatch: pytest.MonkeyPatch, shown: Any) -> None:
    monkeypatch.setitem(sys.modules, "PIL.Image", None)
    blob = shown(np.zeros((2, 3, 3), dtype="uint8"))
    assert struct.unpack(">II", blob.data[16:24]) == (3, 2)
    assert len(zlib.decompress(blob.data[41 : blob.data.index(b"IEND") - 8])) == 2 * (1 + 9)
    assert shown(encoded_before := b"\x89PNG\r\n\x1a\n" + bytes(16)).data == encoded_before


@pytest.mark.parametrize(
    "draw", [lambda: st.image(np.zeros((2, 2)), output_format="JPEG"), lambda: st.image(b"II*\0 some TIFF")]
)
def test_without_a_package_one_line_names_it_and_the_script_goes_on(
    draw: Any, monkeypatch: pytest.MonkeyPatch, app: Any
) -> None:
    monkeypatch.setitem(sys.modules, "PIL.Image", None)

    def script() -> None:
        draw()
        st.text("end")

    run = app(script)
    assert run.kinds == ["note", "text"]
    assert "pip install pillow" in run.drawn[0].props["body"]


def test_several_pictures_have_captions_each(app: Any) -> None:
    grey = np.zeros((2, 2))
    drawn = app(lambda: st.image([grey, grey], caption=["a", "b"], alt=["x", None])).only.props
    assert (len(drawn["images"]), drawn["captions"], drawn["alts"]) == (2, ("a", "b"), ("x", None))
    assert len(app(lambda: st.image(np.zeros((3, 2, 2, 3)))).only.props["images"]) == 3


@pytest.mark.parametrize("options", [{"caption": "one"}, {"alt": "one"}, {"link": "https://a.example"}])
def test_what_goes_with_one_picture_is_refused_for_two(options: Any, app: Any) -> None:
    run = app(lambda: st.image([np.zeros((2, 2))] * 2, **options))
    assert isinstance(run.error, errors.StreamlitAPIException)


def test_a_width_that_is_none_is_refused(app: Any) -> None:
    assert isinstance(app(lambda: st.image(SVG, width=-1)).error, errors.StreamlitInvalidWidthError)


def test_the_older_width_parameters_still_count(app: Any) -> None:
    run = app(lambda: st.image(SVG, use_container_width=True, use_column_width=True))
    assert run.drawn[-1].props["width"] == "stretch"
    assert run.kinds == ["warning", "image"]


def test_the_same_picture_is_the_same_in_the_next_run(app: Any) -> None:
    run = app(lambda: st.image(np.arange(12).reshape(3, 4)))
    before = run.only
    run.run()
    assert before is not run.only
    assert same(dict(before.props), dict(run.only.props))


def test_a_file_too_large_is_refused_before_it_is_read(tmp_path: Path, shown: Any) -> None:
    file = tmp_path / "large.png"
    with file.open("wb") as out:
        out.truncate(201 * 2**20)
    with pytest.raises(errors.StreamlitAPIException, match="200 MB"):
        shown(file)


def test_a_picture_beside_the_script_is_found(tmp_path: Path, app: Any) -> None:
    (tmp_path / "x.png").write_bytes(encoded("PNG"))
    run = app(lambda: None)
    run.body.folder = str(tmp_path)
    run.body.function = lambda: st.image("x.png")
    assert run.run().only.props["images"][0].mime == "image/png"


@pytest.mark.parametrize("name", ["image", "audio", "video"])
def test_a_file_that_is_not_there_has_an_error_of_streamlits_name(name: str, app: Any) -> None:
    assert type(app(lambda: getattr(st, name)("nowhere.bin")).error) is errors.MediaFileStorageError
