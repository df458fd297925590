package io.fluxalchemy.processor.shape;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A collection of entities; one of {@code mappedBy} and {@code link} is given.
 *
 * @param set whether the field is a set
 * @param cascades names of the library's cascades
 * @param orderBy attributes of the target, with {@code desc} behind those that descend
 */
public record ToManyShape(
        FieldShape field,
        MetamodelName target,
        boolean set,
        @Nullable String mappedBy,
        @Nullable LinkShape link,
        Set<String> cascades,
        boolean orphanRemoval,
        List<String> orderBy)
        implements AttributeShape {
    public ToManyShape {
        orderBy = List.copyOf(orderBy);
    }
}
