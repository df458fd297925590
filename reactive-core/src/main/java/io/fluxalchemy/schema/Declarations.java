package io.fluxalchemy.schema;

import io.fluxalchemy.error.StatementException;
import io.fluxalchemy.sql.Column;
import io.fluxalchemy.sql.tree.ColumnDefault;
import io.fluxalchemy.sql.tree.TableName;
import io.fluxalchemy.sql.tree.TableSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The columns a table declares and what is said about them. Filled while the table is constructed. */
final class Declarations {

    private record Declared(Column<?> column, List<Constraint> constraints) {

        boolean has(Class<? extends Constraint> kind) {
            return constraints.stream().anyMatch(kind::isInstance);
        }

        @Nullable
        Generation generation() {
            for (Constraint constraint : constraints) {
                if (constraint instanceof Constraint.Generated generated) {
                    return generated.generation();
                } else if (constraint instanceof Constraint.Identity identity) {
                    return identity.generation();
                }
            }
            return null;
        }

        @Nullable
        String comment() {
            for (Constraint constraint : constraints) {
                if (constraint instanceof Constraint.Comment comment) {
                    return comment.text();
                }
            }
            return null;
        }
    }

    private final List<Declared> declared = new ArrayList<>();

    private record Reference(
            List<String> columns, Supplier<? extends List<? extends Column<?>>> others, ForeignKey.Rules rules) {}

    private final List<Reference> references = new ArrayList<>();
    private final Set<String> unwritable = new HashSet<>();
    private boolean hasDefaults;
    private final List<List<String>> uniques = new ArrayList<>();
    private final List<Index> indexes = new ArrayList<>();
    private @Nullable String comment;

    <C extends Column<?>> C add(C column, Constraint... constraints) {
        if (declared.stream().anyMatch(other -> other.column.name().equals(column.name()))) {
            throw new StatementException("the table " + column.table().qualifier() + " declares the column '"
                    + column.name() + "' twice: give one of them another name");
        }
        Declared added = new Declared(column, List.of(constraints));
        declared.add(added);
        Generation generation = added.generation();
        if (generation instanceof Generation.Computed
                || (generation instanceof Generation.Identity identity && identity.always())) {
            unwritable.add(column.name());
        }
        hasDefaults |= Stream.of(constraints).anyMatch(Constraint.ClientDefault.class::isInstance);
        return column;
    }

    void reference(
            List<? extends Column<?>> columns,
            Supplier<? extends List<? extends Column<?>>> others,
            ForeignKey.Rules rules) {
        references.add(new Reference(names(columns), others, rules));
    }

    void unique(List<Column<?>> columns) {
        uniques.add(names(columns));
    }

    void comment(String text) {
        comment = text;
    }

    void index(Index index) {
        indexes.add(index);
    }

    List<Column<?>> columns() {
        return declared.stream().<Column<?>>map(Declared::column).toList();
    }

    /** Whether statements may give the column a value. */
    boolean isWritable(String column) {
        return unwritable.isEmpty() || !unwritable.contains(column);
    }

    /** What this side gives columns, as far as the test holds. */
    List<ColumnDefault> defaults(Predicate<Constraint.ClientDefault> test) {
        if (!hasDefaults) {
            return List.of();
        }
        List<ColumnDefault> defaults = new ArrayList<>();
        for (Declared each : declared) {
            for (Constraint constraint : each.constraints) {
                if (constraint instanceof Constraint.ClientDefault value && test.test(value)) {
                    defaults.add(new ColumnDefault(each.column.name(), each.column.type(), value.value()));
                }
            }
        }
        return defaults;
    }

    TableDefinition definition(TableName table) {
        List<ColumnDefinition> columns = new ArrayList<>();
        List<String> primaryKey = new ArrayList<>();
        List<ForeignKey> keys = new ArrayList<>();
        List<UniqueConstraint> unique = new ArrayList<>();
        List<CheckConstraint> checks = new ArrayList<>();
        for (Declared each : declared) {
            String name = each.column.name();
            boolean isKey = each.has(Constraint.PrimaryKey.class);
            columns.add(new ColumnDefinition(
                    name,
                    each.column.type(),
                    !isKey && !each.has(Constraint.NotNull.class),
                    each.generation(),
                    each.comment()));
            if (isKey) {
                primaryKey.add(name);
            }
            for (Constraint constraint : each.constraints) {
                if (constraint instanceof Constraint.Unique) {
                    unique.add(new UniqueConstraint(null, List.of(name)));
                } else if (constraint instanceof Constraint.Check check) {
                    checks.add(new CheckConstraint(null, check.condition()));
                } else if (constraint instanceof Constraint.References references) {
                    keys.add(foreignKey(
                            table,
                            List.of(name),
                            List.of(references.column().get()),
                            references.name(),
                            references.rules()));
                }
            }
        }
        for (Reference reference : references) {
            keys.add(foreignKey(table, reference.columns(), reference.others().get(), null, reference.rules()));
        }
        uniques.forEach(together -> unique.add(new UniqueConstraint(null, together)));
        return new TableDefinition(table, columns, primaryKey, keys, unique, checks, indexes, null, comment);
    }

    private static ForeignKey foreignKey(
            TableName table,
            List<String> columns,
            List<? extends Column<?>> others,
            @Nullable String name,
            ForeignKey.Rules rules) {
        Column<?> first = others.get(0);
        for (Column<?> other : others) {
            if (!(other.table().source() instanceof TableSource)
                    || !other.table().equals(first.table())) {
                throw new StatementException("the foreign key " + table + columns + " refers to " + other.describe()
                        + ": it must be a column of a table, and of the same one as " + first.describe());
            }
        }
        TableName target = ((TableSource) first.table().source()).table().tableName();
        return new ForeignKey(name, columns, target, names(others), rules);
    }

    private static List<String> names(List<? extends Column<?>> columns) {
        return columns.stream().map(Column::name).toList();
    }
}
