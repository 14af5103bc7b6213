package jml.store.fact;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import jml.core.fleet.ModelFacts;
import jml.core.metric.Objective;
import jml.core.metric.Sli;
import org.jspecify.annotations.Nullable;

/// Facts as canonical JSON: members and map entries in order of their names, instants in ISO-8601, nothing else that
/// could make one value two texts. A member this version does not know is left out, one that is missing is empty.
final class FactJson {
    private static final JsonMapper MAPPER = mapper();

    private FactJson() {}

    static byte[] write(Object fact) {
        try {
            return MAPPER.writeValueAsBytes(fact);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(
                    "cannot be written: " + fact.getClass().getSimpleName(), e);
        }
    }

    static Object read(FactKind kind, byte[] json) {
        try {
            Object fact = MAPPER.readValue(json, kind.type());
            return fact instanceof ModelFacts model ? withKnownObjectives(model) : fact;
        } catch (IOException e) {
            throw new IllegalStateException("unreadable fact about " + kind.word(), e);
        }
    }

    private static JsonMapper mapper() {
        var module = new SimpleModule()
                .addSerializer(Sli.class, new SliWriter())
                .addDeserializer(Sli.class, new SliReader());
        var mapper = JsonMapper.builder()
                .addModule(new JavaTimeModule())
                .addModule(module)
                .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build();
        for (var type : List.of(String.class, List.class, Map.class)) {
            mapper.configOverride(type).setSetterInfo(JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY));
        }
        return mapper;
    }

    private static ModelFacts withKnownObjectives(ModelFacts facts) {
        var known = facts.objectives().stream().filter(FactJson::known).toList();
        return known.size() == facts.objectives().size() ? facts : facts.withObjectives(known);
    }

    // An objective of an SLI that no longer exists has none, whatever its declared type says.
    private static boolean known(Objective objective) {
        return Objects.nonNull(objective.sli());
    }

    private static final class SliWriter extends StdSerializer<Sli> {
        SliWriter() {
            super(Sli.class);
        }

        @Override
        public void serialize(Sli sli, JsonGenerator json, SerializerProvider provider) throws IOException {
            json.writeString(sli.id());
        }
    }

    private static final class SliReader extends StdDeserializer<Sli> {
        SliReader() {
            super(Sli.class);
        }

        @Override
        public @Nullable Sli deserialize(JsonParser json, DeserializationContext context) throws IOException {
            return Sli.of(json.getText()).orElse(null);
        }
    }
}
