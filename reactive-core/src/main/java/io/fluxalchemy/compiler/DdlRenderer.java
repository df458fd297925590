package io.fluxalchemy.compiler;

import io.fluxalchemy.dialect.DdlSyntax;
import io.fluxalchemy.dialect.Dialect;
import io.fluxalchemy.dialect.Feature;
import io.fluxalchemy.dialect.Identifiers;
import io.fluxalchemy.error.StatementException;
import io.fluxalchemy.schema.CheckConstraint;
import io.fluxalchemy.schema.ColumnDefinition;
import io.fluxalchemy.schema.DdlStatement;
import io.fluxalchemy.schema.DdlVisitor;
import io.fluxalchemy.schema.ForeignKey;
import io.fluxalchemy.schema.ForeignKey.Action;
import io.fluxalchemy.schema.Generation;
import io.fluxalchemy.schema.Index;
import io.fluxalchemy.schema.SchemaMap;
import io.fluxalchemy.schema.TableDefinition;
import io.fluxalchemy.schema.UniqueConstraint;
import io.fluxalchemy.sql.tree.TableName;
import io.fluxalchemy.type.SqlType;
import io.fluxalchemy.type.Storage;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes DDL. A statement the database has no use for becomes no text. */
final class DdlRenderer implements DdlVisitor<List<String>> {

    private final Dialect dialect;
    private final DdlSyntax syntax;
    private final Identifiers identifiers;
    private final SchemaMap schemas;

    DdlRenderer(Dialect dialect, SchemaMap schemas) {
        this.dialect = dialect;
        this.schemas = schemas;
        this.syntax = dialect.ddl();
        this.identifiers = dialect.identifiers();
    }

    @Override
    public List<String> visit(DdlStatement.CreateTable statement) {
        TableDefinition table = statement.table();
        List<String> parts = new ArrayList<>();
        table.columns().forEach(column -> parts.add(column(table, column)));
        if (!table.primaryKey().isEmpty()) {
            String named = table.primaryKeyName() == null
                    ? ""
                    : "constraint " + identifiers.quoted(table.primaryKeyName()) + " ";
            parts.add(named + "primary key " + names(table.primaryKey()));
        }
        for (UniqueConstraint unique : table.uniques()) {
            parts.add("constraint " + name(unique.name(), table.tableName(), unique.columns(), "key") + " unique "
                    + names(unique.columns()));
        }
        for (ForeignKey key : statement.keys()) {
            parts.add("constraint " + name(table.tableName(), key) + " " + foreignKey(table.tableName(), key));
        }
        for (CheckConstraint check : table.checks()) {
            String named = check.name() == null ? "" : "constraint " + identifiers.quoted(check.name()) + " ";
            parts.add(named + "check (" + check.condition() + ")");
        }
        String options = syntax.tableOptions(identity(table));
        String body = "(" + String.join(", ", parts) + ")"
                + (options.isEmpty() ? "" : " " + options)
                + commentBehind(table.comment());
        List<String> texts = new ArrayList<>();
        texts.add(syntax.createTable(table(table.tableName()), body, statement.ifAbsent()));
        texts.addAll(comments(table));
        return texts;
    }

    /** The comment where it is part of what it is about. */
    private String commentBehind(@Nullable String comment) {
        String written =
                comment == null ? null : syntax.comment(dialect.expressions().literal(comment));
        return written == null ? "" : " " + written;
    }

    /** The comments that are statements of their own. */
    private List<String> comments(TableDefinition table) {
        List<String> texts = new ArrayList<>();
        String name = table(table.tableName());
        if (table.comment() != null) {
            comment(texts, "table", name, table.comment());
        }
        for (ColumnDefinition column : table.columns()) {
            if (column.comment() != null) {
                comment(texts, "column", name + "." + identifiers.quoted(column.name()), column.comment());
            }
        }
        return texts;
    }

    private void comment(List<String> texts, String kind, String name, String comment) {
        String literal = dialect.expressions().literal(comment);
        if (syntax.comment(literal) == null) {
            texts.add(syntax.commentOn(kind, name, literal));
        }
    }

    private String column(TableDefinition table, ColumnDefinition column) {
        String type;
        try {
            type = type(column.type());
        } catch (StatementException e) {
            throw new StatementException(
                    "the column " + table.tableName() + "." + column.name() + " is "
                            + column.type().name() + ": " + e.getMessage(),
                    e);
        }
        Generation generation = column.generation();
        boolean free = column.nullable() || generation instanceof Generation.Computed;
        boolean typed = !(generation instanceof Generation.Computed) || syntax.typesComputed();
        return identifiers.quoted(column.name())
                + (typed ? " " + type : "")
                + generation(generation, table.tableName() + "." + column.name())
                + (free ? "" : " not null")
                + commentBehind(column.comment());
    }

    private String type(SqlType<?> type) {
        String own = type.declaration(dialect.name());
        if (own != null) {
            return own;
        }
        Storage storage = type.declared();
        KnownTypes.require(dialect, storage);
        String name = dialect.types().name(storage);
        Storage element = storage instanceof Storage.Array array ? array.element() : storage;
        return element instanceof Storage.NamedEnum named && dialect.supports(Feature.NAMED_ENUMS)
                ? name.replace(dialect.types().name(named), typeName(named.name()))
                : name;
    }

    private String nextValue(String sequence) {
        List<String> texts = dialect.expressions().nextValue().texts();
        String name = texts.get(0).endsWith("'") ? SqlBuffer.inLiteral(sequence) : sequence;
        return texts.get(0) + name + texts.get(1);
    }

    private static Generation.@Nullable Identity identity(TableDefinition table) {
        for (ColumnDefinition column : table.columns()) {
            if (column.generation() instanceof Generation.Identity identity) {
                return identity;
            }
        }
        return null;
    }

    private String generation(@Nullable Generation generation, String column) {
        if (generation instanceof Generation.Identity identity) {
            if (identity.always()) {
                require(Feature.ALWAYS_IDENTITY, "the column " + column);
            }
            if (identity.increment() != 1) {
                require(Feature.IDENTITY_STEPS, "the column " + column);
            }
            return " " + syntax.identity(identity);
        } else if (generation instanceof Generation.Sequence sequence) {
            return " default " + syntax.nextValue(nextValue(table(sequence.sequenceName())));
        } else if (generation instanceof Generation.Default value) {
            return " default " + value.sql();
        } else if (generation instanceof Generation.Computed computed) {
            return " " + syntax.computed(computed.sql());
        }
        return "";
    }

    @Override
    public List<String> visit(DdlStatement.CreateIndex statement) {
        Index index = statement.index();
        String name = name(index.name(), statement.table(), index.columns(), "idx");
        if (!index.expressions().isEmpty()) {
            require(Feature.EXPRESSION_INDEXES, "the index " + name);
        }
        List<String> elements = new ArrayList<>();
        index.columns().forEach(column -> elements.add(identifiers.quoted(column)));
        index.expressions().forEach(expression -> elements.add("(" + expression + ")"));
        String text = "create " + (index.isUnique() ? "unique index " : "index ")
                + ifAbsent(statement.ifAbsent() && syntax.indexesIfAbsent())
                + syntax.index(
                        name,
                        table(statement.table()),
                        "(" + String.join(", ", elements) + ")",
                        index.methods().get(dialect.name()));
        if (index.where() == null) {
            return List.of(text);
        }
        require(Feature.PARTIAL_INDEXES, "the index " + name);
        return List.of(text + " where " + index.where());
    }

    private void require(Feature feature, String what) {
        if (!dialect.supports(feature)) {
            throw new StatementException(what + " cannot be created: " + dialect.name() + " does not have "
                    + feature.description() + ", leave it out of the tables of that database");
        }
    }

    @Override
    public List<String> visit(DdlStatement.CreateSequence statement) {
        if (!dialect.supports(Feature.SEQUENCES)) {
            throw new StatementException(dialect.name() + " does not have sequences, and the sequence "
                    + statement.sequence().sequenceName() + " is one: let the column count up with identity()");
        }
        String body = syntax.counting(
                statement.sequence().start(), statement.sequence().allocation());
        return List.of(syntax.createSequence(table(statement.sequence().sequenceName()), body, statement.ifAbsent()));
    }

    @Override
    public List<String> visit(DdlStatement.CreateEnum statement) {
        if (!dialect.supports(Feature.NAMED_ENUMS)) {
            return List.of();
        }
        List<String> labels = statement.labels().stream()
                .map(label -> dialect.expressions().literal(label))
                .toList();
        return List.of(syntax.createEnum(typeName(statement.name()), labels, statement.ifAbsent()));
    }

    @Override
    public List<String> visit(DdlStatement.AddForeignKey statement) {
        return List.of(syntax.addConstraint(
                table(statement.table()),
                name(statement.table(), statement.key()),
                foreignKey(statement.table(), statement.key()),
                statement.ifAbsent()));
    }

    @Override
    public List<String> visit(DdlStatement.DropForeignKey statement) {
        return List.of(syntax.dropForeignKey(table(statement.table()), name(statement.table(), statement.key())));
    }

    @Override
    public List<String> visit(DdlStatement.DropTable statement) {
        return List.of("drop table if exists " + table(statement.table()));
    }

    @Override
    public List<String> visit(DdlStatement.DropSequence statement) {
        return List.of("drop sequence if exists " + table(statement.sequence()));
    }

    @Override
    public List<String> visit(DdlStatement.DropEnum statement) {
        return dialect.supports(Feature.NAMED_ENUMS)
                ? List.of("drop type if exists " + typeName(statement.name()))
                : List.of();
    }

    /** An enumeration type's name, with its schema in front of a dot if it has one. */
    private String typeName(String name) {
        return table(TableName.qualified(name));
    }

    private String foreignKey(TableName owner, ForeignKey key) {
        TableName target = syntax.referenced(schemas.actual(owner), schemas.actual(key.target()));
        ForeignKey.Rules rules = key.rules();
        require(rules, "the foreign key " + owner + key.columns());
        return "foreign key " + names(key.columns()) + " references " + identifiers.quoted(target) + " "
                + names(key.targetColumns())
                + (rules.fullMatch() ? " match full" : "")
                + syntax.onDelete(rules.onDelete())
                + syntax.onUpdate(rules.onUpdate())
                + checked(rules.check());
    }

    private void require(ForeignKey.Rules rules, String key) {
        boolean refuses = rules.onUpdate() == Action.NO_ACTION || rules.onUpdate() == Action.RESTRICT;
        if (!refuses) {
            require(Feature.KEY_UPDATES, key);
        }
        if (rules.onDelete() == Action.SET_DEFAULT || rules.onUpdate() == Action.SET_DEFAULT) {
            require(Feature.KEY_DEFAULTS, key);
        }
        if (rules.check() != ForeignKey.Check.AT_ONCE) {
            require(Feature.DEFERRABLE_KEYS, key);
        }
        if (rules.fullMatch()) {
            require(Feature.FULL_MATCH_KEYS, key);
        }
    }

    private static String checked(ForeignKey.Check check) {
        return switch (check) {
            case AT_ONCE -> "";
            case DEFERRABLE -> " deferrable";
            case AT_COMMIT -> " deferrable initially deferred";
        };
    }

    private String name(TableName table, ForeignKey key) {
        return name(key.name(), table, key.columns(), "fkey");
    }

    /** The name given, or one made of table, columns and kind, cut to what the database keeps. */
    private String name(@Nullable String given, TableName table, List<String> columns, String kind) {
        return identifiers.quoted(
                given != null
                        ? given
                        : identifiers.shortened(table.name() + "_" + String.join("_", columns) + "_" + kind));
    }

    private String names(List<String> columns) {
        return columns.stream().map(identifiers::quoted).collect(Collectors.joining(", ", "(", ")"));
    }

    private String table(TableName table) {
        return identifiers.quoted(schemas.actual(table));
    }

    private static String ifAbsent(boolean ifAbsent) {
        return ifAbsent ? "if not exists " : "";
    }
}
