package jml.app.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogFolderTest {
    private static final String PROPERTY = "jml.log";

    private final String before = System.getProperty(PROPERTY, "");

    @TempDir
    Path home;

    @BeforeEach
    void unset() {
        System.clearProperty(PROPERTY);
    }

    @AfterEach
    void restore() {
        if (!before.isEmpty()) {
            System.setProperty(PROPERTY, before);
        }
    }

    @Test
    void theLogDoesNotLieWhereOtherUsersWrite() {
        assertThat(LogFolder.file()).hasFileName("console.log");
        assertThat(LogFolder.file().toString())
                .doesNotStartWith(System.getProperty("java.io.tmpdir"))
                .contains(System.getenv().getOrDefault("XDG_STATE_HOME", System.getProperty("user.home")));
    }

    @Test
    void nobodyElseMayEnterItsFolder() throws Exception {
        var folder = Files.createDirectories(home.resolve("state/console"));
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));
        System.setProperty(PROPERTY, folder.toString());

        assertThat(new LogFolderProperty().getPropertyValue()).isEqualTo(folder.toString());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
                .isEqualTo("rwx------");
    }
}
