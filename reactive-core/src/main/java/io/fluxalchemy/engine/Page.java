package io.fluxalchemy.engine;

import java.util.List;
import java.util.Optional;

/**
 * One page of a keyset-paged query.
 *
 * @param items at most as many as the query's limit
 * @param next the opaque cursor for {@code Select.after}; empty on the last page
 */
public record Page<R>(List<R> items, Optional<String> next) {
    public Page {
        items = List.copyOf(items);
    }
}
