package io.fluxalchemy.sql;

import io.fluxalchemy.sql.tree.ExistsNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Where statements begin. One {@code import static io.fluxalchemy.sql.Sql.*} brings all words of the query language. */
public final class Sql extends TableVerbs {

    private Sql() {}

    public static <T> Select<T> select(Selectable<T> what) {
        return new Select<>(what.selection());
    }

    /** More than twelve values: rows are read as {@link SqlRow}. */
    public static Select<SqlRow> select(
            Selectable<?> a,
            Selectable<?> b,
            Selectable<?> c,
            Selectable<?> d,
            Selectable<?> e,
            Selectable<?> f,
            Selectable<?> g,
            Selectable<?> h,
            Selectable<?> i,
            Selectable<?> j,
            Selectable<?> k,
            Selectable<?> l,
            Selectable<?> m,
            Selectable<?>... more) {
        List<Selectable<?>> all = new ArrayList<>(List.of(a, b, c, d, e, f, g, h, i, j, k, l, m));
        all.addAll(Arrays.asList(more));
        return select(all);
    }

    /** Any number of values: rows are read as {@link SqlRow}. */
    public static Select<SqlRow> select(List<? extends Selectable<?>> what) {
        return new Select<>(new Items(what).rows());
    }

    public static Insert insertInto(TableExpression table) {
        return new Insert(Target.of(table, "insertInto"), List.of());
    }

    public static Update update(TableExpression table) {
        return new Update(Target.of(table, "update"), List.of(), List.of(), WriteScope.UNSAID);
    }

    public static Delete deleteFrom(TableExpression table) {
        return new Delete(Target.of(table, "deleteFrom"), List.of(), WriteScope.UNSAID);
    }

    /** SQL as text, with parameters written {@code :name}. The text must come from code, never from outside. */
    public static SqlText sql(String text) {
        return new SqlText(TextBindings.of(text));
    }

    /**
     * All rows of a query as one value, so that a record can hold a list: {@code select(AUTHORS.name, list(select(BOOKS.title)
     * .from(BOOKS).where(BOOKS.authorId.eq(AUTHORS.id))))}. Runs within the statement; an empty list where there is no row.
     * A query with distinct, groupBy or limit can use the tables around it on PostgreSQL only.
     *
     * @throws io.fluxalchemy.error.StatementException if the query locks rows or is a set operation, or selects bytes or
     *     JSON documents
     */
    public static <R> Selectable<List<R>> list(Select<R> query) {
        return RowList.of(query);
    }

    /** The query's one value in its one row; NULL for no row. The database refuses several rows. */
    public static <T> ValueExpression<T> scalar(Select<T> query) {
        return Selections.scalar(query);
    }

    /** True if the query has a row. It may use the tables of the query around it, if it has a FROM of its own. */
    public static Condition exists(Select<?> query) {
        return Conditions.of(new ExistsNode(query.tree()));
    }

    /** A named query for FROM and joins; using it there is what declares it. */
    public static DerivedTable cte(String name, Select<?> query) {
        return DerivedTable.cte(name, query);
    }

    /**
     * A named query that goes on from its own rows: first those of {@code base}, then what {@code step} makes of the rows found
     * last, until it finds none. A circle in the data never ends: limit the depth in the step's condition.
     */
    public static DerivedTable recursive(String name, Select<?> base, Function<DerivedTable, Select<?>> step) {
        return DerivedTable.recursive(name, base, step);
    }

    public static Condition not(Condition condition) {
        return condition.not();
    }

    /** True where all are; neutral for none. */
    public static Condition and(Condition... conditions) {
        return Conditions.of(Conditions.join(true, Conditions.nodes(conditions)));
    }

    /** True where one is; neutral for none. */
    public static Condition or(Condition... conditions) {
        return Conditions.of(Conditions.join(false, Conditions.nodes(conditions)));
    }

    /** The condition made from the value, dropped for null: {@code ifPresent(words, BOOK.keywords::overlaps)}. */
    public static <T> Condition ifPresent(@Nullable T value, Function<? super T, Condition> condition) {
        return value == null ? Conditions.NEUTRAL : condition.apply(value);
    }

    /** The condition, dropped if the test fails. */
    public static Condition when(boolean test, Supplier<Condition> condition) {
        return test ? condition.get() : Conditions.NEUTRAL;
    }
}
