package jml.bench;

import java.io.IOException;
import java.util.List;
import jml.bench.process.JavaProcess;
import jml.core.source.SourceException;

/// One measurement against its floor. It runs in a Java process of its own with the console's options.
public interface Row {
    /// What `--only` calls it.
    String name();

    /// One line for `--help`.
    String summary();

    /// Measures; may take minutes.
    List<Result> measure(Setting setting) throws IOException, InterruptedException, SourceException;

    /// What a row may need to know.
    ///
    /// @param quick shorter, for a first look: its numbers are not for the record
    /// @param minutes how long the memory row waits before it reads
    /// @param java starts further processes
    record Setting(boolean quick, int minutes, JavaProcess java) {}
}
