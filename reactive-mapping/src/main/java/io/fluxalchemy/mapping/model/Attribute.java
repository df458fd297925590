package io.fluxalchemy.mapping.model;

/** One mapped field of an entity or embeddable. */
public sealed interface Attribute<E> permits BasicAttribute, EmbeddedAttribute, ToOneAttribute, ToManyAttribute {

    /** The field's name. */
    String name();

    /** Reads and writes the field. */
    Accessor<E, ?> access();
}
