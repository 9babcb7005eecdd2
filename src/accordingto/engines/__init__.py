"""Who reads: this process, all cores of this machine, or an engine that scales out. Same readings from each of them.

Reading one document needs no other, so documents are dealt out as shards and one function reads a shard, wherever it
runs. What was read is kept in a journal beside the ledger until the ledger has it, so that a build that was killed
goes on where it was.

Nothing is imported here: 'accordingto build --help' names the engines and must not wait for the stages.
"""
