package jml.views.act;

import jml.core.act.ActionPath;

/// What a screen needs to change something: the way there, and whose name the journal keeps.
public record Acting(ActionPath path, String actor) {}
