package io.fluxalchemy.mapping.model;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The description of an embeddable: a value without identity, kept in columns of its owner.
 *
 * @param create makes an instance from the values of {@code attributes}, in their order
 */
public record EmbeddableModel<V>(
        Class<V> type, Function<@Nullable Object[], V> create, List<BasicAttribute<V, ?>> attributes) {
    public EmbeddableModel {
        attributes = List.copyOf(attributes);
    }
}
