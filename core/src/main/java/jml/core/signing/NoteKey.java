package jml.core.signing;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/// A named Ed25519 public key for signed notes; its text form is the `vkey` of C2SP signed-note.
///
/// @param name without spaces and plus signs
public record NoteKey(String name, VerifyingKey key) {
    private static final byte ED25519 = 1;

    public NoteKey {
        if (!isName(name) || !key.isEd25519()) {
            throw new IllegalArgumentException("not the name and the Ed25519 key of a note: " + name + ", " + key);
        }
    }

    /// Reads `name+keyid+base64`.
    public static NoteKey ofVkey(String vkey) throws MalformedException {
        var parts = vkey.strip().split("\\+", 3); // base64 may hold a plus sign too
        if (parts.length != 3 || !isName(parts[0])) {
            throw new MalformedException("not a verifier key (name+keyid+base64): " + vkey.strip());
        }
        byte[] typed;
        try {
            typed = Base64.getDecoder().decode(parts[2]);
        } catch (IllegalArgumentException e) {
            throw new MalformedException("the verifier key's last part is not base64", e);
        }
        if (typed.length != 33 || typed[0] != ED25519) {
            throw new MalformedException("the verifier key is not of an Ed25519 key");
        }
        var read = new NoteKey(parts[0], VerifyingKey.ofRawEd25519(Arrays.copyOfRange(typed, 1, 33)));
        if (!HexFormat.of().formatHex(read.id()).equals(parts[1])) {
            throw new MalformedException("the verifier key's id does not go with its name and key: " + parts[1]);
        }
        return read;
    }

    public String vkey() {
        return name + "+" + HexFormat.of().formatHex(id()) + "+"
                + Base64.getEncoder().encodeToString(typed());
    }

    /// The first four bytes of the SHA-256 over name and key: a hint which key signed.
    byte[] id() {
        var digest = Sha256.of(name.getBytes(StandardCharsets.UTF_8), new byte[] {'\n'}, typed());
        return Arrays.copyOf(digest.bytes(), 4);
    }

    private byte[] typed() {
        var raw = key.rawEd25519();
        var typed = new byte[1 + raw.length];
        typed[0] = ED25519;
        System.arraycopy(raw, 0, typed, 1, raw.length);
        return typed;
    }

    static boolean isName(String name) {
        return !name.isEmpty() && name.codePoints().noneMatch(c -> c == '+' || Character.isWhitespace(c));
    }
}
