package io.fluxalchemy.compiler;

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

    public String text() {
        return compiled.text();
    }
}
