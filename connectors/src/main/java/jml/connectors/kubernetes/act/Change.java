package jml.connectors.kubernetes.act;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/// One request that changes one object, not yet sent.
///
/// @param verb as RBAC calls it: patch, update
/// @param lines what the body says, for people: conditions before what they are conditions of
/// @param touched paths in the specification that it writes, as managed fields name them: `spec/paused`. Empty when it
/// writes nothing but the status
record Change(Site site, String verb, String contentType, JsonNode body, List<String> lines, List<String> touched) {
    Change {
        lines = List.copyOf(lines);
        touched = List.copyOf(touched);
    }

    String method() {
        return verb.equals("update") ? "PUT" : "PATCH";
    }

    /// All of the request, a line each.
    List<String> request() {
        var request = new ArrayList<String>();
        request.add(method() + " " + site.words());
        request.addAll(lines);
        return request;
    }
}
