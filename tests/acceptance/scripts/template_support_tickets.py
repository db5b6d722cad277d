"""A support ticket template: a form adds rows, an editor changes them, altair shows statistics."""

import datetime
import random

import altair as alt
import numpy as np
import pandas as pd
import streamlit as st

st.set_page_config(page_title="Support tickets", page_icon="🎫")
st.title("🎫 Support tickets")
st.write(
    """
    This app shows how you can build an internal tool. Here, we are
    implementing a support ticket workflow. The user can create a ticket, edit
    existing tickets, and view some statistics.
    """
)

if "df" not in st.session_state:
    np.random.seed(42)
    random.seed(42)
    issue_descriptions = [
        "Network connectivity issues in the office",
        "Printer not responding to print commands",
        "Email server downtime",
        "Login authentication problems",
    ]
    data = {
        "ID": [f"TICKET-{i}" for i in range(1100, 1080, -1)],
        "Issue": np.random.choice(issue_descriptions, size=20),
        "Status": np.random.choice(["Open", "In Progress", "Closed"], size=20),
        "Priority": np.random.choice(["High", "Medium", "Low"], size=20),
        "Date Submitted": [
            datetime.date(2023, 6, 1) + datetime.timedelta(days=random.randint(0, 182)) for _ in range(20)
        ],
    }
    st.session_state.df = pd.DataFrame(data)

st.header("Add a ticket")
with st.form("add_ticket_form"):
    issue = st.text_area("Describe the issue")
    priority = st.selectbox("Priority", ["High", "Medium", "Low"])
    submitted = st.form_submit_button("Submit")

if submitted:
    recent = int(max(st.session_state.df.ID).split("-")[1])
    df_new = pd.DataFrame([{
        "ID": f"TICKET-{recent + 1}",
        "Issue": issue,
        "Status": "Open",
        "Priority": priority,
        "Date Submitted": datetime.date(2024, 1, 1),
    }])
    st.write("Ticket submitted! Here are the ticket details:")
    st.dataframe(df_new, use_container_width=True, hide_index=True)
    st.session_state.df = pd.concat([df_new, st.session_state.df], axis=0)

st.header("Existing tickets")
st.write(f"Number of tickets: `{len(st.session_state.df)}`")
st.info(
    "You can edit the tickets by double clicking on a cell. Note how the plots below "
    "update automatically! You can also sort the table by clicking on the column headers.",
    icon="✍️",
)
edited_df = st.data_editor(
    st.session_state.df,
    use_container_width=True,
    hide_index=True,
    column_config={
        "Status": st.column_config.SelectboxColumn(
            "Status", help="Ticket status", options=["Open", "In Progress", "Closed"], required=True
        ),
        "Priority": st.column_config.SelectboxColumn(
            "Priority", help="Priority", options=["High", "Medium", "Low"], required=True
        ),
    },
    disabled=["ID", "Date Submitted"],
)

st.header("Statistics")
col1, col2, col3 = st.columns(3)
col1.metric(label="Number of open tickets", value=len(edited_df[edited_df.Status == "Open"]), delta=10)
col2.metric(label="First response time (hours)", value=5.2, delta=-1.5)
col3.metric(label="Average resolution time (hours)", value=16, delta=2)

st.write("")
st.write("##### Ticket status per month")
status_plot = (
    alt.Chart(edited_df)
    .mark_bar()
    .encode(x="month(Date Submitted):O", y="count():Q", xOffset="Status:N", color="Status:N")
    .configure_legend(orient="bottom", titleFontSize=14, labelFontSize=14, titlePadding=5)
)
st.altair_chart(status_plot, use_container_width=True, theme="streamlit")
