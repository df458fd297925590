package io.fluxalchemy.processor.shape;

import com.palantir.javapoet.MethodSpec;
import java.util.List;
import java.util.Set;

/**
 * The stand-in for an unloaded entity.
 *
 * @param overrides the signature of every method it must override
 * @param idGetters names of those without parameters that answer the id
 */
public record ReferenceShape(List<MethodSpec> overrides, Set<String> idGetters) {
    public ReferenceShape {
        overrides = List.copyOf(overrides);
        idGetters = Set.copyOf(idGetters);
    }
}
