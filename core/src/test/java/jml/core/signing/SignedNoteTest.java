package jml.core.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

/// A note signed with the key of RFC 8032, and C2SP's own example.
class SignedNoteTest {
    private static final String NAME = "jml-console.example/audit/1";
    private static final String TEXT = NAME + "\n3\nNxzCwH9p21cYSUd65M35D/EloNmysAxnPHqEeys2VEQ=\n";
    private static final String LINE = "— " + NAME
            + " PQ+FlP81dOfg/aTkW7P1alZJoiFUClQdIV6VHCRwYZxL2oonm+vJvYf7UhMm5zeIjRgV7K6jdN1m5gROq1Urev2tTgM=\n";
    private static final String VKEY = NAME + "+3d0f8594+AddamAGCsQq31Uv+08lkBzoO4XLz2qYjJa8CGmj3B1Ea";

    @Test
    void aNoteIsSignedAsC2spWritesIt() throws Exception {
        assertThat(SignedNote.sign(TEXT, NAME, Rfc8032.key())).hasToString(TEXT + "\n" + LINE);
        assertThat(SignedNote.keyOf(NAME, Rfc8032.key()).vkey()).isEqualTo(VKEY);
    }

    @Test
    void aNoteIsVerifiedWithTheKeyAsText() throws Exception {
        var note = SignedNote.parse(TEXT + "\n" + LINE);

        assertThat(note.signedBy(List.of(NoteKey.ofVkey(VKEY)))).contains(NoteKey.ofVkey(VKEY));
        assertThat(note.signedBy(List.of(SignedNote.keyOf(NAME, SigningKey.generate()))))
                .isEmpty();
    }

    @Test
    void aChangedTextUnderAKnownKeyIsMalformed() throws Exception {
        var note = SignedNote.parse(TEXT.replace("\n3\n", "\n4\n") + "\n" + LINE);
        var keys = List.of(NoteKey.ofVkey(VKEY));

        assertThatThrownBy(() -> note.signedBy(keys)).isInstanceOf(MalformedException.class);
    }

    @Test
    void aKeyWhoseIdDoesNotFitIsRefused() {
        assertThatThrownBy(() -> NoteKey.ofVkey(VKEY.replace("3d0f", "3d0e"))).isInstanceOf(MalformedException.class);
        assertThatThrownBy(() -> NoteKey.ofVkey("nonsense")).isInstanceOf(MalformedException.class);
        assertThatThrownBy(() -> NoteKey.ofVkey(NAME + "+3d0f8594+????")).isInstanceOf(MalformedException.class);
    }

    @Test
    void whatIsNoNoteIsMalformed() {
        for (var wrong :
                List.of("", "text\n", "text\n\n", "text\n\nno dash\n", TEXT + "\n— x y z\n", TEXT + "\n— x AAAA\n")) {
            assertThatThrownBy(() -> SignedNote.parse(wrong)).isInstanceOf(MalformedException.class);
        }
    }
}
