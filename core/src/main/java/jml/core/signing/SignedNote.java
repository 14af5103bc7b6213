package jml.core.signing;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/// A text with signatures below it that a person can read: C2SP signed-note.
///
/// @param text ends with a line feed; the signatures are over its UTF-8 bytes, that line feed included
public record SignedNote(String text, List<Line> signatures) {
    private static final String DASH = "— "; // an em dash and a space begin each signature line
    private static final int KEY_ID = 4;

    /// One signature line.
    ///
    /// @param name of the key that is said to have signed
    /// @param blob four bytes of the key's id, then the signature
    public record Line(String name, byte[] blob) {}

    public SignedNote {
        if (!text.endsWith("\n") || text.codePoints().anyMatch(c -> c < 0x20 && c != '\n')) {
            throw new IllegalArgumentException("a note's text ends with a line feed and has no control characters");
        }
        signatures = List.copyOf(signatures);
        if (signatures.isEmpty()) {
            throw new IllegalArgumentException("a note without a signature");
        }
    }

    /// Signs under a name: who verifies needs [#keyOf(String, SigningKey)].
    public static SignedNote sign(String text, String name, SigningKey key) {
        var id = keyOf(name, key).id();
        var signature = key.sign(text.getBytes(StandardCharsets.UTF_8));
        var blob = Arrays.copyOf(id, id.length + signature.length);
        System.arraycopy(signature, 0, blob, id.length, signature.length);
        return new SignedNote(text, List.of(new Line(name, blob)));
    }

    public static NoteKey keyOf(String name, SigningKey key) {
        return new NoteKey(name, key.publicKey());
    }

    /// Reads one note; the blank line before the signatures is the last one in it.
    public static SignedNote parse(String note) throws MalformedException {
        int blank = note.lastIndexOf("\n\n");
        if (blank < 0 || !note.endsWith("\n")) {
            throw new MalformedException("a note has a text, a blank line and signature lines");
        }
        var lines = new ArrayList<Line>();
        for (var line : note.substring(blank + 2).split("\n")) {
            lines.add(signatureLine(line));
        }
        try {
            return new SignedNote(note.substring(0, blank + 1), lines);
        } catch (IllegalArgumentException e) {
            throw new MalformedException(String.valueOf(e.getMessage()), e);
        }
    }

    private static Line signatureLine(String line) throws MalformedException {
        var words = line.startsWith(DASH) ? line.substring(DASH.length()).split(" ", -1) : new String[0];
        if (words.length != 2 || !NoteKey.isName(words[0])) {
            throw new MalformedException("not a signature line: " + line);
        }
        try {
            var blob = Base64.getDecoder().decode(words[1]);
            if (blob.length <= KEY_ID) {
                throw new MalformedException("a signature line without a signature: " + line);
            }
            return new Line(words[0], blob);
        } catch (IllegalArgumentException e) {
            throw new MalformedException("a signature line that is not base64: " + line, e);
        }
    }

    /// The first of the keys that signed this text; empty when none did. A wrong signature under a known key's name and
    /// id is malformed, as C2SP demands, and not merely unknown.
    public Optional<NoteKey> signedBy(Collection<NoteKey> keys) throws MalformedException {
        var message = text.getBytes(StandardCharsets.UTF_8);
        Optional<NoteKey> signer = Optional.empty();
        for (var line : signatures) {
            for (var key : keys) {
                if (!key.name().equals(line.name()) || !Arrays.equals(key.id(), Arrays.copyOf(line.blob(), KEY_ID))) {
                    continue;
                }
                var signature = Arrays.copyOfRange(line.blob(), KEY_ID, line.blob().length);
                if (!key.key().verifies(message, signature)) {
                    throw new MalformedException("the signature of " + line.name() + " does not fit the text");
                }
                signer = signer.or(() -> Optional.of(key));
            }
        }
        return signer;
    }

    @Override
    public String toString() {
        var out = new StringBuilder(text).append('\n');
        for (var line : signatures) {
            out.append(DASH).append(line.name()).append(' ');
            out.append(Base64.getEncoder().encodeToString(line.blob())).append('\n');
        }
        return out.toString();
    }
}
