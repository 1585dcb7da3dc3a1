"""Throw-away keys: one authority, the certificates that it signs, and tokens with their key set."""

import base64
import datetime
import ipaddress
import json
import time
from pathlib import Path

import jwt
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

#: How long certificates and tokens are good for, in seconds.
LIFETIME = 86_400


def pem(key: ec.EllipticCurvePrivateKey) -> bytes:
    """The key as unencrypted PKCS #8 PEM."""
    return key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )


class Authority:
    """A certificate authority that lives as long as the demo."""

    def __init__(self, name: str) -> None:
        self.key = ec.generate_private_key(ec.SECP256R1())
        self.name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
        self.certificate = (
            self._builder(self.name, self.key)
            .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
            .add_extension(x509.SubjectKeyIdentifier.from_public_key(self.key.public_key()), critical=False)
            .sign(self.key, hashes.SHA256())
        )

    def _builder(self, subject: x509.Name, key: ec.EllipticCurvePrivateKey) -> x509.CertificateBuilder:
        now = datetime.datetime.now(datetime.UTC)
        return (
            x509.CertificateBuilder()
            .subject_name(subject)
            .issuer_name(self.name)
            .public_key(key.public_key())
            .serial_number(x509.random_serial_number())
            .not_valid_before(now - datetime.timedelta(minutes=5))
            .not_valid_after(now + datetime.timedelta(seconds=LIFETIME))
        )

    def write_certificate(self, path: Path) -> None:
        """Writes the authority's own certificate."""
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        path.write_bytes(self.certificate.public_bytes(serialization.Encoding.PEM))

    def issue(self, folder: Path, names: list[str], is_client: bool = False) -> None:
        """Writes `tls.crt` and `tls.key` for DNS names and addresses, of a server or a client, into the folder."""
        usage = ExtendedKeyUsageOID.CLIENT_AUTH if is_client else ExtendedKeyUsageOID.SERVER_AUTH
        key = ec.generate_private_key(ec.SECP256R1())
        alternatives: list[x509.GeneralName] = []
        for name in names:
            try:
                alternatives.append(x509.IPAddress(ipaddress.ip_address(name)))
            except ValueError:
                alternatives.append(x509.DNSName(name))
        certificate = (
            self._builder(x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, names[0])]), key)
            .add_extension(x509.SubjectAlternativeName(alternatives), critical=False)
            .add_extension(x509.ExtendedKeyUsage([usage]), critical=False)
            .add_extension(x509.AuthorityKeyIdentifier.from_issuer_public_key(self.key.public_key()), critical=False)
            .sign(self.key, hashes.SHA256())
        )
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        (folder / "tls.crt").write_bytes(certificate.public_bytes(serialization.Encoding.PEM))
        (folder / "tls.key").write_bytes(pem(key))
        (folder / "tls.key").chmod(0o600)


class TokenIssuer:
    """Signs tokens (RFC 7519) with ES256; its key set (RFC 7517) is what the edge fetches."""

    def __init__(self, issuer: str, key_id: str = "demo") -> None:
        self.issuer = issuer
        self.key_id = key_id
        self.key = ec.generate_private_key(ec.SECP256R1())

    def key_set(self) -> str:
        """The JWKS document with the public key."""
        numbers = self.key.public_key().public_numbers()

        def coordinate(value: int) -> str:
            return base64.urlsafe_b64encode(value.to_bytes(32, "big")).rstrip(b"=").decode()

        key = {"kty": "EC", "crv": "P-256", "alg": "ES256", "use": "sig", "kid": self.key_id}
        key |= {"x": coordinate(numbers.x), "y": coordinate(numbers.y)}
        return json.dumps({"keys": [key]})

    def token(self, audience: str, claims: dict[str, str], valid: int = LIFETIME) -> str:
        """A token for an audience that is valid for this many seconds; negative is expired already."""
        now = int(time.time())
        body: dict[str, object] = {"iss": self.issuer, "aud": audience, "iat": now - 7200, "exp": now + valid}
        return jwt.encode(body | claims, self.key, algorithm="ES256", headers={"kid": self.key_id})
