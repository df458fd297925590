package io.fluxalchemy.processor.shape;

/** One mapped field. */
public sealed interface AttributeShape permits BasicShape, EmbeddedShape, ToOneShape, ToManyShape {

    FieldShape field();

    default String name() {
        return field().name();
    }
}
