package io.fluxalchemy.processor.shape;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A reference to one entity.
 *
 * @param joins the foreign key, empty on the inverse side
 * @param mappedBy on the inverse side the attribute of the target that owns the relation
 * @param cascades names of the library's cascades
 */
public record ToOneShape(
        FieldShape field,
        MetamodelName target,
        List<JoinShape> joins,
        @Nullable String mappedBy,
        boolean nullable,
        boolean unique,
        boolean insertable,
        boolean updatable,
        Set<String> cascades,
        boolean orphanRemoval)
        implements AttributeShape {
    public ToOneShape {
        joins = List.copyOf(joins);
    }

    public boolean readOnly() {
        return !insertable && !updatable;
    }
}
