package jml.views.releases.compare;

import java.util.List;

/// What the comparison of two versions shows, prepared off the FX thread.
///
/// @param model the model's name
/// @param choices versions there are, newest first; empty when no registry tells
/// @param from, to the two that are compared; empty when there are not two
/// @param summary "4 of 13 differ", or why there is nothing to compare
/// @param same how many are alike, shown or not
/// @param groups in the order in which a reviewer asks
/// @param problem why the registry's answer is missing; empty when it is there
public record CompareContent(
        String model,
        List<Choice> choices,
        String from,
        String to,
        String summary,
        int same,
        List<Group> groups,
        String problem) {
    public CompareContent {
        choices = List.copyOf(choices);
        groups = List.copyOf(groups);
    }

    /// @param words "v17, canary"
    public record Choice(String version, String words) {}

    /// @param note "2 differ, 5 are equal"
    /// @param gaps what could not be compared and why
    public record Group(String title, String note, List<Row> rows, List<String> gaps) {
        public Group {
            rows = List.copyOf(rows);
            gaps = List.copyOf(gaps);
        }
    }

    /// @param was, is on one line, cut when long
    /// @param whole both in full, for hovering; empty when nothing is cut
    public record Row(String name, String was, String is, String whole, boolean differs) {}
}
