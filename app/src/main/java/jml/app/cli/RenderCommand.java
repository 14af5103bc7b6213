package jml.app.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.concurrent.Callable;
import jml.app.profile.ProfileException;
import jml.app.render.PictureRequest;
import jml.app.render.Pictures;
import jml.app.render.Size;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/// `console render`: screens as PNG files, without a display.
@Command(
        name = "render",
        mixinStandardHelpOptions = true,
        description = "Write pictures of the screens as SCREEN-THEME.png; needs no display.")
final class RenderCommand implements Callable<Integer> {
    @ParentCommand
    private ConsoleCommand console = new ConsoleCommand();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--out", paramLabel = "DIR", required = true, description = "Folder for the pictures.")
    private Path out = Path.of("");

    @Option(
            names = "--screen",
            paramLabel = "S",
            description = "One of on-call, welcome, releases, release, review, connections, kit. Default: all.")
    private @Nullable String screen;

    @Option(names = "--theme", paramLabel = "T", description = "light or dark. Default: both.")
    private @Nullable String theme;

    @Option(
            names = "--models",
            paramLabel = "N",
            defaultValue = "24",
            description = "How many models to simulate. Default: ${DEFAULT-VALUE}")
    private int models;

    @Option(
            names = "--size",
            paramLabel = "WxH",
            defaultValue = "1440x900",
            converter = SizeConverter.class,
            description = "Size in pixels. Default: ${DEFAULT-VALUE}")
    private Size size = new Size(1440, 900);

    @Option(
            names = "--at",
            paramLabel = "INSTANT",
            converter = InstantConverter.class,
            description = "An instant of the past, as 2026-11-11T14:32:06Z. Default: now.")
    private @Nullable Instant at;

    @Override
    public Integer call() throws ProfileException, IOException {
        if (screen != null && !Pictures.SCREENS.contains(screen)) {
            throw new ParameterException(
                    spec.commandLine(), "no screen " + screen + "; there are " + String.join(", ", Pictures.SCREENS));
        }
        if (theme != null && !theme.equals("light") && !theme.equals("dark")) {
            throw new ParameterException(spec.commandLine(), "no theme " + theme + "; there are light, dark");
        }
        if (models < 1) {
            throw new ParameterException(spec.commandLine(), "--models " + models + ": at least one");
        }
        if (at != null && at.isAfter(Instant.now())) {
            throw new ParameterException(spec.commandLine(), "--at " + at + " lies in the future");
        }
        DataFolder.obstacle(out).ifPresent(file -> {
            throw new ParameterException(spec.commandLine(), "--out: " + file + " is a file, not a folder");
        });
        var profile = console.profile();
        if (screen != null && Pictures.SIMULATED_ONLY.contains(screen) && !profile.isSimulated()) {
            throw new ParameterException(
                    spec.commandLine(), "no " + screen + " with sources in the profile; it is the simulated fleet's");
        }
        var request = new PictureRequest(out, screen, theme, models, size, at);
        for (var file : Pictures.write(request, profile, console.data())) {
            spec.commandLine().getOut().println(file);
        }
        return ExitCode.OK;
    }

    /// An instant with its zone, as links and status print it.
    static final class InstantConverter implements ITypeConverter<Instant> {
        @Override
        public Instant convert(String text) {
            try {
                return Instant.parse(text);
            } catch (DateTimeParseException wrong) {
                throw new TypeConversionException(text + " is no instant; write 2026-11-11T14:32:06Z");
            }
        }
    }

    /// `1440x900` and nothing else.
    static final class SizeConverter implements ITypeConverter<Size> {
        @Override
        public Size convert(String text) {
            var parts = text.split("x", -1);
            try {
                return new Size(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]));
            } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException wrong) {
                throw new TypeConversionException(text + " is no size; write 1440x900, 960x600 to 8000x8000");
            }
        }
    }
}
