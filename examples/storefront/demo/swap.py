"""Swaps two upstreams in the artifacts of a build: the fault that the demo's table must notice.

    swap.py ARTIFACTS

Every route that goes to `cart-gold` goes to `media` and the other way round: what is proved is that the table looks at
who answered. The inlined form stays as it was, so Envoy's check of it says nothing.
"""

import sys
from pathlib import Path

SWAPPED = ("acme_cart-gold", "acme_media")


def swap(text: str) -> str:
    """The text with both names exchanged, wherever they name a cluster."""
    first, second = SWAPPED
    between = "\0"
    return text.replace(first, between).replace(second, first).replace(between, second)


def main(out: Path) -> None:
    """Swaps in every route table."""
    changed = 0
    for path in sorted(out.glob("nodes/*/envoy/*/routes/*.json")):
        text = path.read_text()
        if (other := swap(text)) != text:
            path.write_text(other)
            changed += 1
    if changed == 0:
        sys.exit("swap.py: no route table names the upstreams")
    print(f"BREAK=1: swapped {' and '.join(SWAPPED)} in {changed} route tables")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
