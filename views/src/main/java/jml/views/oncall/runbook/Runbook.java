package jml.views.oncall.runbook;

/// What to do when something is wrong, in CommonMark.
///
/// @param id name of its file without the ending
/// @param title its first heading
public record Runbook(String id, String title, String markdown) {
    public Runbook {
        if (id.isBlank() || title.isBlank()) {
            throw new IllegalArgumentException("runbook without id or title: " + id);
        }
    }
}
