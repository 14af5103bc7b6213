package jml.views.kit;

/// Something a person can do here: the words on the link or button, and what happens on the FX thread.
public record Action(String words, Runnable run) {
    public Action {
        if (words.isBlank()) {
            throw new IllegalArgumentException("an action needs words");
        }
    }
}
