"""Native hatches, on the real Envoy.

A thousand generated hatches that the compiler accepts: Envoy takes what becomes of each. They are made from the tables of
the API, in which the rules of Envoy stand that the compiler checks too; the seed is printed, and `EPIC_SEED` gives another.
Some messages have to hold together in ways that no rule says, and Envoy's own constructors say no to them: what is filled in
there is written down in `UNLIKELY`.

And one Lua filter that acts: the header that it adds is seen by the client.
"""
