package jml.store.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import jml.core.signing.JsonReader;
import jml.core.signing.MalformedException;

/// Reads the JSON of what is signed or chained, and nothing that two readers could understand differently.
public final class StrictJson implements JsonReader {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    @Override
    public Map<String, Object> object(byte[] utf8) throws MalformedException {
        try {
            // Given bytes, Jackson would take UTF-16 as well.
            var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(utf8));
            Map<String, Object> object = JSON.readValue(text.toString(), new TypeReference<>() {});
            if (object == null) {
                throw new MalformedException("not a JSON object");
            }
            return object;
        } catch (CharacterCodingException e) {
            throw new MalformedException("not UTF-8", e);
        } catch (JsonProcessingException e) {
            var place = e.getLocation();
            var where = place == null ? "" : " at column " + place.getColumnNr();
            throw new MalformedException("not JSON" + where + ": " + e.getOriginalMessage(), e);
        }
    }
}
