"""The detached Ed25519 signature of the register of approvals (RFC 8032)."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Sequence
from pathlib import Path

from tradedocs.errors import UsageError
from tradedocs.files import read_bytes
from tradedocs.ui import say

_LIMIT = 20_000_000
SUFFIX = ".sig"


def signature_path(register: Path) -> Path:
    """Where the signature of a register lies."""
    return register.with_name(register.name + SUFFIX)


def unsigned(register: Path, keys: Sequence[str]) -> str | None:
    """Why no key of the house signed the register as it is; None when one did, or when there is no register."""
    if not register.exists():
        return None
    path = signature_path(register)
    if not path.exists():
        return say("the register of approvals is not signed")
    data = read_bytes(register, limit=_LIMIT)
    try:
        signature = base64.b64decode(read_bytes(path, limit=1_000), validate=False)
    except binascii.Error:
        return say("the signature of the register of approvals cannot be read")
    if any(_holds(key, signature, data) for key in keys):
        return None
    return say(
        "the register of approvals was changed after it was signed, or signed by a key that is not the house's"
    )


def _holds(key: str, signature: bytes, data: bytes) -> bool:
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

    try:
        Ed25519PublicKey.from_public_bytes(base64.b64decode(key, validate=True)).verify(signature, data)
    except (InvalidSignature, ValueError, binascii.Error):
        return False
    return True


class Signer:
    """A private key from a PEM file, which signs registers.

    Raises:
        UsageError: the file holds no Ed25519 key, or one with a password.
    """

    def __init__(self, path: Path) -> None:
        from cryptography.exceptions import UnsupportedAlgorithm
        from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
        from cryptography.hazmat.primitives.serialization import load_pem_private_key

        try:
            key = load_pem_private_key(read_bytes(path, limit=100_000), password=None)
        except (ValueError, TypeError, UnsupportedAlgorithm) as error:
            raise _no_key(path) from error
        if not isinstance(key, Ed25519PrivateKey):
            raise _no_key(path)
        self._key = key

    @property
    def public(self) -> str:
        """The public key in base64, as the register of approvers names it."""
        return base64.b64encode(self._key.public_key().public_bytes_raw()).decode()

    def signature(self, data: bytes) -> bytes:
        """The signature of the data, as its file holds it."""
        return base64.b64encode(self._key.sign(data)) + b"\n"


def _no_key(path: Path) -> UsageError:
    return UsageError(
        say("this is no Ed25519 private key without a password"), place=str(path),
        way_out=say("Make one: openssl genpkey -algorithm ed25519 -out FILE.pem"),
    )  # fmt: skip
