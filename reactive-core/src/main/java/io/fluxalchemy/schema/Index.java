package io.fluxalchemy.schema;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** An index over columns of one table. Without a name the DDL derives one. */
public record Index(@Nullable String name, List<String> columns, boolean unique) {
    public Index {
        columns = List.copyOf(columns);
    }
}
