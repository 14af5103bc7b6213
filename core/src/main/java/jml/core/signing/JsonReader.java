package jml.core.signing;

import java.util.Map;

/// Reads JSON for what is signed: core parses none itself.
@FunctionalInterface
public interface JsonReader {
    /// The object as maps, lists, strings, numbers, booleans and nulls. Two members of one name, text after the object
    /// or bytes that are not UTF-8 are refused.
    Map<String, Object> object(byte[] utf8) throws MalformedException;
}
