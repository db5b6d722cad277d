import marimo

app = marimo.App()


@app.cell
def _():  # type: ignore[no-untyped-def]
    import marimo as mo

    sliders = mo.ui.array([mo.ui.slider(0, 10_000, value=0, label="s0")])
    sliders  # noqa: B018 - the last expression of a cell is displayed
    return mo, sliders


@app.cell
def _(mo, sliders):  # type: ignore[no-untyped-def]
    (v,) = sliders.value
    mo.plain_text(f"row 0: {v * v};")


@app.cell
def _(mo):  # type: ignore[no-untyped-def]
    import numpy as np
    import pandas as pd

    data = np.arange(100_000, dtype="float64").reshape(10_000, 10)
    mo.ui.table(pd.DataFrame(data, columns=[f"c{j}" for j in range(10)]))


if __name__ == "__main__":
    app.run()
