package io.fluxalchemy.processor.shape;

import com.palantir.javapoet.CodeBlock;
import org.jspecify.annotations.Nullable;

/**
 * How an entity shares its table with others.
 *
 * @param parent the entity it extends; null for the root
 * @param inherited how many of its attributes are those of the parent; they come first
 * @param column the discriminator's, of this type
 * @param value the code of what the discriminator holds in rows of this class; null for an abstract one
 */
public record HierarchyShape(
        @Nullable MetamodelName parent,
        int inherited,
        String column,
        ColumnType type,
        @Nullable CodeBlock value) {}
