package io.fluxalchemy.processor.shape;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A unique constraint or an index: columns of one table under a name the user gave or none. */
public record ColumnGroup(@Nullable String name, List<String> columns, boolean unique) {
    public ColumnGroup {
        columns = List.copyOf(columns);
    }
}
