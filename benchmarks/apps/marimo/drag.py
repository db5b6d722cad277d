import marimo

app = marimo.App()


@app.cell
def _():  # type: ignore[no-untyped-def]
    import time

    import marimo as mo

    sliders = mo.ui.array([mo.ui.slider(0, 10_000, value=0, label="s0")])
    sliders  # noqa: B018 - the last expression of a cell is displayed
    return mo, sliders, time


@app.cell
def _(mo, sliders, time):  # type: ignore[no-untyped-def]
    (v,) = sliders.value
    time.sleep(0.05)
    mo.plain_text(f"row 0: {v * v};")


if __name__ == "__main__":
    app.run()
