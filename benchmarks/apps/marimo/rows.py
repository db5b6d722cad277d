import marimo

app = marimo.App()


@app.cell
def _():  # type: ignore[no-untyped-def]
    import os

    import marimo as mo

    n = int(os.environ["BENCH_N"])
    return mo, n


@app.cell
def _(mo, n):  # type: ignore[no-untyped-def]
    sliders = mo.ui.array([mo.ui.slider(0, 10_000, value=0, label=f"s{i}") for i in range(n)])
    sliders  # noqa: B018 - the last expression of a cell is displayed
    return (sliders,)


@app.cell
def _(mo, sliders):  # type: ignore[no-untyped-def]
    mo.vstack([mo.plain_text(f"row {i}: {v * v};") for i, v in enumerate(sliders.value)])


if __name__ == "__main__":
    app.run()
