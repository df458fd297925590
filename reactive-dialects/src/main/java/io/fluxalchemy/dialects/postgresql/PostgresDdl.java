package io.fluxalchemy.dialects.postgresql;

import io.fluxalchemy.dialect.DdlSyntax;
import java.util.List;

/** Schemas of PostgreSQL. What has no IF NOT EXISTS runs in a block that lets "exists already" pass. */
final class PostgresDdl implements DdlSyntax {

    static final PostgresDdl INSTANCE = new PostgresDdl();

    private PostgresDdl() {}

    @Override
    public String createEnum(String name, List<String> labels, boolean ifAbsent) {
        String text = "create type " + name + " as enum (" + String.join(", ", labels) + ")";
        return ifAbsent ? unlessThere(text) : text;
    }

    @Override
    public String addConstraint(String table, String name, String constraint, boolean ifAbsent) {
        String text = DdlSyntax.super.addConstraint(table, name, constraint, false);
        return ifAbsent ? unlessThere(text) : text;
    }

    private static String unlessThere(String statement) {
        return "do $do$ begin " + statement + "; exception when duplicate_object then null; end $do$";
    }
}
