package jml.app;

import jml.app.cli.ConsoleCommand;
import jml.app.cli.PlainStart;

/// Starts the console or one of its commands.
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        var plain = PlainStart.of(arguments);
        System.exit(
                plain.isPresent()
                        ? plain.get().run(System.err)
                        : ConsoleCommand.run(arguments, System.out, System.err));
    }
}
