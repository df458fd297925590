package io.fluxalchemy.mapping.load;

import io.fluxalchemy.dialect.Dialect;
import io.fluxalchemy.dialect.Feature;
import java.util.ArrayList;
import java.util.List;

/** Cuts keys into as few lists as one statement each can take: one where the database binds an array. Stateless. */
final class KeyChunks {

    /** Far below every limit, and a power of two, to which IN lists are padded. */
    private static final int MOST = 1 << 12;

    private KeyChunks() {}

    /**
     * The lists, in the order of the keys.
     *
     * @param width columns of a key; composite keys are bound value by value everywhere
     */
    static <K> List<List<K>> of(List<K> keys, int width, Dialect dialect) {
        if (width == 1 && dialect.supports(Feature.ARRAYS)) {
            return List.of(keys);
        }
        int size = Math.max(1, Math.min(MOST, Integer.highestOneBit(dialect.maxBinds() / 2 / width)));
        List<List<K>> chunks = new ArrayList<>();
        for (int from = 0; from < keys.size(); from += size) {
            chunks.add(keys.subList(from, Math.min(keys.size(), from + size)));
        }
        return chunks;
    }
}
