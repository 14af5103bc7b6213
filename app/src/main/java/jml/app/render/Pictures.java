package jml.app.render;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.stream.IntStream;
import javafx.application.Platform;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javax.imageio.ImageIO;
import jml.app.Console;
import jml.app.act.LateActionPath;
import jml.app.profile.Governance;
import jml.app.profile.Profile;
import jml.core.act.Release;
import jml.core.audit.ReleaseAudit;
import jml.core.registry.VersionComparisons;
import jml.core.source.SourceException;
import jml.views.act.Acting;
import jml.views.frame.ConsoleFrame;
import jml.views.frame.Ports;
import jml.views.kit.screen.FxWork;
import jml.views.kit.screen.Link;
import jml.views.kit.screen.ScreenId;
import jml.views.kit.sheet.KitSheet;
import jml.views.kit.theme.Theme;
import jml.views.oncall.runbook.RememberedTicks;
import jml.views.oncall.runbook.ShippedRunbooks;
import jml.views.releases.Releases;

/// Draws screens without a display. Everything a screen asks for is there before its picture is taken.
public final class Pictures {
    /// What can be drawn, in the order it is drawn.
    public static final List<String> SCREENS =
            List.of("on-call", "welcome", "releases", "release", "review", "connections", "kit");

    /// On-call of the simulated fleet as a first start shows it; a console with sources of its own has none.
    private static final String WELCOME = "welcome";

    /// The page of the release that needs somebody most.
    private static final String RELEASE = "release";

    /// The review of the simulated fleet that waits longest; only a running console asks for those of other sources.
    private static final String REVIEW = "review";

    /// What is drawn of the simulated fleet only.
    public static final Set<String> SIMULATED_ONLY = Set.of(WELCOME, REVIEW);
    private static final List<String> THEMES = List.of("dark", "light");
    private static final Size SHEET = new Size(1440, 1960);

    private final PictureRequest request;
    private final Scenery scenery;

    private final Instant now;

    private Pictures(PictureRequest request, Scenery scenery) {
        this.request = request;
        this.scenery = scenery;
        // A picture of the past says how long ago that was; one of now is not older than what it shows.
        this.now =
                request.at() == null ? scenery.timeline().current().snapshot().at() : Instant.now();
    }

    /// Writes what was asked for and returns the files. Starts the toolkit and ends it.
    public static List<Path> write(PictureRequest request, Profile profile, Path data) throws IOException {
        Files.createDirectories(request.folder());
        var pictures = new Pictures(request, Scenery.of(request, profile, data));
        var files = new ArrayList<Path>();
        startToolkit();
        try {
            for (var screen : screens(request, profile)) {
                for (var theme : request.theme() == null ? THEMES : List.of(request.theme())) {
                    files.add(pictures.picture(screen, theme));
                }
            }
        } finally {
            Platform.exit();
        }
        return files;
    }

    private static List<String> screens(PictureRequest request, Profile profile) {
        if (request.screen() != null) {
            return List.of(request.screen());
        }
        return SCREENS.stream()
                .filter(screen -> profile.isSimulated() || !SIMULATED_ONLY.contains(screen))
                .toList();
    }

    private Path picture(String screen, String theme) throws IOException {
        var size = screen.equals("kit") ? SHEET : request.size();
        var image = onFxThread(() -> draw(screen, theme.equals("light") ? Theme.LIGHT : Theme.DARK, size));
        var file = request.folder().resolve(screen + "-" + theme + ".png");
        ImageIO.write(image, "png", file.toFile());
        return file;
    }

    private BufferedImage draw(String screen, Theme theme, Size size) {
        if (screen.equals("kit")) {
            return snapshot(new KitSheet(), theme, size);
        }
        var ports = new Ports(
                scenery.timeline(),
                scenery.history(),
                scenery.rulings(),
                new Acting(new LateActionPath(), Console.actor(), () -> Governance.USUAL_ALIASES),
                scenery.approvals(),
                ReleaseAudit::none,
                VersionComparisons::none,
                scenery::connections,
                new ShippedRunbooks(),
                new RememberedTicks(),
                _ -> {},
                () -> "",
                new FxWork(Runnable::run, Runnable::run),
                Clock.fixed(now, ZoneId.systemDefault()),
                scenery::currency);
        var frame = new ConsoleFrame(ports, link(screen));
        frame.themeProperty().set(theme);
        var shown = frame.show();
        try {
            return snapshot(frame.root(), theme, size);
        } finally {
            shown.unsubscribe();
        }
    }

    private Link link(String screen) {
        return switch (screen) {
            case WELCOME -> here(ScreenId.ON_CALL);
            case RELEASE -> release();
            case REVIEW -> review();
            default -> start(ScreenId.of(screen).orElseThrow());
        };
    }

    private Link release() {
        var snapshot = scenery.timeline().current().snapshot();
        var here = here(ScreenId.RELEASES);
        return Release.of(
                        snapshot,
                        facts -> scenery.rulings().at(facts.key(), facts.candidate(), snapshot.at()),
                        List.of())
                .stream()
                .findFirst()
                .map(it -> Releases.page(here, it.facts().key()))
                .orElse(here);
    }

    private Link review() {
        var here = here(ScreenId.RELEASES);
        try {
            return scenery.approvals().pending().stream()
                    .findFirst()
                    .map(it -> Releases.review(here, it))
                    .orElse(here);
        } catch (SourceException e) {
            throw new IllegalStateException("the simulation has no source that can fail", e);
        } catch (InterruptedException cut) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while drawing", cut);
        }
    }

    /// On-call with the model that is worst off, as a person who was called would look at it.
    private Link start(ScreenId screen) {
        var here = here(screen);
        var snapshot = scenery.timeline().current().snapshot();
        if (screen != ScreenId.ON_CALL || snapshot.size() == 0) {
            return here;
        }
        int worst = IntStream.range(0, snapshot.size())
                .boxed()
                .min(Comparator.comparing(row -> snapshot.standing(row).state()))
                .orElseThrow();
        var key = snapshot.model(worst).key();
        return here.withEnvironment(key.environment()).withSelection(key.name());
    }

    private Link here(ScreenId screen) {
        return Link.START.to(screen).withAt(request.at());
    }

    private static BufferedImage snapshot(Parent root, Theme theme, Size size) {
        var scene = new Scene(root, size.width(), size.height());
        theme.apply(scene);
        // Two passes: the first one makes the rows, the second lays out what they hold.
        for (int pass = 0; pass < 2; pass++) {
            root.applyCss();
            root.layout();
        }
        return bitmap(scene.snapshot(new WritableImage(size.width(), size.height())));
    }

    private static BufferedImage bitmap(WritableImage image) {
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        var bitmap = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var line = new int[width];
        for (int y = 0; y < height; y++) {
            image.getPixelReader().getPixels(0, y, width, 1, PixelFormat.getIntArgbInstance(), line, 0, width);
            bitmap.setRGB(0, y, width, 1, line, 0, width);
        }
        return bitmap;
    }

    private static void startToolkit() {
        var started = new CompletableFuture<Void>();
        Platform.startup(() -> started.complete(null));
        started.join();
    }

    private static <T> T onFxThread(Callable<T> work) throws IOException {
        var task = new FutureTask<>(work);
        Platform.runLater(task);
        try {
            return task.get();
        } catch (InterruptedException cut) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while drawing", cut);
        } catch (ExecutionException failure) {
            throw new IllegalStateException("a screen could not be drawn", failure.getCause());
        }
    }
}
