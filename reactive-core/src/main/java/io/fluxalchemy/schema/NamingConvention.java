package io.fluxalchemy.schema;

import io.fluxalchemy.error.StatementException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How constraints and indexes without a name are called: {@code NamingConvention.of().index("ix_{table}_{columns}")}. Templates know
 * {@code {table}}, {@code {columns}} joined by underscores, {@code {target}} for the table a foreign key leads to, and
 * {@code {number}}, which counts the nameless checks of a table from 1. Names are cut to 63 bytes, so that they are the same on
 * every database. What no template is given for keeps its derived name. Immutable; applied with {@link MetaData#named}.
 */
public final class NamingConvention {

    private static final int LIMIT = 63;
    private static final Pattern TOKEN = Pattern.compile("\\{(\\w*)}");

    private enum Kind {
        PRIMARY_KEY,
        UNIQUE,
        FOREIGN_KEY,
        CHECK,
        INDEX
    }

    private final Map<Kind, String> templates;

    private NamingConvention(Map<Kind, String> templates) {
        this.templates = templates;
    }

    /** Without a template. */
    public static NamingConvention of() {
        return new NamingConvention(Map.of());
    }

    public NamingConvention primaryKey(String template) {
        return with(Kind.PRIMARY_KEY, template, "table", "columns");
    }

    public NamingConvention unique(String template) {
        return with(Kind.UNIQUE, template, "table", "columns");
    }

    public NamingConvention foreignKey(String template) {
        return with(Kind.FOREIGN_KEY, template, "table", "columns", "target");
    }

    public NamingConvention check(String template) {
        return with(Kind.CHECK, template, "table", "number");
    }

    public NamingConvention index(String template) {
        return with(Kind.INDEX, template, "table", "columns");
    }

    private NamingConvention with(Kind kind, String template, String... known) {
        Matcher token = TOKEN.matcher(template);
        while (token.find()) {
            if (!List.of(known).contains(token.group(1))) {
                throw new StatementException(
                        "the template '" + template + "' asks for " + token.group() + ": known are " + List.of(known));
            }
        }
        Map<Kind, String> all = new java.util.EnumMap<>(Kind.class);
        all.putAll(templates);
        all.put(kind, template);
        return new NamingConvention(all);
    }

    /** The table with names where it had none. */
    TableDefinition name(TableDefinition table) {
        String own = table.tableName().name();
        List<CheckConstraint> checks = new ArrayList<>();
        int number = 0;
        for (CheckConstraint check : table.checks()) {
            number += check.name() == null ? 1 : 0;
            String name = name(check.name(), Kind.CHECK, Map.of("table", own, "number", Integer.toString(number)));
            checks.add(new CheckConstraint(name, check.condition()));
        }
        return new TableDefinition(
                table.tableName(),
                table.columns(),
                table.primaryKey(),
                table.keys().stream().map(key -> name(own, key)).toList(),
                table.uniques().stream()
                        .map(unique -> new UniqueConstraint(
                                name(unique.name(), Kind.UNIQUE, tokens(own, unique.columns())), unique.columns()))
                        .toList(),
                checks,
                table.indexes().stream().map(index -> name(own, index)).toList(),
                name(table.primaryKeyName(), Kind.PRIMARY_KEY, tokens(own, table.primaryKey())),
                table.comment());
    }

    private ForeignKey name(String table, ForeignKey key) {
        Map<String, String> tokens = Map.of(
                "table", table,
                "columns", String.join("_", key.columns()),
                "target", key.target().name());
        return new ForeignKey(
                name(key.name(), Kind.FOREIGN_KEY, tokens),
                key.columns(),
                key.target(),
                key.targetColumns(),
                key.rules());
    }

    private Index name(String table, Index index) {
        String name = name(index.name(), Kind.INDEX, tokens(table, index.columns()));
        return new Index(name, index.columns(), index.isUnique(), index.expressions(), index.where(), index.methods());
    }

    private static Map<String, String> tokens(String table, List<String> columns) {
        return Map.of("table", table, "columns", String.join("_", columns));
    }

    private @Nullable String name(@Nullable String given, Kind kind, Map<String, String> tokens) {
        String template = templates.get(kind);
        return given != null || template == null
                ? given
                : ShortName.of(
                        TOKEN.matcher(template)
                                .replaceAll(token -> Matcher.quoteReplacement(tokens.getOrDefault(token.group(1), ""))),
                        LIMIT);
    }
}
