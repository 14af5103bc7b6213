package jml.core.signing;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.EdECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/// A public key to verify signatures with: Ed25519, EC on P-256, P-384 or P-521 (each with its SHA-2), or RSA of at
/// least 2048 bits with SHA-256. Two are equal when their SubjectPublicKeyInfo is. Safe on any thread.
public final class VerifyingKey {
    private static final byte[] ED25519_PREFIX = HexFormat.of().parseHex("302a300506032b6570032100");
    private static final int SHORTEST_RSA = 2048;

    private final PublicKey key;
    private final String algorithm;

    private VerifyingKey(PublicKey key) throws MalformedException {
        this.key = key;
        this.algorithm = algorithmOf(key);
    }

    /// @param pem a `PUBLIC KEY` block (SubjectPublicKeyInfo)
    public static VerifyingKey ofPem(String pem) throws MalformedException {
        return ofDer(Pem.read("PUBLIC KEY", pem));
    }

    /// @param der a SubjectPublicKeyInfo
    public static VerifyingKey ofDer(byte[] der) throws MalformedException {
        for (var kind : List.of("Ed25519", "EC", "RSA")) {
            try {
                return new VerifyingKey(KeyFactory.getInstance(kind).generatePublic(new X509EncodedKeySpec(der)));
            } catch (InvalidKeySpecException _) {
                // not of this kind; the next may read it
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("every JDK knows " + kind, e);
            }
        }
        throw new MalformedException("neither an Ed25519, an EC nor an RSA public key");
    }

    /// @param raw the 32 bytes of an Ed25519 public key
    public static VerifyingKey ofRawEd25519(byte[] raw) throws MalformedException {
        if (raw.length != 32) {
            throw new MalformedException("an Ed25519 public key has 32 bytes, not " + raw.length);
        }
        var der = Arrays.copyOf(ED25519_PREFIX, ED25519_PREFIX.length + raw.length);
        System.arraycopy(raw, 0, der, ED25519_PREFIX.length, raw.length);
        return ofDer(der);
    }

    /// Whether the holder of the private key signed these bytes. A malformed signature is a wrong one. EC signatures
    /// may be DER or the two numbers one after the other (IEEE P1363).
    public boolean verifies(byte[] message, byte[] signature) {
        if (verifies(algorithm, message, signature)) {
            return true;
        }
        return key instanceof ECPublicKey ec
                && signature.length == 2 * ((fieldBits(ec) + 7) / 8)
                && verifies(algorithm + "inP1363Format", message, signature);
    }

    private boolean verifies(String signedWith, byte[] message, byte[] signature) {
        try {
            var verification = Signature.getInstance(signedWith);
            verification.initVerify(key);
            verification.update(message);
            return verification.verify(signature);
        } catch (InvalidKeyException e) {
            throw new IllegalStateException("the key was read as one of " + algorithm, e);
        } catch (GeneralSecurityException _) {
            return false; // not the form of a signature
        }
    }

    public boolean isEd25519() {
        return key instanceof EdECPublicKey;
    }

    /// The 32 bytes of an Ed25519 key.
    byte[] rawEd25519() {
        if (!isEd25519()) {
            throw new IllegalStateException("not an Ed25519 key");
        }
        return Arrays.copyOfRange(key.getEncoded(), ED25519_PREFIX.length, ED25519_PREFIX.length + 32);
    }

    PublicKey publicKey() {
        return key;
    }

    /// The name of the key in signatures: the SHA-256 of its SubjectPublicKeyInfo in hex.
    public String keyId() {
        return Sha256.of(key.getEncoded()).hex();
    }

    /// What OpenSSF model signing calls the key: the SHA-256 of its PEM text in hex.
    public String pemHint() {
        return Sha256.of(pem().getBytes(StandardCharsets.US_ASCII)).hex();
    }

    public String pem() {
        return Pem.write("PUBLIC KEY", key.getEncoded());
    }

    private static int fieldBits(ECPublicKey key) {
        return key.getParams().getCurve().getField().getFieldSize();
    }

    private static String algorithmOf(PublicKey key) throws MalformedException {
        return switch (key) {
            case EdECPublicKey _ -> "Ed25519";
            case RSAPublicKey rsa when rsa.getModulus().bitLength() >= SHORTEST_RSA -> "SHA256withRSA";
            case RSAPublicKey rsa ->
                throw new MalformedException("an RSA key of " + rsa.getModulus().bitLength()
                        + " bits is too short, at least " + SHORTEST_RSA);
            case ECPublicKey ec ->
                switch (fieldBits(ec)) {
                    case 256 -> "SHA256withECDSA";
                    case 384 -> "SHA384withECDSA";
                    case 521 -> "SHA512withECDSA";
                    default -> throw new MalformedException("no known curve of " + fieldBits(ec) + " bits");
                };
            default -> throw new MalformedException("unknown kind of key: " + key.getAlgorithm());
        };
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof VerifyingKey that && Arrays.equals(key.getEncoded(), that.key.getEncoded());
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(key.getEncoded());
    }

    @Override
    public String toString() {
        return algorithm + " " + keyId();
    }
}
