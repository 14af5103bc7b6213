package jml.store.frame;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// One instant as the frame log holds it: the head and blocks of columns. It stands alone, so that reading one needs no
/// other. For one thread.
public final class Frame implements Numbers {
    static final String HEAD = "head";

    private static final Map<String, List<Column>> PARTS =
            Column.ALL.stream().collect(Collectors.groupingBy(Column::part, LinkedHashMap::new, Collectors.toList()));

    private final Head head;
    private final Map<String, byte[]> packed;
    private final Map<String, Block> blocks = new HashMap<>();

    /// @param packed parts by name; a column whose part is not among them is absent
    Frame(Map<String, byte[]> packed) {
        var bytes = packed.get(HEAD);
        if (bytes == null) {
            throw new IllegalStateException("frame without a head");
        }
        this.head = Heads.read(bytes).getFirst();
        this.packed = packed;
    }

    static Map<String, byte[]> write(Numbers instant) {
        var parts = new LinkedHashMap<String, byte[]>();
        parts.put(HEAD, Heads.write(List.of(instant.head())));
        PARTS.forEach((part, columns) -> parts.put(part, Block.write(columns, instant)));
        return parts;
    }

    @Override
    public Head head() {
        return head;
    }

    @Override
    public long @Nullable [] column(Column column) {
        var bytes = packed.get(column.part());
        return bytes == null
                ? null
                : blocks.computeIfAbsent(column.part(), part -> Block.read(bytes))
                        .column(column);
    }

    /// Lets go of what was unpacked; a column read again is unpacked again.
    public void pack() {
        blocks.clear();
    }
}
