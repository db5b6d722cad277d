"""What a user does with each script, in the words of `tests/conformance/driver.py`."""

from __future__ import annotations

from typing import Any

from tests.conformance.driver import Step


def put(kind: str, name: str, value: Any) -> Step:
    """Give an input a value; it goes by its label if it has no key."""
    return {"do": "set", "kind": kind, **_by(name), "value": value}


def click(name: str) -> Step:
    """Click a button."""
    return {"do": "click", "kind": "button", **_by(name)}


def together(*steps: Step) -> Step:
    """Do several things before the app runs once."""
    return {"do": "batch", "steps": list(steps)}


def submit(form: str, **drafts: tuple[str, str, Any] | str) -> Step:
    """Fill in a form and send it, as one interaction; `label` is that of its button."""
    label = {"label": drafts.pop("label")} if "label" in drafts else {}
    edits = [put(*edit) for edit in drafts.values() if not isinstance(edit, str)]
    return together(*edits, {"do": "submit", "form": form, **label})


def upload(name: str, *files: tuple[str, str, str]) -> Step:
    """Give an uploader these files: name, content, type."""
    return {"do": "upload", "kind": "file_uploader", **_by(name), "files": [list(file) for file in files]}


def _by(name: str) -> Step:
    """A name that begins with `=` is a label, any other one a key; the first of its kind needs none."""
    if not name:
        return {}
    return {"label": name[1:]} if name.startswith("=") else {"key": name}


RERUN: Step = {"do": "rerun"}

EDITS: dict[str, list[Step]] = {
    "gallery_sales_dashboard": [
        put("multiselect", "=Select the Region:", ["West"]),
        put("selectbox", "=Product", "Tea"),
        put("date_input", "period", {"$tuple": [{"$date": "2024-03-01"}, {"$date": "2024-06-30"}]}),
        put("checkbox", "=Show raw data", True),
        put("multiselect", "=Select the Region:", []),
    ],
    "gallery_stock_explorer": [
        put("radio", "=Choose a Technical Indicator to Visualize", "SMA"),
        put("slider", "=Window", 20),
        put("selectbox", "=Enter a Stock Symbol", "GAMA"),
        put("number_input", "=Enter the duration", 60),
        click("=Send"),
        put("radio", "page", "Predict"),
        click("=Predict"),
        put("radio", "page", "About"),
    ],
    "demo_spiral": [
        put("slider", "=Number of points in spiral", 100),
        put("slider", "=Number of turns in spiral", 3),
    ],
    "demo_city_rides": [put("slider", "pickup_hour", 17), RERUN],
    "demo_animation": [
        put("slider", "=Level of detail", 3),
        click("=Rerun"),
        put("selectbox", "=Choose a demo", "Plotting"),
    ],
    "template_chatbot": [
        put("chat_input", "", "Hello"),
        put("text_input", "chatbot_api_key", "abc"),
        put("chat_input", "", "Hello again"),
        put("chat_input", "", "And again"),
        put("feedback", "feedback_2", 1),
        click("=Clear Chat History"),
    ],
    "template_support_tickets": [
        submit(
            "add_ticket_form",
            issue=("text_area", "=Describe the issue", "It burns"),
            priority=("selectbox", "=Priority", "Low"),
        ),
        RERUN,
    ],
    "template_gdp_dashboard": [
        put("slider", "years", {"$tuple": [1999, 2010]}),
        put("multiselect", "countries", ["JPN", "DEU"]),
    ],
    "template_multipage": [
        put("selectbox", "=Choose your role", "Requester"),
        click("=Log in"),
        click("=Go to the second"),
        RERUN,
    ],
    "docs_inputs": [
        click("hello"),
        together(
            put("toggle", "feature", True),
            put("radio", "genre", "Documentary :movie_camera:"),
            put("selectbox", "contact", "Mobile phone"),
        ),
        together(
            put("selectbox", "contact", None),
            put("multiselect", "colors", []),
            put("feedback", "stars", 3),
            put("pills", "=Directions", ["North", "East"]),
            put("segmented_control", "zoom", 2),
        ),
        together(
            put("number_input", "number", 4.5),
            put("number_input", "=Count", 7),
            put("slider", "appointment", {"$tuple": [{"$time": "09:00:00"}, {"$time": "10:00:00"}]}),
            put("date_input", "birthday", {"$date": "2001-02-03"}),
        ),
        together(
            put("time_input", "alarm", {"$time": "06:05:00"}),
            put("datetime_input", "schedule", {"$datetime": "2025-12-24T18:00:00"}),
            put("text_input", "movie", "Brazil"),
            put("text_area", "=Text to analyze", ""),
            put("color_picker", "=Pick A Color", "#123456"),
            put("select_slider", "=Select a range of color wavelength", {"$tuple": ["orange", "green"]}),
        ),
    ],
    "docs_layout": [
        put("selectbox", "=How would you like to be contacted?", "Home phone"),
        put("text_input", "=What's your name?", "Ada"),
        click("inner"),
    ],
    "docs_status": [
        click("=Three cheers"),
        put("toggle", "=Winter", True),
        put("checkbox", "=Show what went wrong", True),
    ],
    "docs_charts": [put("checkbox", "=Once more", True)],
    "docs_media": [put("slider", "=Size", 128), put("checkbox", "=Grey", True)],
    "docs_data": [RERUN],
    "docs_flow": [
        submit(
            "my_form",
            slider=("slider", "form_slider", 7),
            checkbox=("checkbox", "=Form checkbox", True),
            label="Submit",
        ),
        submit("my_form", label="Cancel"),
        put("slider", "=Outside it", 50),
        put("text_input", "in_fragment", "words"),
        click("=B"),
        together(put("text_input", "reason", "because"), click("submit_vote")),
        click("=Foo"),
        put("checkbox", "stop", True),
    ],
    "docs_caching_and_state": [
        put("number_input", "=Enter a value", 5),
        click("=Increment"),
        click("=Ten"),
        put("number_input", "fahrenheit", 212.0),
        click("=Clear"),
    ],
    "todo_list": [
        together(put("text_input", "new_text", "Write tests"), click("=Add")),
        put("checkbox", "done_3f2f3bda", True),
        put("segmented_control", "show", "Done"),
        click("=Remove what is done"),
        click("=Add"),
    ],
    "password_page": [
        submit("Credentials", name=("text_input", "username", "ada"), word=("text_input", "password", "no")),
        submit("Credentials", name=("text_input", "username", "eve"), word=("text_input", "password", "")),
        submit(
            "Credentials", name=("text_input", "username", "ada"), word=("text_input", "password", "lovelace")
        ),
        click("=Click me"),
        click("=Log out"),
    ],
    "ml_playground": [
        submit("parameters", samples=("number_input", "=Samples", 60), k=("slider", "k", 5)),
        put("checkbox", "describe", True),
    ],
    "magic_and_write": [RERUN],
    "guessing_game": [
        submit("guess", guess=("number_input", "=Between 1 and 100", 10)),
        submit("guess", guess=("number_input", "=Between 1 and 100", 60)),
        click("field_0"),
        click("field_4"),
        submit("guess", guess=("number_input", "=Between 1 and 100", 81)),
        click("=New game"),
        submit("guess", guess=("number_input", "=Between 1 and 100", 80)),
        click("field_1"),
        click("field_5"),
        click("field_2"),
        click("=Clear the board"),
    ],
    "errors": [
        put("selectbox", "=How shall it end?", "ShopError"),
        put("selectbox", "=How shall it end?", "ZeroDivisionError"),
        put("selectbox", "=How shall it end?", "set late"),
    ],
    "odd_imports": [click("again"), upload("=A file", ("a.csv", "1,2", "text/csv"))],
    "upload_explorer": [
        upload(
            "file", ("cities.csv", "city,year,people\nBerlin,2020,3664088\nParis,2021,2145906", "text/csv")
        ),
        put("number_input", "=Rows to show", 1),
        put("multiselect", "=Columns", ["year", "people"]),
        put("selectbox", "=Plot", "people"),
        put("radio", "=Separator", ";"),
        upload("many", ("a.txt", "aaa", "text/plain"), ("b.txt", "b", "text/plain")),
        upload("file"),
    ],
    "image_filters": [
        put("radio", "=Filter", "Gray"),
        put("radio", "=Filter", "Invert"),
        put("checkbox", "=Enable", True),
    ],
    "course_calculators": [
        together(
            put("number_input", "=Enter first number", 4.0), put("number_input", "=Enter second number", 2.0)
        ),
        put("radio", "=Select an operation to perform:", "Divide"),
        click("=Calculate result"),
        submit("my_form", a=("number_input", "increment_value", 4), label="Update"),
        submit("pw", a=("text_input", "=User", "a"), b=("text_input", "=Password", "x"), label="Login"),
        submit("pw", a=("text_input", "=User", "a"), b=("text_input", "=Password", "b"), label="Login"),
        put("date_input", "=Birthday", {"$date": "2000-01-01"}),
        put("selectbox", "=Convert", "mi"),
    ],
    "population_dashboard": [
        put("selectbox", "=Select a year", 2013),
        put("multiselect", "=States", ["A"]),
        put("date_input", "=Start Date", {"$date": "2023-02-01"}),
        put("pills", "=P", 3),
        put("feedback", "fb", 3),
    ],
    "iris_prediction": [
        click("=Train"),
        put("selectbox", "=Classifier", "SVM"),
        put("checkbox", "=Show raw data", True),
    ],
    "echo_chat": [
        put("chat_input", "", "Hello there"),
        put("chat_input", "", "again"),
        click("=Clear"),
        put("feedback", "", 1),
    ],
    "todo_cards": [
        submit("f", a=("text_input", "new", "Sleep"), label="Add"),
        put("checkbox", "c1", True),
        click("d2"),
    ],
    "quiz": [
        click("=Submit"),
        click("1"),
        click("=Submit"),
        click("=Next"),
        click("0"),
        click("=Submit"),
        click("=Next"),
        click("=Restart"),
    ],
    "fragments_and_dialog": [
        click("bleft"),
        click("bleft"),
        click("=A"),
        together(put("text_input", "=Because...", "y"), click("=Submit")),
    ],
    "layout_gallery": [
        click("do"),
        submit("sf", a=("slider", "=s", 5), label="Go"),
        put("checkbox", "=Check me", True),
    ],
    "pages_of_functions": [
        put("text_input", "name", "Ada"),
        click("=switch"),
        put("text_input", "nn", "x"),
        RERUN,
    ],
    "first_thirty_days": [
        click("=Say hello"),
        put("number_input", "lbs", 10.0),
        put("text_input", "=What is your name?", "Ada"),
        put("multiselect", "=What are your favorite colors", ["Green"]),
        submit(
            "my_form",
            a=("selectbox", "=Coffee roast", "Dark"),
            b=("checkbox", "=Bring own cup", True),
            label="Submit",
        ),
        put("checkbox", "=Ice cream", True),
    ],
}
"""By script; one that is not named here is run once."""
