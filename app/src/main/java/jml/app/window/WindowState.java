package jml.app.window;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What the window looked like when it was closed. Written by the console only; a file that cannot be read counts as
/// none, since nothing but comfort is lost.
///
/// @param theme `dark`, `light`, or `system`
/// @param link the `jml://` link of the screen that was open
/// @param hiddenColumns ids of the columns a person hid, by the name of their table
public record WindowState(
        double x,
        double y,
        double width,
        double height,
        boolean maximised,
        String theme,
        String link,
        Map<String, Set<String>> hiddenColumns) {
    static final String FOLLOW_SYSTEM = "system";

    private static final Logger LOG = LoggerFactory.getLogger(WindowState.class);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String FILE = "window.json";

    /// A first start: 1440 × 900, where the system puts it.
    public static final WindowState FIRST =
            new WindowState(Double.NaN, Double.NaN, 1440, 900, false, FOLLOW_SYSTEM, "", Map.of());

    public WindowState {
        // A file of an earlier version names none.
        hiddenColumns = hiddenColumns == null ? Map.of() : Map.copyOf(hiddenColumns);
    }

    static WindowState read(Path data) {
        var file = data.resolve(FILE);
        if (!Files.exists(file)) {
            return FIRST;
        }
        try {
            return JSON.readValue(file.toFile(), WindowState.class);
        } catch (IOException unreadable) {
            LOG.warn("the window's state cannot be read and starts anew: {}", unreadable.getMessage());
            return FIRST;
        }
    }

    void write(Path data) throws IOException {
        Files.createDirectories(data);
        var next = Files.createTempFile(data, "window", ".json");
        JSON.writeValue(next.toFile(), this);
        Files.move(next, data.resolve(FILE), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }
}
