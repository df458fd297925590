package io.fluxalchemy.dialects.h2;

import io.fluxalchemy.dialect.DdlSyntax;

/** Schemas of H2, whose computed columns are never stored. */
final class H2Ddl implements DdlSyntax {

    @Override
    public String computed(String sql) {
        return "generated always as (" + sql + ")";
    }
}
