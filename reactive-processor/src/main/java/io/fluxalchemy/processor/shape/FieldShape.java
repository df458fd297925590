package io.fluxalchemy.processor.shape;

import com.palantir.javapoet.TypeName;
import org.jspecify.annotations.Nullable;

/**
 * A field that generated code reads and writes.
 *
 * @param name of the field and of its attribute
 * @param owner the erased class that declares it; null where generated code cannot name that class
 * @param depth how many classes above the mapped class it is declared: 0 for the class itself
 * @param erased the class its declaration erases to
 * @param type its type as a member of the mapped class
 */
public record FieldShape(String name, @Nullable TypeName owner, int depth, TypeName erased, TypeName type) {

    public boolean primitive() {
        return type.isPrimitive();
    }

    /** The type of its values: boxed where the field is primitive. */
    public TypeName boxed() {
        return type.isPrimitive() ? type.box() : type;
    }
}
