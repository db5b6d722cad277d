"""A to-do list: rows made in a loop, keys by id, callbacks with arguments, a class around session state."""

from __future__ import annotations

import uuid
from dataclasses import dataclass

import streamlit as st


@dataclass
class Todo:
    text: str
    done: bool = False
    uid: str = ""

    def __post_init__(self) -> None:
        self.uid = self.uid or str(uuid.uuid5(uuid.NAMESPACE_DNS, self.text))[:8]


class TodoApp:
    def __init__(self) -> None:
        if "todos" not in st.session_state:
            st.session_state.todos = [Todo("Buy milk"), Todo("Water the plants", done=True)]

    @property
    def todos(self) -> list[Todo]:
        return st.session_state.todos

    def add(self) -> None:
        text = st.session_state.new_text.strip()
        if not text:
            st.toast("Please write something", icon="✏️")
            return
        self.todos.append(Todo(text))
        st.session_state.new_text = ""

    def remove(self, uid: str) -> None:
        st.session_state.todos = [t for t in self.todos if t.uid != uid]

    def check(self, uid: str) -> None:
        for todo in self.todos:
            if todo.uid == uid:
                todo.done = st.session_state[f"done_{uid}"]

    def row(self, todo: Todo) -> None:
        box, text, delete = st.columns([0.1, 0.7, 0.2], vertical_alignment="center")
        box.checkbox(
            "Done",
            value=todo.done,
            key=f"done_{todo.uid}",
            on_change=self.check,
            args=(todo.uid,),
            label_visibility="collapsed",
        )
        text.markdown(f"~~{todo.text}~~" if todo.done else todo.text)
        delete.button("🗑", key=f"delete_{todo.uid}", on_click=self.remove, args=[todo.uid], help="Delete it")

    def run(self) -> None:
        st.title("📝 To-do list")
        st.text_input("New task", key="new_text", placeholder="What is next?")
        st.button("Add", type="primary", on_click=self.add)
        show = st.segmented_control("Show", ["All", "Open", "Done"], default="All", key="show")
        shown = [t for t in self.todos if show == "All" or t.done == (show == "Done")]
        if not shown:
            st.info("Nothing here.")
        for todo in shown:
            self.row(todo)
        done = sum(t.done for t in self.todos)
        st.progress(done / max(len(self.todos), 1), text=f"{done} of {len(self.todos)} done")
        if self.todos and done == len(self.todos):
            st.balloons()
            st.success("All done!")
        if st.button("Remove what is done", disabled=not done):
            st.session_state.todos = [t for t in self.todos if not t.done]
            st.rerun()


TodoApp().run()
