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

    /** The values of the attributes of an instance, in their order. */
    public @Nullable Object[] parts(Object instance) {
        V value = type.cast(instance);
        @Nullable Object[] parts = new @Nullable Object[attributes.size()];
        for (int i = 0; i < parts.length; i++) {
            parts[i] = attributes.get(i).access().get(value);
        }
        return parts;
    }

    /** The column of an attribute, by the attribute's name. */
    public String column(String attribute) {
        return attributes.stream()
                .filter(a -> a.name().equals(attribute))
                .map(BasicAttribute::column)
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException(type.getSimpleName() + " has no attribute " + attribute));
    }
}
