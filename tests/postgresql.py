"""A PostgreSQL server of the tests' own: in a temporary folder, on loopback, gone with the tests."""

import os
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

USER = "postgres"
# The tests' databases are thrown away: nothing is forced to the disk.
OPTIONS = ("fsync=off", "synchronous_commit=off", "full_page_writes=off", "shared_buffers=32MB", "max_connections=40")


@dataclass(frozen=True, slots=True)
class Server:
    """A running server.

    Attributes:
        folder: of its data and its socket.
        programs: where initdb and the like are.
        port: on loopback.
    """

    folder: Path
    programs: Path
    port: int

    def address(self, schema: str = "public", folder: Path | None = None) -> str:
        """The address of a ledger, with a folder for the files that belong to it."""
        files = folder or self.folder / "files"
        return f"postgresql://{USER}@127.0.0.1:{self.port}/{USER}?schema={schema}&folder={files}"

    def run(self, program: str, *arguments: str) -> str:
        """Run one of PostgreSQL's programs as the user whom the server belongs to."""
        command = [str(self.programs / program), *arguments]
        if os.geteuid() == 0:
            command = ["runuser", "-u", USER, "--", *command]
        # pg_ctl leaves a server behind that would hold a pipe open: its output goes into a file.
        with (self.folder / "output").open("w+") as output:
            done = subprocess.run(command, check=False, stdout=output, stderr=output, cwd=self.folder)
            output.seek(0)
            told = output.read()
        if done.returncode:
            raise RuntimeError(f"{program}: {told}")
        return told

    def ask(self, statement: str) -> str:
        """The answer of the server to one statement."""
        place = ("-h", str(self.folder), "-p", str(self.port), "-U", USER)
        return self.run("psql", *place, "-At", "-c", statement, USER).strip()

    def start(self) -> None:
        """Start it, and wait until it answers."""
        options = [f"-p {self.port}", "-c listen_addresses=127.0.0.1", f"-c unix_socket_directories={self.folder}"]
        options += [f"-c {each}" for each in OPTIONS]
        data, log = str(self.folder / "data"), str(self.folder / "log")
        self.run("pg_ctl", "-D", data, "-w", "-l", log, "-o", " ".join(options), "start")

    def stop(self, mode: str = "immediate") -> None:
        """Stop it at once."""
        self.run("pg_ctl", "-D", str(self.folder / "data"), "-w", "-m", mode, "stop")


def find_programs() -> Path | None:
    """Where PostgreSQL's programs are; Debian keeps them out of the PATH."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda each: int(each.parent.parent.name))
    named = shutil.which("initdb")
    if found:
        return found[-1].parent
    return None if named is None else Path(named).resolve().parent


@contextmanager
def running(programs: Path) -> Iterator[Server]:
    """A server that is stopped, with all that it held, when the block ends."""
    folder = Path(tempfile.mkdtemp(prefix="accordingto-pg-", dir="/tmp"))  # sockets have short paths
    server = Server(folder, programs, _free_port())
    try:
        (folder / "files").mkdir()
        if os.geteuid() == 0:
            shutil.chown(folder, USER)
        folder.chmod(0o755)
        data = str(folder / "data")
        server.run("initdb", "-D", data, "-U", USER, "-E", "UTF8", "--locale=C.UTF-8", "-A", "trust", "-N")
        server.start()
        try:
            yield server
        finally:
            server.stop()
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        return int(listener.getsockname()[1])
