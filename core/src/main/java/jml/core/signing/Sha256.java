package jml.core.signing;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/// A SHA-256 digest of 32 bytes. Comparing two takes the same time wherever they differ.
public final class Sha256 {
    /// 64 zeros in hex: what stands for "the one before the first".
    public static final Sha256 ZERO = new Sha256(new byte[32]);

    private final byte[] bytes;

    private Sha256(byte[] bytes) {
        this.bytes = bytes;
    }

    /// Of the parts, one after the other.
    public static Sha256 of(byte[]... parts) {
        var digest = digest();
        for (var part : parts) {
            digest.update(part);
        }
        return new Sha256(digest.digest());
    }

    /// @param bytes the digest itself, 32 bytes
    public static Sha256 ofDigest(byte[] bytes) {
        if (bytes.length != 32) {
            throw new IllegalArgumentException("a SHA-256 has 32 bytes, not " + bytes.length);
        }
        return new Sha256(bytes.clone());
    }

    /// @param hex 64 lower-case digits
    public static Sha256 ofHex(String hex) {
        if (!isHex(hex)) {
            throw new IllegalArgumentException("no SHA-256 in lower-case hex: " + hex);
        }
        return new Sha256(HexFormat.of().parseHex(hex));
    }

    public static boolean isHex(String text) {
        return text.matches("[0-9a-f]{64}");
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    public String hex() {
        return HexFormat.of().formatHex(bytes);
    }

    static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Sha256 that && MessageDigest.isEqual(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return hex();
    }
}
