package jml.core.signing;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.interfaces.EdECPrivateKey;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;

/// An Ed25519 key pair to sign with. Its text shows the public half only. Safe on any thread.
public final class SigningKey {
    private static final String ALGORITHM = "Ed25519";

    private final PrivateKey privateKey;
    private final VerifyingKey publicKey;

    private SigningKey(PrivateKey privateKey, VerifyingKey publicKey) {
        this.privateKey = privateKey;
        this.publicKey = publicKey;
    }

    public static SigningKey generate() {
        try {
            var pair = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
            return new SigningKey(
                    pair.getPrivate(), VerifyingKey.ofDer(pair.getPublic().getEncoded()));
        } catch (NoSuchAlgorithmException | MalformedException e) {
            throw new IllegalStateException("every JDK knows Ed25519", e);
        }
    }

    /// @param pem what [#secretPem()] gave: a `PRIVATE KEY` block (PKCS#8, without a passphrase) and a `PUBLIC KEY`
    ///     block, which must belong together
    public static SigningKey ofPem(String pem) throws MalformedException {
        try {
            var secret = KeyFactory.getInstance(ALGORITHM)
                    .generatePrivate(new PKCS8EncodedKeySpec(Pem.read("PRIVATE KEY", pem)));
            if (!(secret instanceof EdECPrivateKey)) {
                throw new MalformedException("not an Ed25519 private key");
            }
            var key = new SigningKey(secret, VerifyingKey.ofPem(pem));
            var probe = new byte[] {1};
            if (!key.publicKey.verifies(probe, key.sign(probe))) {
                throw new MalformedException("the private and the public key do not belong together");
            }
            return key;
        } catch (InvalidKeySpecException e) {
            throw new MalformedException("not an Ed25519 private key", e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK knows Ed25519", e);
        }
    }

    /// Both halves, PKCS#8 and SubjectPublicKeyInfo. Only for where secrets are kept.
    public String secretPem() {
        return Pem.write("PRIVATE KEY", privateKey.getEncoded()) + publicKey.pem();
    }

    public VerifyingKey publicKey() {
        return publicKey;
    }

    /// 64 bytes; the same message gives the same signature.
    public byte[] sign(byte[] message) {
        try {
            var signing = Signature.getInstance(ALGORITHM);
            signing.initSign(privateKey);
            signing.update(message);
            return signing.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the key was read as one of Ed25519", e);
        }
    }

    @Override
    public String toString() {
        return "SigningKey[" + publicKey + "]";
    }
}
