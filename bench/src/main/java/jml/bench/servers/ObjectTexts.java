package jml.bench.servers;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/// A model's objects as an API server writes them, managed fields and all: one recorded object of each kind with other
/// names in it.
final class ObjectTexts {
    private final int podsPerModel;
    private final String deployment = read("deployment");
    private final String replicaSet = read("replicaset");
    private final String pod = read("pod");

    ObjectTexts(int podsPerModel) throws IOException {
        this.podsPerModel = podsPerModel;
    }

    String deployment(int model) {
        return named(deployment, model, 1);
    }

    String replicaSet(int model) {
        return named(replicaSet, model, 1);
    }

    /// @param number of all pods; those of one model follow one another
    String pod(int number, boolean ready, long version) {
        return named(pod, number / podsPerModel, version)
                .replace("@POD_UID@", Names.uid("pod", number))
                .replace("@POD@", Integer.toString(number % podsPerModel))
                .replace("@READY_NOW@", Boolean.toString(ready))
                .replace("@READY@", ready ? "True" : "False");
    }

    private String named(String object, int model, long version) {
        return object.replace("@MODEL@", Names.model(model))
                .replace("@NAMESPACE@", Names.namespace(model))
                .replace("@HASH@", Integer.toHexString(model + 0x10000000))
                .replace("@DEPLOYMENT_UID@", Names.uid("deployment", model))
                .replace("@REPLICA_SET_UID@", Names.uid("replicaset", model))
                .replace("@DIGEST@", Names.digest(model))
                .replace("@RESOURCE_VERSION@", Long.toString(version))
                .replace("@REPLICAS@", Integer.toString(podsPerModel));
    }

    private static String read(String name) throws IOException {
        try (var stream = ObjectTexts.class.getResourceAsStream(name + ".json")) {
            if (stream == null) {
                throw new FileNotFoundException(name + ".json");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8).strip();
        }
    }
}
