package jml.app;

import jml.app.cli.ConsoleCommand;

/// Starts the console or one of its commands.
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        System.exit(ConsoleCommand.run(arguments, System.out, System.err));
    }
}
