package jml.core.fleet;

/// What is to be said about a model.
///
/// @param headline what is so, with the number that proves it
/// @param detail since when and what else matters; may be empty
public record Sentence(String headline, String detail) {}
