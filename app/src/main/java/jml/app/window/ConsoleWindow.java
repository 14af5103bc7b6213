package jml.app.window;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import javafx.application.Application;
import javafx.application.Platform;
import jml.app.Console;
import jml.app.SimulatedConsole;
import jml.app.cli.ExitCode;
import jml.app.profile.Profile;
import jml.app.profile.ProfileException;
import jml.engine.Pacer;
import org.jspecify.annotations.Nullable;

/// Opens the window and stays until it is closed.
public final class ConsoleWindow {
    private ConsoleWindow() {}

    /// @param profile read beside the toolkit's start
    /// @param link a `jml://` link to open; null for the screen that was open last
    public static int open(Callable<Profile> profile, Path data, @Nullable String link) throws ProfileException {
        return open(new ConsoleApplication.Request(
                opening(profile, data), new CompletableFuture<>(), data, link, () -> {}));
    }

    /// The scripted tour that trains the start-up cache: opens, shows what the record holds, looks around, closes.
    public static int tour(Callable<Profile> profile, Path data) throws ProfileException {
        return open(new ConsoleApplication.Request(
                opening(profile, data), new CompletableFuture<>(), data, null, () -> new Tour(Platform::exit).begin()));
    }

    /// Reads profile and record while the toolkit starts.
    private static CompletableFuture<Console> opening(Callable<Profile> profile, Path data) {
        var opening = new CompletableFuture<Console>();
        Thread.ofPlatform().name("opening").start(() -> {
            try {
                opening.complete(Console.open(profile.call(), data, Pacer.real(), SimulatedConsole.MODELS));
            } catch (Exception failure) {
                // Whatever it is ends the start: who opened the window tells it.
                opening.completeExceptionally(failure);
            }
        });
        return opening;
    }

    private static int open(ConsoleApplication.Request request) throws ProfileException {
        ConsoleApplication.prepare(request);
        Application.launch(ConsoleApplication.class);
        if (request.shown().isCompletedExceptionally()) {
            switch (request.shown().exceptionNow()) {
                case ProfileException wrong -> throw wrong;
                case RuntimeException failure -> throw failure;
                case Throwable failure -> throw new CompletionException(failure);
            }
        }
        return ExitCode.OK;
    }
}
