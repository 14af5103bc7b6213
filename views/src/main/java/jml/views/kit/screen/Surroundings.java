package jml.views.kit.screen;

import java.time.Clock;
import java.util.function.Consumer;
import java.util.function.Supplier;
import jml.core.metric.Currency;
import jml.views.kit.table.HiddenColumns;

/// What a screen may ask of the frame around it.
///
/// @param navigation where the person is
/// @param work the crossing between threads
/// @param clock the time and zone of the person
/// @param currency that costs are written in now; any thread
/// @param say tells in one sentence what was done, for a few seconds
/// @param copyLink copies the link of what is shown
/// @param browse opens an address outside the console
/// @param hiddenColumns which columns of its tables stay hidden
public record Surroundings(
        Navigation navigation,
        FxWork work,
        Clock clock,
        Supplier<Currency> currency,
        Consumer<String> say,
        Runnable copyLink,
        Consumer<String> browse,
        HiddenColumns hiddenColumns) {}
