package io.fluxalchemy.mapping.model;

/**
 * A field holding an embeddable. It is null where all its columns are NULL.
 *
 * @param model with the column names as they are in the owner's table
 */
public record EmbeddedAttribute<E, V>(String name, Accessor<E, V> access, EmbeddableModel<V> model)
        implements Attribute<E> {}
