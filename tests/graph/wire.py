"""A connection to a server that a test can break."""

from __future__ import annotations

import socket
import threading
from contextlib import suppress


class Wire:
    """Forwards a port to a server's, until it is cut: then every connection through it breaks."""

    def __init__(self, target: int, *, refused: int = 0) -> None:
        """Forward to `target`, after the first `refused` connections were taken and closed at once."""
        self.target, self.refused = target, refused
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port = self._listener.getsockname()[1]
        self._open: list[socket.socket] = []

    def cut(self) -> int:
        """Break the connections; return how many there were."""
        cut, self._open = self._open, []
        for end in cut:
            with suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)
        return len(cut) // 2

    @property
    def connections(self) -> int:
        """How many there are."""
        return len(self._open) // 2

    def _accept(self) -> None:
        while True:
            try:
                near, _ = self._listener.accept()
            except OSError:
                return
            if self.refused:
                self.refused -= 1
                near.close()
                continue
            with suppress(OSError):
                far = socket.create_connection(("127.0.0.1", self.target))
                self._open += [near, far]
                for source, sink in ((near, far), (far, near)):
                    threading.Thread(target=_forward, args=(source, sink), daemon=True).start()

    def __enter__(self) -> Wire:
        threading.Thread(target=self._accept, daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self.cut()
        self._listener.close()


def _forward(source: socket.socket, sink: socket.socket) -> None:
    with suppress(OSError):
        while data := source.recv(65536):
            sink.sendall(data)
    for end in (source, sink):  # a close alone does not wake who reads
        with suppress(OSError):
            end.shutdown(socket.SHUT_RDWR)
