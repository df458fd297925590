package io.fluxalchemy.processor.shape;

import java.util.List;
import javax.lang.model.element.TypeElement;

/** An embeddable as it will be written: a record, or a class with a no-argument constructor. */
public record EmbeddableShape(TypeElement element, MetamodelName name, boolean record, List<BasicShape> attributes) {
    public EmbeddableShape {
        attributes = List.copyOf(attributes);
    }
}
