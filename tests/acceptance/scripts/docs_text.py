"""The text functions of the docs: directives, dividers, code, formulas, HTML."""

import textwrap

import streamlit as st

st.title("This is a title")
st.title("_Streamlit_ is :blue[cool] :sunglasses:", anchor=False, text_alignment="center")
st.header("One", divider=True)
st.header("Two", divider="violet", help="A *second* header", anchor="two")
st.subheader("_Streamlit_ is :blue[cool] :sunglasses:")
st.subheader("Thin", divider="gray", anchor=False)

st.markdown("*Streamlit* is **really** ***cool***.")
st.markdown("""
    :red[Streamlit] :orange[can] :green[write] :blue[text] :violet[in]
    :gray[pretty] :rainbow[colors] and :blue-background[highlight] text.""")
st.markdown("Here's a bouquet &mdash; :tulip::cherry_blossom::rose::hibiscus::sunflower::blossom:")
st.markdown(":material/home: and :material/thumb_up: icons, a :green-badge[:material/check: badge], :small[small]")
multi = """If you end a line with two spaces,
a soft return is used for the next line.

Two (or more) newline characters in a row will result in a hard return.
"""
st.markdown(multi)
st.markdown("Inline $\\sqrt{x^2 + y^2}$ and a block: $$\\int_0^1 x dx$$", help="Formulas", width="content")
st.markdown("<p style='text-align:right'>right <b>text</b></p>", unsafe_allow_html=True)
st.markdown(textwrap.dedent("""
    | Left | Right |
    | :--- | ---: |
    | a | 1 |
"""))

st.caption("This is a string that explains something above.")
st.caption("A caption with _italics_ :blue[colors] and emojis :sunglasses:", help="Help", unsafe_allow_html=False)
st.badge("New")
st.badge("Success", icon=":material/check:", color="green")

code = """def hello():
    print("Hello, Streamlit!")"""
st.code(code, language="python", line_numbers=True)
st.code("plain text", language=None, wrap_lines=True, height=100)
st.code("SELECT 1", "sql", width="content")
st.divider()
st.latex(r"""
    a + ar + a r^2 + a r^3 + \cdots + a r^{n-1} =
    \sum_{k=0}^{n-1} ar^k =
    a \left(\frac{1-r^{n}}{1-r}\right)
    """)
st.latex("e^{i\\pi} + 1 = 0", help="Euler")
st.text("This is text\n[and more text](that's not a Markdown link).", help="fixed")
st.text(3.5)
st.html("<p><span style='text-decoration: line-through double red;'>Oops</span>!</p>")
st.html("<style>.x { color: red }</style>")


def get_user_name():
    return "John"


with st.echo():
    # Everything inside this block will be both printed to the screen
    # and executed.
    def get_punctuation():
        return "!!!"

    greeting = "Hi there, "
    value = get_user_name()
    punctuation = get_punctuation()

    st.write(greeting, value, punctuation)

foo = "bar"
st.write("Done! ", foo)
st.space("small")
st.space(40)
st.write("This text is **after** the space", unsafe_allow_html=False)
st.write("1 + 1 = ", 2, {"a": [1, 2]}, "and", None, True, 3.14)
