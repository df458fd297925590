package io.fluxalchemy.compiler;

import io.fluxalchemy.dialect.Identifiers;
import io.fluxalchemy.schema.SchemaMap;
import io.fluxalchemy.sql.Lookup;
import java.util.List;

/**
 * A statement ready to run: the compiled text and this run's values in the order of its bind markers.
 *
 * @param compiled shared by every run of the same statement shape
 */
public record BoundSql(CompiledSql compiled, List<Parameter> parameters) {
    public BoundSql {
        parameters = List.copyOf(parameters);
    }

    /** The statement of a lookup with its value in the open place. */
    BoundSql with(Object value) {
        Parameter[] bound = parameters.toArray(new Parameter[0]);
        for (int i = 0; i < bound.length; i++) {
            Parameter parameter = bound[i];
            Object before = parameter.value();
            if (before != null && Lookup.isOpen(before)) {
                bound[i] = new Parameter(parameter.type(), value, parameter.column());
            }
        }
        return new BoundSql(compiled, List.of(bound));
    }

    /** The same run where other schemas stand for those its tables name. */
    public BoundSql in(SchemaMap map, Identifiers identifiers) {
        CompiledSql other = compiled.in(map, identifiers);
        return other == compiled ? this : new BoundSql(other, parameters);
    }

    public String text() {
        return compiled.text();
    }
}
