package jml.app.profile;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Reads and writes a profile as YAML. What cannot be read is said with file, line and field.
public final class ProfileFile {
    private static final YAMLMapper YAML = YAMLMapper.builder(YAMLFactory.builder()
                    .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
                    .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private ProfileFile() {}

    /// The profile that was asked for, or the one that lies in the data folder, or the simulated fleet.
    public static Profile chosen(@Nullable Path asked, Path data) throws ProfileException {
        if (asked != null) {
            return read(asked);
        }
        var kept = data.resolve("profile.yaml");
        return Files.exists(kept) ? read(kept) : Profile.simulated();
    }

    public static Profile read(Path file) throws ProfileException {
        var name = String.valueOf(file.getFileName());
        var text = text(file, name);
        try {
            var profile = WireReading.profile(YAML.readValue(text, WireProfile.class), file, new YamlLines(YAML, text));
            var twice = profile.duplicateName();
            if (twice.isPresent()) {
                throw new ProfileException(name + ": " + twice.get() + " is there twice");
            }
            return profile;
        } catch (JacksonException wrong) {
            throw new ProfileException(name + located(wrong, new YamlLines(YAML, text)), wrong);
        }
    }

    private static String text(Path file, String name) throws ProfileException {
        try {
            var text = Files.readString(file, StandardCharsets.UTF_8);
            if (text.isBlank()) {
                throw new ProfileException(name + ": the profile is empty");
            }
            return text;
        } catch (NoSuchFileException missing) {
            throw new ProfileException("no such profile: " + file, missing);
        } catch (IOException unreadable) {
            throw new ProfileException(name + ": " + unreadable.getMessage(), unreadable);
        }
    }

    /// Replaces the file in one step, so that a cut never leaves half a profile.
    public static void write(Profile profile, Path file) throws IOException {
        var folder = file.toAbsolutePath().getParent();
        if (folder == null) {
            throw new IOException("a profile needs a folder: " + file);
        }
        Files.createDirectories(folder);
        var next = Files.createTempFile(folder, "profile", ".yaml");
        Files.writeString(next, YAML.writeValueAsString(WireWriting.profile(profile)), StandardCharsets.UTF_8);
        Files.move(next, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    private static String located(JacksonException wrong, YamlLines lines) {
        var place = wrong.getLocation() == null
                ? ""
                : " line " + wrong.getLocation().getLineNr();
        if (wrong instanceof UnrecognizedPropertyException unknown) {
            // A record is made after its last line, so the exception's own place is too late.
            return " line " + lines.of(path(unknown)) + ": " + path(unknown)
                    + " is not a field of a profile; known here: "
                    + unknown.getKnownPropertyIds().stream()
                            .map(String::valueOf)
                            .sorted()
                            .collect(Collectors.joining(", "));
        }
        if (wrong instanceof JsonMappingException mapping && !mapping.getPath().isEmpty()) {
            return place + ": " + path(mapping) + ": " + firstLine(wrong);
        }
        return place + ": " + firstLine(wrong);
    }

    private static String path(JsonMappingException wrong) {
        var path = new StringBuilder();
        for (var part : wrong.getPath()) {
            if (part.getFieldName() == null) {
                path.append('[').append(part.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(part.getFieldName());
            }
        }
        return path.toString();
    }

    private static String firstLine(JacksonException wrong) {
        return String.valueOf(wrong.getOriginalMessage()).lines().findFirst().orElse("cannot be read");
    }
}
