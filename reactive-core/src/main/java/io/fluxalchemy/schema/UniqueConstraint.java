package io.fluxalchemy.schema;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A unique constraint over columns of one table. Without a name the DDL derives one. */
public record UniqueConstraint(@Nullable String name, List<String> columns) {
    public UniqueConstraint {
        columns = List.copyOf(columns);
    }
}
