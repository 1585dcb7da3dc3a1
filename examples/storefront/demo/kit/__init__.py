"""Parts of the demo, shared with the tests that need a served edge: network, keys, backends, client, processes."""
