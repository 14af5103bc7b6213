package jml.core.audit;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import jml.core.signing.MalformedException;
import jml.core.signing.Sha256;

/// How long a journal was and what its tree's root was: C2SP tlog-checkpoint, to be signed as a note.
///
/// @param origin names the journal; see [#origin(Sha256)]
/// @param more lines after the root, signed too; the console writes its time and the last two hashes
public record Checkpoint(String origin, long size, Sha256 root, List<String> more) {
    private static final String AT = "at ";
    private static final String LAST = "last ";
    private static final String BEFORE = "before ";

    public Checkpoint {
        more = List.copyOf(more);
        boolean lines = origin.isBlank() || origin.contains("\n");
        if (lines || size < 0 || more.stream().anyMatch(line -> line.isEmpty() || line.contains("\n"))) {
            throw new IllegalArgumentException("no checkpoint: " + origin + ", " + size + ", " + more);
        }
    }

    /// The name of the journal that begins with this record: another journal has another name.
    public static String origin(Sha256 first) {
        return "jml-console/audit/" + first.hex().substring(0, 16);
    }

    /// @param last hash of the last record
    /// @param before hash of the one before it, or [Sha256#ZERO]; with it an altered last record is told from
    /// others
    public static Checkpoint of(String origin, long size, Sha256 root, Instant at, Sha256 last, Sha256 before) {
        return new Checkpoint(origin, size, root, List.of(AT + at, LAST + last.hex(), BEFORE + before.hex()));
    }

    public String text() {
        var text = new StringBuilder(origin)
                .append('\n')
                .append(size)
                .append('\n')
                .append(Base64.getEncoder().encodeToString(root.bytes()))
                .append('\n');
        more.forEach(line -> text.append(line).append('\n'));
        return text.toString();
    }

    public static Checkpoint parse(String text) throws MalformedException {
        var lines = text.split("\n", -1);
        if (lines.length < 4 || !lines[lines.length - 1].isEmpty() || !lines[1].matches("0|[1-9]\\d{0,17}")) {
            throw new MalformedException("a checkpoint has an origin, a size and a root");
        }
        try {
            var root = Sha256.ofDigest(Base64.getDecoder().decode(lines[2]));
            var more = new ArrayList<>(Arrays.asList(lines).subList(3, lines.length - 1));
            return new Checkpoint(lines[0], Long.parseLong(lines[1]), root, more);
        } catch (IllegalArgumentException e) {
            throw new MalformedException("not a checkpoint: " + e.getMessage(), e);
        }
    }

    /// When it was signed, by the signer's clock, if it says so.
    public Optional<Instant> at() {
        try {
            return line(AT).map(Instant::parse);
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    Optional<Sha256> before() {
        return line(BEFORE).filter(Sha256::isHex).map(Sha256::ofHex);
    }

    private Optional<String> line(String word) {
        return more.stream()
                .filter(line -> line.startsWith(word))
                .map(line -> line.substring(word.length()))
                .findFirst();
    }
}
