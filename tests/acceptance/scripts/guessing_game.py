"""Games: a number to guess with hints, and noughts and crosses on a grid of buttons."""

import random
from enum import StrEnum, auto

import streamlit as st


class Phase(StrEnum):
    PLAYING = auto()
    WON = auto()
    LOST = auto()


LINES = [(0, 1, 2), (3, 4, 5), (6, 7, 8), (0, 3, 6), (1, 4, 7), (2, 5, 8), (0, 4, 8), (2, 4, 6)]


def new_game() -> None:
    st.session_state.secret = random.Random(5).randint(1, 100)
    st.session_state.guesses = []
    st.session_state.phase = Phase.PLAYING


def winner(board: list[str]) -> str | None:
    for a, b, c in LINES:
        if board[a] and board[a] == board[b] == board[c]:
            return board[a]
    return "nobody" if all(board) else None


def play(index: int) -> None:
    board = st.session_state.board
    if not board[index]:
        board[index] = st.session_state.turn
        st.session_state.turn = "O" if st.session_state.turn == "X" else "X"


if "phase" not in st.session_state:
    new_game()
st.session_state.setdefault("board", [""] * 9)
st.session_state.setdefault("turn", "X")

number_tab, board_tab = st.tabs(["🔢 Guess", "❌ Board"])

with number_tab:
    st.header("Guess my number")
    with st.form("guess", clear_on_submit=True):
        guess = st.number_input("Between 1 and 100", 1, 100, 50)
        sent = st.form_submit_button("Guess", disabled=st.session_state.phase != Phase.PLAYING)
    if sent:
        st.session_state.guesses.append(guess)
        if guess == st.session_state.secret:
            st.session_state.phase = Phase.WON
        elif len(st.session_state.guesses) >= 3:
            st.session_state.phase = Phase.LOST
        else:
            st.toast("Higher!" if guess < st.session_state.secret else "Lower!")
    match st.session_state.phase:
        case Phase.WON:
            st.balloons()
            st.success(f"Yes, {st.session_state.secret}, after {len(st.session_state.guesses)}")
        case Phase.LOST:
            st.snow()
            st.error("Too many guesses")
        case _:
            st.caption(f"Guesses: {', '.join(map(str, st.session_state.guesses)) or 'none'}")
    st.button("New game", on_click=new_game, shortcut="Ctrl+G")

with board_tab:
    won = winner(st.session_state.board)
    for row in range(3):
        for column, place in enumerate(st.columns(3)):
            index = row * 3 + column
            sign = st.session_state.board[index]
            place.button(
                sign or " ", key=f"field_{index}", on_click=play, args=(index,), disabled=bool(sign or won)
            )
    if won:
        st.info(f"The winner is {won}")
    else:
        st.write("Next:", st.session_state.turn)
    if st.button("Clear the board"):
        st.session_state.board, st.session_state.turn = [""] * 9, "X"
        st.rerun()
