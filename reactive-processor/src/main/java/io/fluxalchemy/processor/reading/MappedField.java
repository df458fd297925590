package io.fluxalchemy.processor.reading;

import io.fluxalchemy.processor.shape.FieldShape;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;

/**
 * A field that is an attribute.
 *
 * @param element the declaration, which may be in a superclass
 * @param type as a member of the mapped class, so type variables of superclasses are resolved
 */
record MappedField(VariableElement element, TypeMirror type, FieldShape shape) {

    String name() {
        return shape.name();
    }
}
