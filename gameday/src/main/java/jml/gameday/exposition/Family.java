package jml.gameday.exposition;

import java.io.IOException;
import java.util.function.Predicate;
import jml.gameday.catalogue.SimulatedModel.ServingRuntime;

/// One metric: its name, what it is, which versions have it, and its lines.
///
/// @param type as the text format names it
record Family(String name, String type, String help, Predicate<Scraped> has, Writer writer) {
    interface Writer {
        void write(Lines lines, Scraped row) throws IOException;
    }

    static Family of(ServingRuntime runtime, String name, String type, String help, Writer writer) {
        return new Family(name, type, help, row -> row.runs(runtime), writer);
    }
}
