package io.fluxalchemy.processor.reading;

import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import org.jspecify.annotations.Nullable;

/** Which entity an entity extends. */
final class Ancestry {

    private Ancestry() {}

    /** The nearest superclass that is an entity; null if there is none. */
    static @Nullable TypeElement parent(TypeElement entity) {
        for (TypeElement t = superclass(entity); t != null; t = superclass(t)) {
            if (Mark.has(t, "Entity")) {
                return t;
            }
        }
        return null;
    }

    /** The topmost entity among a class and its superclasses; the class itself where no superclass is one. */
    static TypeElement root(TypeElement entity) {
        TypeElement root = entity;
        for (TypeElement t = parent(entity); t != null; t = parent(t)) {
            root = t;
        }
        return root;
    }

    /** The class and its superclasses, itself first. */
    static List<TypeElement> line(TypeElement type) {
        List<TypeElement> line = new ArrayList<>();
        for (TypeElement t = type; t != null; t = superclass(t)) {
            line.add(t);
        }
        return line;
    }

    /** The topmost entity of a line that has what a class declares. */
    static TypeElement owner(TypeElement entity, TypeElement declaring) {
        TypeElement owner = entity;
        for (TypeElement t = parent(entity); t != null && line(t).contains(declaring); t = parent(t)) {
            owner = t;
        }
        return owner;
    }

    private static @Nullable TypeElement superclass(TypeElement type) {
        return type.getSuperclass() instanceof DeclaredType declared
                        && declared.asElement() instanceof TypeElement element
                ? element
                : null;
    }
}
