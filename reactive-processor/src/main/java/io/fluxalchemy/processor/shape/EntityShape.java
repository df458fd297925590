package io.fluxalchemy.processor.shape;

import com.palantir.javapoet.TypeName;
import java.util.List;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/**
 * An entity as it will be written.
 *
 * @param element what generated files originate from
 * @param idType the class of its id
 * @param hierarchy how it shares its table; null where it has one of its own
 * @param reference the stand-in for an unloaded one; null where no to-one may refer to it
 */
public record EntityShape(
        TypeElement element,
        MetamodelName name,
        String table,
        @Nullable String schema,
        TypeName idType,
        List<AttributeShape> attributes,
        List<ColumnGroup> uniques,
        List<ColumnGroup> indexes,
        @Nullable HierarchyShape hierarchy,
        @Nullable ReferenceShape reference) {
    public EntityShape {
        attributes = List.copyOf(attributes);
        uniques = List.copyOf(uniques);
        indexes = List.copyOf(indexes);
    }

    /** The attributes that the model of an entity it extends has not. */
    public List<AttributeShape> ownAttributes() {
        return attributes.subList(hierarchy == null ? 0 : hierarchy.inherited(), attributes.size());
    }

    public boolean isAbstract() {
        return element.getModifiers().contains(Modifier.ABSTRACT);
    }
}
