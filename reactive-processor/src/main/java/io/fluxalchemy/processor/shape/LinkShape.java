package io.fluxalchemy.processor.shape;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The table between two entities. */
public record LinkShape(@Nullable String schema, String table, List<JoinShape> owner, List<JoinShape> target) {
    public LinkShape {
        owner = List.copyOf(owner);
        target = List.copyOf(target);
    }
}
