package jml.core.fleet;

/// What screens are given: a snapshot, what came just before it, and whether it is now.
///
/// @param live false when the console shows the past or a file
public record Moment(FleetSnapshot snapshot, Recent recent, boolean live) {}
