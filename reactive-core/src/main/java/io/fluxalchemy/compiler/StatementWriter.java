package io.fluxalchemy.compiler;

import io.fluxalchemy.compiler.CompiledSql.Slot;
import io.fluxalchemy.dialect.Dialect;
import io.fluxalchemy.dialect.Feature;
import io.fluxalchemy.dialect.SqlWriter;
import io.fluxalchemy.dialect.StandardExpressions;
import io.fluxalchemy.sql.tree.Assignment;
import io.fluxalchemy.sql.tree.CommandTree;
import io.fluxalchemy.sql.tree.Correlation;
import io.fluxalchemy.sql.tree.CteSource;
import io.fluxalchemy.sql.tree.DeleteTree;
import io.fluxalchemy.sql.tree.DerivedSource;
import io.fluxalchemy.sql.tree.FunctionSource;
import io.fluxalchemy.sql.tree.InsertTree;
import io.fluxalchemy.sql.tree.ItemTree;
import io.fluxalchemy.sql.tree.Node;
import io.fluxalchemy.sql.tree.OrderNode;
import io.fluxalchemy.sql.tree.QueryTree;
import io.fluxalchemy.sql.tree.RemarkTree;
import io.fluxalchemy.sql.tree.SelectTree;
import io.fluxalchemy.sql.tree.Source;
import io.fluxalchemy.sql.tree.TableName;
import io.fluxalchemy.sql.tree.TableSource;
import io.fluxalchemy.sql.tree.TextCommandTree;
import io.fluxalchemy.sql.tree.UpdateTree;
import io.fluxalchemy.sql.tree.ValuesSource;
import io.fluxalchemy.sql.tree.WriteTree;
import io.fluxalchemy.type.SqlType;
import io.fluxalchemy.type.Wrapping;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Renders one statement: the place where the renderers of its parts meet, and what the dialect's syntaxes write with. Used once,
 * by one thread.
 */
final class StatementWriter implements SqlWriter {

    private static final String MASK = "***";

    private final Dialect dialect;
    private final Operators operators;
    private final TreeWalk walk;
    private final SqlBuffer buffer;
    private final ExpressionRenderer expressions;
    private final SelectRenderer queries;
    private Scope scope = new Scope(List.of(), null);
    private boolean qualified;
    private final boolean inlines;
    private boolean nested;
    private List<RemarkTree.Remark> prefixes = List.of();
    private @Nullable Returned returned;
    private @Nullable Returned writtenRows;

    /** Items that stand inside the statement, and what the written rows are called there. */
    private record Returned(TableSource table, String name, String word, List<ItemTree> items) {}

    /** @param inlines whether values are written as literals */
    StatementWriter(Dialect dialect, Operators operators, TreeWalk walk, boolean inlines) {
        this.inlines = inlines;
        this.dialect = dialect;
        this.operators = operators;
        this.walk = walk;
        this.buffer = new SqlBuffer(dialect.binds());
        this.qualified = walk.qualifies();
        this.expressions = new ExpressionRenderer(this);
        this.queries = new SelectRenderer(this);
    }

    CompiledSql compile(QueryTree query) {
        if (query instanceof SelectTree select) {
            comment(select.remarks());
        }
        with(walk.ctes());
        queries.renderRead(query);
        return buffer.compiled(dialect.name(), dialect.maxBinds());
    }

    private void comment(RemarkTree remarks) {
        if (remarks.comment() != null) {
            sql("/* ").sql(remarks.comment()).sql(" */ ");
        }
    }

    private static RemarkTree remarks(CommandTree command) {
        return command instanceof InsertTree insert
                ? insert.remarks()
                : command instanceof UpdateTree update
                        ? update.remarks()
                        : command instanceof DeleteTree delete ? delete.remarks() : RemarkTree.NONE;
    }

    /** Text of this dialect, each with these texts around it. */
    void remarks(List<RemarkTree.Remark> remarks, String before, String after) {
        for (RemarkTree.Remark remark : remarks) {
            if (remark.dialect().equals(dialect.name())) {
                buffer.mayChangeAnything();
                sql(before).sql(remark.text()).sql(after);
            }
        }
    }

    @Override
    public StatementWriter verb(String word) {
        sql(word).sql(" ");
        remarks(prefixes, "", " ");
        return this;
    }

    CompiledSql compile(CommandTree command) {
        comment(remarks(command));
        write(command);
        return buffer.compiled(dialect.name(), dialect.maxBinds());
    }

    /** Whether what is written is part of another statement, so that nobody reads the rows it returns. */
    boolean isNested() {
        return nested;
    }

    /** A command in the place of a query. */
    void writing(CommandTree command) {
        require(Feature.WRITES_IN_WITH);
        boolean outer = nested;
        nested = true;
        write(command);
        nested = outer;
    }

    private void write(CommandTree command) {
        List<RemarkTree.Remark> outer = prefixes;
        prefixes = remarks(command).prefixes();
        written(command);
        remarks(remarks(command).suffixes(), " ", "");
        prefixes = outer;
    }

    private void written(CommandTree command) {
        if (command instanceof InsertTree insert) {
            buffer.writes();
            new InsertRenderer(this).render(insert);
        } else if (command instanceof UpdateTree update) {
            buffer.writes();
            new UpdateRenderer(this).render(update);
        } else if (command instanceof DeleteTree delete) {
            buffer.writes();
            new DeleteRenderer(this).render(delete);
        } else if (command instanceof TextCommandTree text) {
            queries.render(text.text());
        }
    }

    Dialect dialect() {
        return dialect;
    }

    Operators operators() {
        return operators;
    }

    SqlBuffer buffer() {
        return buffer;
    }

    Scope scope() {
        return scope;
    }

    boolean isQualified() {
        return qualified;
    }

    /** The common table expressions of a statement that writes and reads no query of its own. */
    void withBeforeWrite() {
        if (!nested && !walk.ctes().isEmpty()) {
            require(Feature.WITH_IN_WRITES);
            with(walk.ctes());
        }
    }

    /** Whether a common table expression writes, which only those of the whole statement may. */
    boolean writesInWith() {
        for (CteSource cte : walk.ctes()) {
            if (cte.query() instanceof WriteTree) {
                return true;
            }
        }
        return false;
    }

    /** The common table expressions in front of the query of an INSERT. */
    void withBeforeQuery() {
        if (!nested && !writesInWith() && !dialect.inserts().isWithFirst()) {
            with(walk.ctes());
        }
    }

    /** @throws io.fluxalchemy.error.StatementException if the dialect lacks the feature */
    void require(Feature feature) {
        if (!dialect.supports(feature)) {
            throw StandardExpressions.missing(feature.description(), dialect.name());
        }
    }

    /** Renders within these sources; those around stay visible. */
    void within(List<Source> sources, Runnable part) {
        within(new Scope(sources, scope), qualified, part);
    }

    /** Renders with or without the table's name before each column. */
    void qualified(boolean isQualified, Runnable part) {
        within(scope, isQualified, part);
    }

    private void within(Scope inner, boolean isQualified, Runnable part) {
        Scope outerScope = scope;
        boolean outerQualified = qualified;
        scope = inner;
        qualified = isQualified;
        part.run();
        scope = outerScope;
        qualified = outerQualified;
    }

    /** Renders where only these sources of the statement around can be named. */
    void correlated(Correlation correlation, Runnable part) {
        within(scope.correlated(correlation), qualified, part);
    }

    /** Renders where no source of the statement around can be named. */
    void alone(Runnable part) {
        within(new Scope(List.of(), null), qualified, part);
    }

    /** Renders a statement whose returned items stand inside it, where {@link #returned} is called. */
    void returning(TableSource table, String rows, String word, List<ItemTree> items, Runnable statement) {
        returned = new Returned(table, rows, word, items);
        statement.run();
        if (returned != null) {
            throw new IllegalStateException("the " + dialect.name() + " dialect has written no " + word.trim());
        }
    }

    @Override
    public StatementWriter returned() {
        Returned wanted = returned;
        if (wanted != null) {
            returned = null;
            sql(wanted.word());
            writtenRows = wanted;
            queries.items(wanted.items(), !nested);
            writtenRows = null;
        }
        return this;
    }

    /** What rows of this table are called while returned items are written; null for its own name. */
    @Nullable
    String nameOfReturned(Source source) {
        Returned rows = writtenRows;
        return rows != null && rows.table().answersTo(source) ? rows.name() : null;
    }

    void orders(List<OrderNode> orders) {
        expressions.orders(" order by ", orders);
    }

    /** A query as a value or a condition. */
    void correlated(QueryTree query) {
        queries.correlated(query);
    }

    void query(QueryTree query) {
        queries.render(query);
    }

    /** The marker of a value or of one of its elements. */
    String marker(Node value, int element, SqlType<?> type, boolean untyped) {
        KnownTypes.require(dialect(), type.storage());
        Slot slot = new Slot(walk.values().ordinalOf(value), element, type);
        Wrapping wrapping = type.wrapping();
        return wrapping == null
                ? bare(slot, untyped)
                : Wrappings.written(wrapping, dialect.name(), () -> bare(slot, true));
    }

    private String bare(Slot slot, boolean untyped) {
        if (untyped) {
            buffer.type(slot.type().storage(), dialect);
        }
        return inlines ? literal(slot.type(), walk.values().valueOf(slot)) : buffer.marker(slot, untyped);
    }

    @SuppressWarnings("unchecked") // a slot's value is of the slot's type
    private <T> String literal(SqlType<T> type, @Nullable Object value) {
        if (value == null) {
            return "null";
        }
        return type.isSensitive()
                ? dialect.expressions().literal(MASK)
                : dialect.literals().literal(type.storage(), type.toStorage((T) value));
    }

    private void with(CteList ctes) {
        String separator = ctes.isRecursive() ? dialect.queries().recursive() : "with ";
        for (CteSource cte : ctes) {
            sql(separator).name(cte.name());
            if (!cte.columns().isEmpty()) {
                sql(" (").names(cte.columns()).sql(")");
            }
            sql(" as ");
            Boolean materialized = cte.materialized();
            if (materialized != null) {
                require(Feature.MATERIALIZED);
                sql(materialized ? "materialized " : "not materialized ");
            }
            sql("(");
            QueryTree query = cte.query();
            if (query != null) {
                alone(() -> queries.nested(query));
            }
            sql(")");
            separator = ", ";
        }
        if (!ctes.isEmpty()) {
            sql(" ");
        }
    }

    @Override
    public StatementWriter sql(String text) {
        buffer.append(text);
        return this;
    }

    @Override
    public StatementWriter name(String identifier) {
        buffer.append(dialect.identifiers().quoted(identifier));
        return this;
    }

    @Override
    public StatementWriter names(List<String> identifiers) {
        for (int i = 0; i < identifiers.size(); i++) {
            sql(i == 0 ? "" : ", ").name(identifiers.get(i));
        }
        return this;
    }

    @Override
    public StatementWriter table(TableName table) {
        buffer.table(table, dialect.identifiers());
        return this;
    }

    @Override
    public StatementWriter source(Source source) {
        if (source instanceof TableSource table) {
            table(table.table().tableName());
        } else if (source instanceof CteSource cte) {
            name(cte.name());
        } else if (source instanceof DerivedSource derived) {
            if (derived.lateral()) {
                require(Feature.LATERAL);
                sql(dialect.queries().appliesLateral() ? "" : "lateral ");
            }
            sql("(");
            within(scope.ofDerived(derived.lateral(), dialect), qualified, () -> queries.nested(derived.query()));
            sql(")");
        } else if (source instanceof ValuesSource values) {
            dialect.values().write(this, values);
            return this;
        } else if (source instanceof FunctionSource function) {
            return function(function);
        }
        @Nullable String alias = source.alias();
        if (alias != null) {
            sql(dialect.queries().alias()).name(alias);
        }
        if (source instanceof TableSource table && table.sample() != null) {
            require(Feature.TABLE_SAMPLES);
            sql(" tablesample bernoulli (").sql(table.sample().toPlainString()).sql(")");
        }
        return this;
    }

    private StatementWriter function(FunctionSource function) {
        require(Feature.TABLE_FUNCTIONS);
        node(function.call());
        if (function.ordinality()) {
            sql(" with ordinality");
        }
        sql(dialect.queries().alias()).name(function.alias());
        return function.columns().isEmpty()
                ? this
                : sql(" (").names(function.columns()).sql(")");
    }

    @Override
    public StatementWriter node(Node expression) {
        expressions.value(expression);
        return this;
    }

    @Override
    public StatementWriter condition(Node expression) {
        expressions.condition(expression);
        return this;
    }

    @Override
    public StatementWriter operand(Node expression, int precedence) {
        expressions.operand(expression, precedence);
        return this;
    }

    @Override
    public StatementWriter typed(Node expression) {
        expressions.typed(expression);
        return this;
    }

    @Override
    public StatementWriter assignments(String qualifier, List<Assignment> assignments) {
        String separator = qualifier;
        for (Assignment assignment : assignments) {
            sql(separator).name(assignment.column()).sql(" = ").node(assignment.value());
            separator = ", " + qualifier;
        }
        return this;
    }
}
