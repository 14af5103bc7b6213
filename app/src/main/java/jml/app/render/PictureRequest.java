package jml.app.render;

import java.nio.file.Path;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Which pictures to write where.
///
/// @param screen null for all
/// @param theme `light` or `dark`, null for both
/// @param models how many to simulate when there is no profile
/// @param at null for now
public record PictureRequest(
        Path folder,
        @Nullable String screen,
        @Nullable String theme,
        int models,
        Size size,
        @Nullable Instant at) {}
