"""What is wrong with a call of serve is told before anything is served."""

import socket


def test_a_ledger_that_is_not_there(run, tmp_path):
    """The line says how to make one."""
    result = run("serve", tmp_path / "none.ledger", "--port", "0")
    assert (result.exit_code, "there is no such ledger; make one with" in result.stderr) == (2, True)


def test_a_port_that_is_taken(run, ledger):
    """The line names the address and the remedy."""
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        result = run("serve", ledger, "--port", port)
    assert result.exit_code == 2
    assert f"127.0.0.1:{port}: cannot be listened at" in result.stderr
    assert "--port" in result.stderr


def test_a_file_that_is_no_ledger(run, tmp_path):
    """The line names it."""
    path = tmp_path / "notes.txt"
    path.write_text("not a ledger", encoding="utf-8")
    result = run("serve", path)
    assert result.exit_code == 2
    assert "notes.txt" in result.stderr
