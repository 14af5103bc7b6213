package jml.store.audit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import jml.core.audit.AuditLine;
import jml.core.signing.MalformedException;
import jml.core.signing.NoteKey;
import jml.core.signing.SignedNote;

/// Reads a journal and its checkpoints as they lie there, without mending anything.
public final class JournalReading {
    private static final StrictJson JSON = new StrictJson();
    private static final String SIGNATURE = "— ";

    private JournalReading() {}

    /// Every line; none when there is no file.
    public static List<AuditLine> lines(Path journal) throws IOException {
        return Files.exists(journal) ? lines(Files.readAllBytes(journal), 1) : List.of();
    }

    /// @param first number of the first line in these bytes
    static List<AuditLine> lines(byte[] bytes, long first) {
        var lines = new ArrayList<AuditLine>();
        int start = 0;
        while (start < bytes.length) {
            int end = start;
            while (end < bytes.length && bytes[end] != '\n') {
                end++;
            }
            lines.add(AuditLine.read(
                    first + lines.size(), Arrays.copyOfRange(bytes, start, end), end < bytes.length, JSON));
            start = end + 1;
        }
        return lines;
    }

    /// Every checkpoint, oldest first; none when there is no file. One that was not written to its end is left out.
    public static List<SignedNote> notes(Path checkpoints) throws IOException, MalformedException {
        var notes = new ArrayList<SignedNote>();
        if (!Files.exists(checkpoints)) {
            return notes;
        }
        for (var note : noteTexts(Files.readString(checkpoints))) {
            notes.add(SignedNote.parse(note));
        }
        return notes;
    }

    static List<String> noteTexts(String file) {
        var texts = new ArrayList<String>();
        int start = 0;
        boolean signed = false;
        for (int at = 0; at < file.length(); ) {
            boolean signature = file.startsWith(SIGNATURE, at);
            if (signed && !signature) {
                texts.add(file.substring(start, at));
                start = at;
            }
            int end = file.indexOf('\n', at);
            if (end < 0) {
                return texts;
            }
            signed = signature;
            at = end + 1;
        }
        if (signed) {
            texts.add(file.substring(start));
        }
        return texts;
    }

    /// The keys whose public halves lie beside a journal; none when there is no file.
    public static List<NoteKey> keys(Path publicKeys) throws IOException, MalformedException {
        var keys = new ArrayList<NoteKey>();
        if (Files.exists(publicKeys)) {
            for (var line : Files.readAllLines(publicKeys, StandardCharsets.UTF_8)) {
                if (!line.isBlank()) {
                    keys.add(NoteKey.ofVkey(line));
                }
            }
        }
        return keys;
    }
}
