package io.fluxalchemy.sql;

import io.fluxalchemy.error.StatementException;
import io.fluxalchemy.sql.tree.ColumnNode;
import io.fluxalchemy.sql.tree.CteSource;
import io.fluxalchemy.sql.tree.DerivedSource;
import io.fluxalchemy.sql.tree.SetTree;
import io.fluxalchemy.sql.tree.Source;
import io.fluxalchemy.sql.tree.WriteTree;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A query that stands in FROM, or a common table expression. Its columns are named by what the query selected, and keep their
 * type and kind. Immutable.
 */
public final class DerivedTable implements TableExpression {

    private final Source source;
    private final List<SelectItem> items;

    DerivedTable(Source source, List<SelectItem> items) {
        this.source = source;
        this.items = items;
    }

    static DerivedTable of(Select<?> query, String alias) {
        List<SelectItem> items = query.selection().items();
        labels(items, alias);
        return new DerivedTable(new DerivedSource(query.tree(), Labels.require(alias)), items);
    }

    static DerivedTable lateral(Select<?> query, String alias) {
        List<SelectItem> items = query.selection().items();
        labels(items, alias);
        return new DerivedTable(new DerivedSource(query.tree(), Labels.require(alias), true), items);
    }

    static DerivedTable writing(String name, Returning<?> command) {
        List<SelectItem> items = command.selection().items();
        return new DerivedTable(
                new CteSource(Labels.require(name), labels(items, name), new WriteTree(command.tree()), false, null),
                items);
    }

    static DerivedTable cte(String name, Select<?> query) {
        List<SelectItem> items = query.selection().items();
        return new DerivedTable(
                new CteSource(Labels.require(name), labels(items, name), query.tree(), false, null), items);
    }

    static DerivedTable recursive(String name, Select<?> base, Function<DerivedTable, Select<?>> step) {
        List<SelectItem> items = base.selection().items();
        List<String> labels = labels(items, Labels.require(name));
        Select<?> next = step.apply(new DerivedTable(new CteSource(name, labels, null, true, null), items));
        SetOperation whole = SetOperation.of(SetTree.Kind.UNION, true, base, next);
        return new DerivedTable(new CteSource(name, labels, whole.tree(base.selection()), true, null), items);
    }

    /** The same table under another name, to read it a second time. */
    public DerivedTable as(String alias) {
        Labels.require(alias);
        if (source instanceof CteSource cte) {
            return new DerivedTable(
                    new CteSource(cte.name(), cte.columns(), cte.query(), cte.recursive(), alias, cte.materialized()),
                    items);
        }
        DerivedSource derived = (DerivedSource) source;
        return new DerivedTable(new DerivedSource(derived.query(), alias, derived.lateral()), items);
    }

    /** Of a common table expression: computed once and kept, also where the database would rather merge it into the query. */
    public DerivedTable materialized() {
        return materialized(true);
    }

    /** Of a common table expression: merged into the query wherever it is used. */
    public DerivedTable notMaterialized() {
        return materialized(false);
    }

    private DerivedTable materialized(boolean kept) {
        if (source instanceof CteSource cte) {
            return new DerivedTable(
                    new CteSource(cte.name(), cte.columns(), cte.query(), cte.recursive(), cte.alias(), kept), items);
        }
        throw new StatementException(qualifier()
                + " is a sub-query in from, only a common table expression is materialized: make it one with cte(…)");
    }

    /** The names of the table's columns. */
    static List<String> labels(List<SelectItem> items, String name) {
        Set<String> labels = new HashSet<>();
        for (SelectItem item : items) {
            String label = item.label();
            if (label == null) {
                throw new StatementException(name + ": " + Description.of(item.node())
                        + " needs a name to be a column of a table; give it one with as(\"…\")");
            }
            if (!labels.add(label)) {
                throw new StatementException(name + " would have two columns called " + label
                        + "; give one of them another name with as(\"…\")");
            }
        }
        return items.stream().map(SelectItem::label).map(String::valueOf).toList();
    }

    @Override
    public Source source() {
        return source;
    }

    /**
     * The column that holds what was selected there, of the same kind.
     *
     * @throws StatementException if the query did not select it
     */
    public <T, E extends Expression<T>> E column(ExpressionOf<T, E> selected) {
        return selected.with(node(selected), null);
    }

    /** As {@link #column(ExpressionOf)} for an expression whose kind is not known. */
    public <T> Expression<T> column(Expression<T> selected) {
        return new ComputedValue<>(node(selected), selected.type(), null);
    }

    /** The column of this name; its type is said with {@code asText()}, {@code asNumber(…)} and the like. */
    public RawExpression column(String name) {
        if (items.stream().noneMatch(item -> name.equals(item.label()))) {
            throw absent(name);
        }
        return new RawExpression(new ColumnNode(source, name));
    }

    private ColumnNode node(Expression<?> selected) {
        @Nullable String alias = selected.label();
        for (SelectItem item : items) {
            if (item.node().equals(selected.node()) && (alias == null || alias.equals(item.alias()))) {
                return new ColumnNode(source, String.valueOf(item.label()));
            }
        }
        throw absent(selected.describe());
    }

    private StatementException absent(String what) {
        return new StatementException(qualifier() + " has no column for " + what + "; its query selects "
                + items.stream().map(item -> String.valueOf(item.label())).collect(Collectors.joining(", ")));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof DerivedTable that && source.equals(that.source);
    }

    @Override
    public int hashCode() {
        return source.hashCode();
    }

    @Override
    public String toString() {
        return qualifier();
    }
}
