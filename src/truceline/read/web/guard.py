"""Which machines may be reached: public ones only, checked on the very address that is connected to.

A name is resolved once, every address it has is checked, and the connection goes to a checked address. So neither a
redirect nor a name that changes its address between check and connection leads into a private network.
"""

import ipaddress
import socket
from collections.abc import Callable

from truceline.errors import FileNotThere, NotAllowed

IpAddress = ipaddress.IPv4Address | ipaddress.IPv6Address
Resolve = Callable[[str, int], list[str]]
NAT64 = ipaddress.ip_network("64:ff9b::/96")  # RFC 6052: an IPv4 address stands in the last 32 bits


def resolve(host: str, port: int) -> list[str]:
    """All addresses of a name. Raises OSError where it has none."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(entry[4][0]) for entry in found))


def is_public(address: str) -> bool:
    """Reachable over the public internet; an address within another (mapped, 6to4, Teredo, NAT64) counts too."""
    ip = ipaddress.ip_address(address.split("%", 1)[0])
    return all(one.is_global and not one.is_multicast for one in (ip, *inner_addresses(ip)))


def inner_addresses(ip: IpAddress) -> list[IpAddress]:
    if isinstance(ip, ipaddress.IPv4Address):
        return []
    nat64 = ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF) if ip in NAT64 else None
    inner = (ip.ipv4_mapped, ip.sixtofour, ip.teredo[1] if ip.teredo else None, nat64)
    return [one for one in inner if one is not None]


def checked_address(name: str, host: str, port: int, resolved: Resolve, may_reach: Callable[[str], bool]) -> str:
    """The address to connect to. Raises NotAllowed where any address of the host is not public."""
    try:
        addresses = resolved(host, port)
    except (OSError, UnicodeError) as error:
        raise FileNotThere(name, f"the host '{host}' is not known") from error
    refused = [address for address in addresses if not may_reach(address)]
    if refused or not addresses:
        raise NotAllowed(name, f"the host '{host}' is not on the public internet; nothing is fetched from there")
    return addresses[0]
