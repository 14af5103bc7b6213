package jml.app.render;

/// Size of a picture in pixels, within what a screen can be.
public record Size(int width, int height) {
    public Size {
        if (width < 960 || height < 600 || width > 8000 || height > 8000) {
            throw new IllegalArgumentException("a picture is 960x600 to 8000x8000, not " + width + "x" + height);
        }
    }
}
