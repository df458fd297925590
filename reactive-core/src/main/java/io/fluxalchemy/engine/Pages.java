package io.fluxalchemy.engine;

import io.fluxalchemy.error.ConversionException;
import io.fluxalchemy.sql.Keyset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes a page of the rows read for it, one more of which tells that there is a next page. */
final class Pages {

    private Pages() {}

    static <R> Page<R> of(Keyset<R> keyset, List<Keyset.Positioned<R>> rows) {
        int size = (int) Math.min(keyset.limit(), rows.size());
        List<R> items = new ArrayList<>(size);
        for (Keyset.Positioned<R> row : rows.subList(0, size)) {
            R value = row.value();
            if (value == null) {
                throw new ConversionException(
                        "a row of the page is NULL, which a page cannot hold: read the rows into a record with into(…)");
            }
            items.add(value);
        }
        boolean more = rows.size() > keyset.limit();
        return new Page<>(items, more ? Optional.of(keyset.cursor(rows.get(size - 1))) : Optional.empty());
    }
}
