package jml.connectors.prometheus;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import jml.connectors.http.UnreadableException;
import org.jspecify.annotations.Nullable;

/// The tokens of one answer, and the place in it that is being read, for messages.
final class Tokens {
    private static final int LONGEST_QUOTE = 200;

    private final JsonParser json;
    private String place = "";
    private int series = -1;

    Tokens(JsonParser json) {
        this.json = json;
    }

    JsonParser json() {
        return json;
    }

    void at(String newPlace) {
        place = newPlace;
    }

    /// From here on places are inside `data.result[number]`; -1 to leave the list.
    void inSeries(int number) {
        series = number;
        place = "";
    }

    void expect(@Nullable JsonToken token, JsonToken wanted) throws UnreadableException {
        if (token != wanted) {
            throw unreadable("is " + described(token) + " where " + described(wanted) + " must be");
        }
    }

    String text(JsonToken token) throws IOException {
        expect(token, JsonToken.VALUE_STRING);
        return json.getText();
    }

    /// A failure at the place that is being read.
    UnreadableException unreadable(String reason) {
        if (series < 0) {
            return new UnreadableException(place, reason);
        }
        return new UnreadableException("data.result[" + series + "]" + (place.isEmpty() ? "" : "." + place), reason);
    }

    static String described(@Nullable JsonToken token) {
        return switch (token) {
            case null -> "the end of the answer";
            case START_OBJECT, END_OBJECT -> "an object";
            case START_ARRAY -> "an array";
            case END_ARRAY -> "the end of an array";
            case VALUE_STRING -> "a string";
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> "a number";
            case VALUE_NULL -> "null";
            default -> "something else";
        };
    }

    static String shortened(String text) {
        return text.length() <= LONGEST_QUOTE ? text : text.substring(0, LONGEST_QUOTE) + "…";
    }
}
