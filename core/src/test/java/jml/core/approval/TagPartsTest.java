package jml.core.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TagPartsTest {
    private final byte[] document = bytes(9_000);
    private final Map<String, String> tags = new HashMap<>(TagParts.of(TagParts.EVIDENCE, document));
    private final String name = tags.keySet().stream()
            .filter(key -> key.endsWith(".0"))
            .findFirst()
            .orElseThrow()
            .replace(".0", "");

    @Test
    void aLongDocumentComesBackFromItsPartsInWhateverOrder() {
        tags.put("team", "credit");
        tags.putAll(TagParts.of(TagParts.APPROVAL, bytes(10)));

        var found = TagParts.in(TagParts.EVIDENCE, tags);

        assertThat(found.faults()).isEmpty();
        assertThat(found.documents().values()).singleElement().isEqualTo(document);
        assertThat(TagParts.in(TagParts.APPROVAL, tags).documents()).hasSize(1);
        assertThat(tags.values()).allSatisfy(value -> assertThat(value).hasSizeLessThan(5_000));
        assertThat(tags.keySet()).allSatisfy(key -> assertThat(key).hasSizeLessThan(250));
    }

    @Test
    void theHeadIsWrittenLast() {
        var written = new LinkedHashMap<>(TagParts.of(TagParts.EVIDENCE, document));

        assertThat(written.lastEntry().getKey()).isEqualTo(name);
        written.remove(name);
        assertThat(TagParts.in(TagParts.EVIDENCE, written).documents()).isEmpty();
        assertThat(TagParts.in(TagParts.EVIDENCE, written).faults())
                .singleElement()
                .asString()
                .contains("not written to its end");
    }

    @Test
    void aMissingPartIsNamed() {
        tags.remove(name + ".1");

        assertThat(TagParts.in(TagParts.EVIDENCE, tags).faults())
                .singleElement()
                .asString()
                .endsWith("misses part 1 of 3");
    }

    @Test
    void partsThatWereExchangedChangedOrCutAreFound() {
        var exchanged = new HashMap<>(tags);
        exchanged.put(name + ".0", tags.getOrDefault(name + ".1", ""));
        exchanged.put(name + ".1", tags.getOrDefault(name + ".0", ""));
        var changed = new HashMap<>(tags);
        changed.put(name + ".2", "AAAA");
        var cut = new HashMap<>(tags);
        cut.put(name + ".2", "A");
        var otherHead = new HashMap<>(tags);
        otherHead.put(name, "1 parts, sha256 " + "0".repeat(64));

        for (var hostile : List.of(exchanged, changed, cut, otherHead)) {
            assertThat(TagParts.in(TagParts.EVIDENCE, hostile).documents()).isEmpty();
            assertThat(TagParts.in(TagParts.EVIDENCE, hostile).faults()).hasSize(1);
        }
    }

    @Test
    void onlyOneOfTwoDocumentsIsLostWithItsPart() {
        tags.putAll(TagParts.of(TagParts.EVIDENCE, bytes(20)));
        tags.remove(name + ".0");

        assertThat(TagParts.in(TagParts.EVIDENCE, tags).documents()).hasSize(1);
    }

    @Test
    void aDocumentThatNoRegistryTakesIsRefusedBeforeAnythingIsWritten() {
        assertThatThrownBy(() -> TagParts.of(TagParts.EVIDENCE, bytes(1_000_000)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static byte[] bytes(int length) {
        var bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        return bytes;
    }
}
