"""Writes the storefront's geo database: test data in the MaxMind format, the same bytes every time.

    python3 examples/storefront/demo/geo.py examples/storefront/platform/edge/geo.mmdb

Each record holds what Envoy's MaxMind provider reads: `country.iso_code` and `autonomous_system_number`. All prefixes
and AS numbers are from the ranges that RFC 5737, RFC 3849, RFC 5398 and RFC 6996 set aside.
"""

import sys
from unittest import mock

from mmdb_writer import MMDBWriter
from netaddr import IPSet

#: (prefixes, ISO 3166-1 country, AS number)
ROWS: list[tuple[list[str], str, int]] = [
    (["203.0.113.64/28", "2001:db8:c1::/48"], "DE", 64501),
    (["203.0.113.80/28", "2001:db8:c2::/48"], "FR", 64502),
    (["203.0.113.96/28", "2001:db8:c3::/48"], "US", 64503),
    (["203.0.113.112/28", "2001:db8:c4::/48"], "DE", 64500),  # a hosting company
    (["203.0.113.128/28", "2001:db8:c5::/48"], "BR", 64666),  # the network that is turned away
    (["203.0.113.144/28", "2001:db8:c6::/48"], "JP", 64505),
]

#: Seconds since 1970 of 2026-01-01; the format wants a build time, and a clock would change the bytes.
BUILD_EPOCH = 1_767_225_600


def main(path: str) -> None:
    """Writes the database to `path`."""
    writer = MMDBWriter(
        ip_version=6,
        ipv4_compatible=True,
        database_type="EPIC-Test-Country-ASN",
        languages=["en"],
        description="Test data of the storefront example",
        int_type="u32",
    )
    for prefixes, country, number in ROWS:
        writer.insert_network(
            IPSet(prefixes),
            {
                "country": {"iso_code": country},
                "registered_country": {"iso_code": country},
                "autonomous_system_number": number,
                "autonomous_system_organization": f"AS{number}",
            },
        )
    with mock.patch("time.time", return_value=BUILD_EPOCH):
        writer.to_db_file(path)


if __name__ == "__main__":
    main(sys.argv[1])
