import marimo

app = marimo.App()


@app.cell
def _():  # type: ignore[no-untyped-def]
    import marimo as mo

    fields = mo.ui.dictionary({f"t{i}": mo.ui.text(label=f"t{i}") for i in range(20)})
    form = fields.form()
    form  # noqa: B018 - the last expression of a cell is displayed
    return mo, form


@app.cell
def _(mo, form):  # type: ignore[no-untyped-def]
    values = form.value or {}
    mo.plain_text("sent " + "|".join(values.get(f"t{i}", "") for i in range(20)) + ";")


if __name__ == "__main__":
    app.run()
