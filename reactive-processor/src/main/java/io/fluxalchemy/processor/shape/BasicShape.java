package io.fluxalchemy.processor.shape;

import com.palantir.javapoet.CodeBlock;
import org.jspecify.annotations.Nullable;

/**
 * A field kept in one column.
 *
 * @param generation the code that makes its {@code Generation}; null where only the field fills the column
 */
public record BasicShape(
        FieldShape field,
        String column,
        ColumnType type,
        Role role,
        boolean nullable,
        boolean unique,
        boolean insertable,
        boolean updatable,
        @Nullable CodeBlock generation)
        implements AttributeShape {

    /** The same attribute in another column. */
    public BasicShape inColumn(String other) {
        return new BasicShape(field, other, type, role, nullable, unique, insertable, updatable, generation);
    }

    public boolean readOnly() {
        return !insertable && !updatable;
    }

    /** What the attribute is to its entity. */
    public enum Role {
        ID,
        VERSION,
        PLAIN
    }
}
