package io.fluxalchemy.processor.shape;

import java.util.List;
import java.util.Map;

/**
 * A field holding an embeddable.
 *
 * @param metamodel the generated class of the embeddable
 * @param columns its attributes, in the columns they have in the owner's table
 * @param overrides attribute to column, where {@code @AttributeOverride} says so
 */
public record EmbeddedShape(
        FieldShape field, MetamodelName metamodel, boolean id, List<BasicShape> columns, Map<String, String> overrides)
        implements AttributeShape {
    public EmbeddedShape {
        columns = List.copyOf(columns);
        overrides = Map.copyOf(overrides);
    }
}
