"""Files that are really signed: by a person and an authority that exist in these tests only."""

from __future__ import annotations

import io
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509.oid import NameOID

SIGNER = "Orbis Grain Laboratory"
MADE = datetime(2020, 1, 1, tzinfo=UTC)


class Authority:
    """A root and the certificate of one signer under it, valid for so many days from 2020 on."""

    def __init__(self, days: int = 36500) -> None:
        until = MADE + timedelta(days=days)
        root_key, key = ec.generate_private_key(ec.SECP256R1()), ec.generate_private_key(ec.SECP256R1())
        root = _builder("Root of tests", "Root of tests", root_key.public_key(), MADE + timedelta(days=36500))
        root = root.add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        root = root.add_extension(_usage(key_cert_sign=True, crl_sign=True), critical=True)
        self.root = root.sign(root_key, hashes.SHA256())
        own = _builder(SIGNER, "Root of tests", key.public_key(), until)
        own = own.add_extension(_usage(content_commitment=True), critical=True)
        self.certificate, self._key = own.sign(root_key, hashes.SHA256()), key

    def root_file(self, folder: Path) -> Path:
        """The root's certificate as a file."""
        path = folder / "root.pem"
        path.write_bytes(self.root.public_bytes(Encoding.PEM))
        return path

    def signer(self) -> Any:
        """What pyHanko signs with."""
        from asn1crypto import keys
        from asn1crypto import x509 as asn1_x509
        from pyhanko.sign.signers import SimpleSigner
        from pyhanko_certvalidator.registry import SimpleCertificateStore

        der = self._key.private_bytes(Encoding.DER, PrivateFormat.PKCS8, NoEncryption())
        store = SimpleCertificateStore()
        store.register(asn1_x509.Certificate.load(self.root.public_bytes(Encoding.DER)))
        return SimpleSigner(
            signing_cert=asn1_x509.Certificate.load(self.certificate.public_bytes(Encoding.DER)),
            signing_key=keys.PrivateKeyInfo.load(der),
            cert_registry=store,
        )


@cache
def authority(days: int = 36500) -> Authority:
    """One for the whole run."""
    return Authority(days)


def sign(
    path: Path, field: str = "issuer", *, certify: int | None = None, by: Authority | None = None
) -> Path:
    """The file with one signature more, appended. `certify`: what may be done afterwards (1 nothing … 3 notes)."""
    from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
    from pyhanko.sign import fields, signers

    writer = IncrementalPdfFileWriter(io.BytesIO(path.read_bytes()), strict=False)
    more = {} if certify is None else {"certify": True, "docmdp_permissions": fields.MDPPerm(certify)}
    meta = signers.PdfSignatureMetadata(field_name=field, md_algorithm="sha256", **more)
    out = signers.sign_pdf(writer, meta, signer=(by or authority()).signer())
    path.write_bytes(out.getbuffer())
    return path


def _builder(subject: str, issuer: str, key: Any, until: datetime) -> x509.CertificateBuilder:
    return (
        x509.CertificateBuilder()
        .subject_name(_named(subject))
        .issuer_name(_named(issuer))
        .public_key(key)
        .serial_number(x509.random_serial_number())
        .not_valid_before(MADE)
        .not_valid_after(until)
    )


def _named(name: str) -> x509.Name:
    return x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])


def _usage(**on: bool) -> x509.KeyUsage:
    names = ("digital_signature", "content_commitment", "key_encipherment", "data_encipherment", "key_agreement",
             "key_cert_sign", "crl_sign", "encipher_only", "decipher_only")  # fmt: skip
    return x509.KeyUsage(**{name: on.get(name, False) for name in names})
