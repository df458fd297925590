package io.fluxalchemy.schema;

import io.fluxalchemy.error.StatementException;
import io.fluxalchemy.sql.ArrayColumn;
import io.fluxalchemy.sql.BooleanColumn;
import io.fluxalchemy.sql.Column;
import io.fluxalchemy.sql.HstoreColumn;
import io.fluxalchemy.sql.InetColumn;
import io.fluxalchemy.sql.JsonColumn;
import io.fluxalchemy.sql.NumericColumn;
import io.fluxalchemy.sql.RangeColumn;
import io.fluxalchemy.sql.Selectable;
import io.fluxalchemy.sql.Selection;
import io.fluxalchemy.sql.SqlRow;
import io.fluxalchemy.sql.TableExpression;
import io.fluxalchemy.sql.TemporalColumn;
import io.fluxalchemy.sql.TextColumn;
import io.fluxalchemy.sql.ValueColumn;
import io.fluxalchemy.sql.tree.ColumnDefault;
import io.fluxalchemy.sql.tree.ForeignKeyRef;
import io.fluxalchemy.sql.tree.TableName;
import io.fluxalchemy.sql.tree.TableRef;
import io.fluxalchemy.sql.tree.TableSource;
import io.fluxalchemy.type.NumericType;
import io.fluxalchemy.type.SqlType;
import io.fluxalchemy.type.TemporalType;
import io.fluxalchemy.type.Types;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A table declared in code, for work without entities. A subclass declares its columns as fields:
 *
 * <pre>{@code
 * final class Authors extends Table<Authors> {
 *     static final Authors AUTHORS = new Authors(Name.of("author"));
 *     final NumericColumn<Long> id = bigint("id", primaryKey(), identity());
 *     final TextColumn name = text("name", notNull());
 *     private Authors(Name name) {
 *         super(name, Authors::new);
 *     }
 * }
 * }</pre>
 *
 * <p>Selected as a whole it yields a {@link SqlRow} of all its columns. Immutable once constructed; safe to share.
 *
 * @param <S> the subclass, which {@link #as} returns
 */
public abstract class Table<S extends Table<S>> implements TableExpression, Selectable<SqlRow> {

    /** What a table is called, and the alias it stands under here, if any. */
    public record Name(TableName table, @Nullable String alias) {

        public static Name of(String table) {
            return new Name(TableName.of(table), null);
        }

        public static Name of(String schema, String table) {
            return new Name(new TableName(schema, table), null);
        }
    }

    private final TableSource source;
    private final Function<Name, S> copy;
    private final Declarations declarations = new Declarations();

    /** @param copy the subclass's constructor, which {@link #as} makes the table under an alias with */
    protected Table(Name name, Function<Name, S> copy) {
        this.source = new TableSource(new Reference(this, name.table()), name.alias());
        this.copy = copy;
    }

    /** The same table under an alias, with columns of its own. */
    public final S as(String alias) {
        return copy.apply(new Name(source.table().tableName(), alias));
    }

    @Override
    public final TableSource source() {
        return source;
    }

    /** All columns, in the order they are declared. */
    public final List<Column<?>> columns() {
        return declarations.columns();
    }

    /** The table as DDL creates it. */
    public final TableDefinition definition() {
        return declarations.definition(source.table().tableName());
    }

    @Override
    public final Selection<SqlRow> selection() {
        List<Column<?>> columns = columns();
        return new Selection<>(
                columns.stream()
                        .flatMap(column -> column.selection().items().stream())
                        .toList(),
                (row, from) -> row.detach(columns, from),
                List.of(this));
    }

    @Override
    public final String describe() {
        return qualifier();
    }

    protected final NumericColumn<Short> smallint(String name, Constraint... constraints) {
        return numeric(name, Types.SMALLINT, constraints);
    }

    protected final NumericColumn<Integer> integer(String name, Constraint... constraints) {
        return numeric(name, Types.INTEGER, constraints);
    }

    protected final NumericColumn<Long> bigint(String name, Constraint... constraints) {
        return numeric(name, Types.BIGINT, constraints);
    }

    protected final NumericColumn<Double> doublePrecision(String name, Constraint... constraints) {
        return numeric(name, Types.DOUBLE, constraints);
    }

    /** A decimal of {@code precision} digits in all, {@code scale} of them after the point. */
    protected final NumericColumn<BigDecimal> decimal(
            String name, int precision, int scale, Constraint... constraints) {
        return numeric(name, Types.numeric(precision, scale), constraints);
    }

    protected final <N extends Number> NumericColumn<N> numeric(
            String name, NumericType<N> type, Constraint... constraints) {
        return declarations.add(new NumericColumn<>(this, name, type), constraints);
    }

    protected final TextColumn text(String name, Constraint... constraints) {
        return text(name, Types.TEXT, constraints);
    }

    protected final TextColumn varchar(String name, int length, Constraint... constraints) {
        return text(name, Types.varchar(length), constraints);
    }

    protected final TextColumn text(String name, SqlType<String> type, Constraint... constraints) {
        return declarations.add(new TextColumn(this, name, type), constraints);
    }

    protected final BooleanColumn bool(String name, Constraint... constraints) {
        return declarations.add(new BooleanColumn(this, name, Types.BOOLEAN), constraints);
    }

    protected final TemporalColumn<LocalDate> date(String name, Constraint... constraints) {
        return temporal(name, Types.DATE, constraints);
    }

    /** A point in time. */
    protected final TemporalColumn<Instant> timestamp(String name, Constraint... constraints) {
        return temporal(name, Types.TIMESTAMP, constraints);
    }

    /** A point in time of which the column keeps some digits of the second; what is finer is cut when it is written. */
    protected final TemporalColumn<Instant> timestamp(String name, int secondPrecision, Constraint... constraints) {
        return temporal(name, Types.timestamp(secondPrecision), constraints);
    }

    protected final <T extends java.time.temporal.Temporal> TemporalColumn<T> temporal(
            String name, TemporalType<T> type, Constraint... constraints) {
        return declarations.add(new TemporalColumn<>(this, name, type), constraints);
    }

    protected final <T> JsonColumn<T> json(String name, SqlType<T> type, Constraint... constraints) {
        return declarations.add(new JsonColumn<>(this, name, type), constraints);
    }

    /** An array of values of this type. */
    protected final <E> ArrayColumn<List<E>, E> array(String name, SqlType<E> element, Constraint... constraints) {
        return declarations.add(new ArrayColumn<>(this, name, Types.arrayOf(element)), constraints);
    }

    /** Ranges of values of this type; PostgreSQL. */
    protected final <T extends Comparable<? super T>> RangeColumn<T> range(
            String name, SqlType<T> element, Constraint... constraints) {
        return declarations.add(new RangeColumn<>(this, name, Types.rangeOf(element)), constraints);
    }

    /** Keys with texts or nulls; PostgreSQL with the extension hstore. */
    protected final HstoreColumn hstore(String name, Constraint... constraints) {
        return declarations.add(new HstoreColumn(this, name, Types.HSTORE), constraints);
    }

    /** Addresses with their networks; PostgreSQL. */
    protected final InetColumn inet(String name, Constraint... constraints) {
        return declarations.add(new InetColumn(this, name, Types.INET), constraints);
    }

    /** A column of any other type. */
    protected final <T> ValueColumn<T> column(String name, SqlType<T> type, Constraint... constraints) {
        return declarations.add(new ValueColumn<>(this, name, type), constraints);
    }

    /**
     * A column of a kind of yours: a class of yours that is a {@link Column} and has your operators, made with this table. {@code
     * column(new PointColumn(this, "place", POINT))}.
     *
     * @throws StatementException if it is of another table
     */
    protected final <C extends Column<?>> C column(C column, Constraint... constraints) {
        if (column.table() != this) {
            throw new StatementException("column \"" + column.name() + "\" was made with the table "
                    + column.table().qualifier() + " and is declared in " + qualifier() + ": make it with this one");
        }
        return declarations.add(column, constraints);
    }

    /** The column is the primary key; said of several columns, they are it together. Implies {@link #notNull()}. */
    protected static Constraint primaryKey() {
        return new Constraint.PrimaryKey();
    }

    /** The database counts up: {@code identity().startAt(1000).always()}. */
    protected static Constraint.Identity identity() {
        return new Constraint.Identity(new Generation.Identity());
    }

    /** Values come from a sequence of this name, which DDL creates too. */
    protected static Constraint sequence(String name) {
        return sequence(Generation.Sequence.of(name));
    }

    /** As {@link #sequence(String)}, of one that statements draw values from too. */
    protected static Constraint sequence(Generation.Sequence sequence) {
        return new Constraint.Generated(sequence);
    }

    protected static Constraint notNull() {
        return new Constraint.NotNull();
    }

    protected static Constraint unique() {
        return new Constraint.Unique();
    }

    /** A condition on each row, written in SQL as it stands in DDL; it comes from code, never from outside. */
    protected static Constraint check(String condition) {
        return new Constraint.Check(condition);
    }

    /** What the database keeps beside the column for its readers. */
    protected static Constraint comment(String text) {
        return new Constraint.Comment(text);
    }

    /** What the database keeps beside the table for its readers; called where the table is constructed. */
    protected final void commented(String text) {
        declarations.comment(text);
    }

    /** What the database fills in, written in SQL as it stands in DDL; it comes from code, never from outside. */
    protected static Constraint defaultTo(String sql) {
        return new Constraint.Generated(new Generation.Default(sql));
    }

    /**
     * What an insert that does not set the column gives it, asked for each row when the statement is made: {@code
     * onInsert(UUID::randomUUID)}.
     */
    protected static Constraint onInsert(Supplier<?> value) {
        return new Constraint.ClientDefault(value, true, false);
    }

    /**
     * What an update, or an upsert that updates, gives the column where it does not set it: a value or an expression, {@code
     * onUpdate(Sql::now)}.
     */
    protected static Constraint onUpdate(Supplier<?> value) {
        return new Constraint.ClientDefault(value, false, true);
    }

    /** {@link #onInsert} and {@link #onUpdate} in one. */
    protected static Constraint onWrite(Supplier<?> value) {
        return new Constraint.ClientDefault(value, true, true);
    }

    /** The database computes the column from others, by this SQL. */
    protected static Constraint computed(String sql) {
        return new Constraint.Generated(new Generation.Computed(sql));
    }

    /** The column holds values of another one: a foreign key. */
    protected static Constraint.References references(Supplier<? extends Column<?>> column) {
        return new Constraint.References(null, column, ForeignKey.Rules.NONE);
    }

    /**
     * The columns together hold values of others: a foreign key of several columns, which pair up by position. Called where the
     * table is constructed, after its columns.
     */
    protected final void references(
            List<? extends Column<?>> columns, Supplier<? extends List<? extends Column<?>>> others) {
        references(columns, others, ForeignKey.Rules.NONE);
    }

    /** As {@link #references(List, Supplier)}, saying what the key does and when it is checked. */
    protected final void references(
            List<? extends Column<?>> columns,
            Supplier<? extends List<? extends Column<?>>> others,
            ForeignKey.Rules rules) {
        declarations.reference(columns, others, rules);
    }

    /** The columns are unique together; called where the table is constructed, after its columns. */
    protected final void uniqueTogether(Column<?>... columns) {
        declarations.unique(List.of(columns));
    }

    /** An index over these columns; called where the table is constructed, after its columns. */
    protected final void index(Column<?>... columns) {
        declarations.index(Index.on(columns));
    }

    /** An index that says more than its columns; called where the table is constructed, after its columns. */
    protected final void index(Index index) {
        declarations.index(index);
    }

    @Override
    public final boolean equals(@Nullable Object other) {
        return other instanceof Table<?> that && getClass() == that.getClass() && source.equals(that.source);
    }

    @Override
    public final int hashCode() {
        return source.hashCode();
    }

    @Override
    public final String toString() {
        return source.toString();
    }

    /** How the tree knows the table; its foreign keys are read when a join asks for them. */
    private record Reference(Table<?> table, TableName tableName) implements TableRef {

        @Override
        public List<ForeignKeyRef> foreignKeys() {
            return table.definition().foreignKeys();
        }

        @Override
        public List<ColumnDefault> insertDefaults() {
            return table.declarations.defaults(Constraint.ClientDefault::onInsert);
        }

        @Override
        public List<ColumnDefault> updateDefaults() {
            return table.declarations.defaults(Constraint.ClientDefault::onUpdate);
        }

        @Override
        public boolean isIdentity(String column) {
            return table.definition().isIdentity(column);
        }

        @Override
        public boolean isWritable(String column) {
            return table.declarations.isWritable(column);
        }

        @Override
        public boolean isNullable(String column) {
            return table.definition().isNullable(column);
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Reference that && tableName.equals(that.tableName);
        }

        @Override
        public int hashCode() {
            return tableName.hashCode();
        }

        @Override
        public String toString() {
            return tableName.toString();
        }
    }
}
