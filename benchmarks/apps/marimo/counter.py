import marimo

app = marimo.App()


@app.cell
def _():  # type: ignore[no-untyped-def]
    import marimo as mo

    button = mo.ui.button(value=0, on_click=lambda count: count + 1, label="add")
    button  # noqa: B018 - the last expression of a cell is displayed
    return mo, button


@app.cell
def _(mo, button):  # type: ignore[no-untyped-def]
    mo.plain_text(f"count {button.value};")


if __name__ == "__main__":
    app.run()
