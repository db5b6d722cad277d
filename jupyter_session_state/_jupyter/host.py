"""What we need of a kernel beyond its public API, each with a fallback that is slower, never wrong.

Which these are, and what happens without them, is in `inside.PRIVATE`.
"""

from __future__ import annotations

import asyncio
import json
import signal
import sys
import threading
from contextlib import contextmanager
from functools import partial
from typing import TYPE_CHECKING, Any

from jupyter_session_state._core.answer import Answer
from jupyter_session_state._core.notices import show_error

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from types import FrameType


class Host:
    """The kernel this process is, seen from our side; also serves plain IPython and Pyodide."""

    def __init__(self, shell: Any) -> None:
        self.shell = shell
        self.kernel: Any = getattr(shell, "kernel", None)
        self._on_message: Callable[[str, Mapping[str, Any]], None] | None = None
        self._restore: Callable[[], None] | None = None
        self._poll: Callable[[], None] | None = None
        self._may_be_busy = self._is_busy = False

    # -- the loop ------------------------------------------------------------------------------------------

    def loop(self) -> asyncio.AbstractEventLoop | None:
        """Return the loop of the main thread, or None where nothing runs one."""
        io_loop = getattr(self.kernel, "io_loop", None)
        loop = getattr(io_loop, "asyncio_loop", None)
        if loop is not None:
            return loop  # type: ignore[no-any-return]
        try:
            return asyncio.get_running_loop()
        except RuntimeError:
            return None

    # -- which cell is running -----------------------------------------------------------------------------

    def parent(self) -> tuple[Any, Any]:
        """Return the identity and header of the request being executed, to be given to `running` later."""
        if not hasattr(self.kernel, "get_parent"):
            return None, {}
        ident = getattr(self.kernel, "_parent_ident", b"")
        if not isinstance(ident, bytes):
            ident = ident.get("shell", b"")
        return ident, self._get_parent()

    def _get_parent(self) -> Any:
        try:
            return self.kernel.get_parent("shell")
        except TypeError:  # Pyodide's takes no channel
            return self.kernel.get_parent()

    def cell_source(self) -> str | None:
        """Return the whole text of the cell being executed, its magic line included."""
        content = self.parent()[1].get("content") or {}
        code = content.get("code")
        return code if isinstance(code, str) else None

    def cell_id(self) -> str | None:
        """Return the id of the cell being executed, where the front end tells it."""
        _, parent = self.parent()
        metadata = parent.get("metadata") or {}
        cell = metadata.get("cellId") or metadata.get("cell_id")
        return cell if isinstance(cell, str) else None

    @contextmanager
    def running(self, parent: tuple[Any, Any]) -> Iterator[None]:
        """Work on behalf of a cell: its header for output, interrupts, idle at the end if it was shown as busy."""
        kernel = self.kernel
        full = hasattr(kernel, "set_parent") and hasattr(kernel, "_publish_status")
        before = self.parent() if full else None
        with interruptible():
            try:
                if full:
                    kernel.set_parent(parent[0], parent[1], "shell")
                    self._may_be_busy = True
                yield
            finally:
                if full and before is not None:
                    self._may_be_busy = False
                    if self._is_busy:
                        self._is_busy = False
                        kernel._publish_status("idle", "shell")
                    kernel.set_parent(before[0], before[1], "shell")

    def show_busy(self) -> None:
        """Show the kernel as busy with a run, until it is over; for a thread that watches it.

        A quick run is not worth two messages: they would be half of what it sends.
        """
        if self._may_be_busy and not self._is_busy:
            self._is_busy = True
            self.kernel._publish_status("busy", "shell")

    def settle_message(self) -> None:
        """Publish idle for a comm message that ipykernel 7.4 handles silently while a cell awaits.

        The front end holds back a widget's next message until it saw idle for the last one; a second idle
        does no harm.
        """
        in_main = threading.current_thread() is threading.main_thread()
        if self._routes_replies and in_main and not _is_announced():
            self.kernel._publish_status("idle", "shell")

    @property
    def _routes_replies(self) -> bool:
        import ipykernel

        version: tuple[Any, ...] = getattr(ipykernel, "version_info", (0, 0))
        return version[:2] >= (7, 4) and hasattr(self.kernel, "_publish_status")

    # -- seeing newer input while a script runs ------------------------------------------------------------

    def watch(self, on_message: Callable[[str, Mapping[str, Any]], None]) -> None:
        """Call `on_message` with comm id and data of each comm message as it arrives, before it is handled.

        Works on any thread; the message itself goes its usual way.
        """
        self._on_message = on_message
        channel_thread = getattr(self.kernel, "shell_channel_thread", None)
        stream = getattr(self.kernel, "shell_stream", None)
        if stream is None:
            return
        if channel_thread is not None and hasattr(self.kernel, "shell_channel_thread_main"):
            self._watch_thread(channel_thread, stream)
        elif hasattr(self.kernel, "schedule_dispatch") and hasattr(self.kernel, "dispatch_shell"):
            self._watch_stream(stream)

    def unwatch(self) -> None:
        """Give the kernel its own message handler back."""
        self._on_message = None
        if self._restore is not None:
            self._restore()
        self._restore = self._poll = None

    def _watch_thread(self, channel_thread: Any, stream: Any) -> None:
        kernel = self.kernel

        def spy(frames: Any) -> Any:
            self._peek(frames)
            return kernel.shell_channel_thread_main(frames)

        def hand_over(handler: Any) -> None:
            channel_thread.io_loop.add_callback(lambda: stream.on_recv(handler, copy=False))

        hand_over(spy)
        reply_through(stream, channel_thread)
        self._restore = lambda: hand_over(kernel.shell_channel_thread_main)

    def _watch_stream(self, stream: Any) -> None:
        original = partial(self.kernel.schedule_dispatch, self.kernel.dispatch_shell)  # as ipykernel has it

        def spy(frames: Any) -> None:
            self._peek(frames)
            original(frames)

        stream.on_recv(spy, copy=False)
        self._restore = lambda: stream.on_recv(original, copy=False)
        self._poll = lambda: _read(stream)

    def poll(self) -> None:
        """Move waiting messages into the kernel's own queue, in order; nothing is handled."""
        if self._poll is not None and threading.current_thread() is threading.main_thread():
            self._poll()
            if _held:
                _held.clear()
                raise KeyboardInterrupt

    def _peek(self, frames: Any) -> None:
        if self._on_message is None:
            return
        try:
            _, parts = self.kernel.session.feed_identities(frames, copy=False)
            header = json.loads(bytes(parts[1].bytes))
            if header["msg_type"] == "comm_msg":
                content = json.loads(bytes(parts[4].bytes))
                self._on_message(content["comm_id"], content["data"])
        except Exception:  # noqa: BLE001 - a hint that cannot be read is no hint; the message goes its way
            return


def reply_through(stream: Any, channel_thread: Any) -> None:
    """Have ipykernel 7.0 to 7.3 send replies through the stream that reads the same socket, as 7.4 does.

    A reply sent past the stream takes away its notice of a request that comes at that moment. It then waits unread,
    with all that follow: the kernel is deaf.
    """
    manager: Any = getattr(channel_thread, "manager", None)
    socket: Any = getattr(manager, "_shell_socket", None)
    if socket is not None and socket is stream.socket:
        manager._shell_socket = stream


def is_running_here(loop: asyncio.AbstractEventLoop) -> bool:
    """Whether this thread is the one that runs the loop."""
    try:
        return asyncio.get_running_loop() is loop
    except RuntimeError:
        return False


def _read(stream: Any) -> None:
    """Have a stream hand over what has arrived.

    It must not be torn: a message that it had in its hands would be lost, and it would wait for another one before it
    looked at what else is there, which makes the kernel deaf.
    """
    import zmq

    stream.flush(zmq.POLLIN)


def _is_announced() -> bool:
    """Whether ipykernel handles a message in its own turn, and so tells busy and idle itself."""
    try:
        task = asyncio.current_task()
    except RuntimeError:
        return False
    return task is not None and getattr(task.get_coro(), "__name__", "") == "shell_main"


def _interrupt(number: int, frame: FrameType | None) -> None:
    """Interrupt a run; what we do around it and at its end is quick, and must not be torn."""
    step = frame
    while step is not None:
        if step.f_code in UNTORN:
            return
        if step.f_code is READ:
            _held.append(number)
            return
        if step.f_code is RUN:
            signal.default_int_handler(number, frame)
        step = step.f_back


RUN = Answer._run.__code__
READ = _read.__code__
UNTORN = (Answer._end.__code__, show_error.__code__)
_held: list[int] = []  # interrupts that wait until a stream was read


@contextmanager
def interruptible() -> Iterator[None]:
    """Let the kernel's interrupt reach the code inside: between requests ipykernel ignores the signal."""
    if sys.platform == "emscripten" or threading.current_thread() is not threading.main_thread():
        yield
        return
    _held.clear()
    before = signal.signal(signal.SIGINT, _interrupt)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
