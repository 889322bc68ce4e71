"""No address leads into a private network: not at once, not by a redirect, not by a name that changes."""

import pytest

from truceline.errors import FileNotThere, NotAllowed
from truceline.read.web.guard import checked_address, is_public

PRIVATE = ["127.0.0.1", "10.1.2.3", "192.168.0.1", "172.16.5.4", "169.254.169.254", "100.64.0.1", "0.0.0.0", "::1",  # noqa: S104 - not bound to
           "fe80::1%eth0", "fc00::1", "::ffff:127.0.0.1", "2002:7f00:1::", "64:ff9b::7f00:1", "224.0.0.1",
           "2001:0:4136:e378:8000:63bf:80ff:fffe"]  # fmt: skip


@pytest.mark.parametrize("address", PRIVATE)
def test_private_addresses_are_none_that_may_be_reached(address):
    assert not is_public(address)


@pytest.mark.parametrize("address", ["93.184.216.34", "2606:2800:220:1:248:1893:25c8:1946"])
def test_public_addresses_are(address):
    assert is_public(address)


def test_a_name_with_one_private_address_is_refused():
    with pytest.raises(NotAllowed):
        checked_address("x", "x.example", 443, lambda host, port: ["93.184.216.34", "10.0.0.1"], is_public)


def test_an_unknown_name_is_refused():
    def unknown(host, port):
        raise OSError

    with pytest.raises(FileNotThere, match=r"x\.example"):
        checked_address("x", "x.example", 443, unknown, is_public)
