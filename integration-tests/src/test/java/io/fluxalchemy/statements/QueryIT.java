package io.fluxalchemy.statements;

import static io.fluxalchemy.sql.Sql.caseWhen;
import static io.fluxalchemy.sql.Sql.cast;
import static io.fluxalchemy.sql.Sql.concat;
import static io.fluxalchemy.sql.Sql.count;
import static io.fluxalchemy.sql.Sql.deleteFrom;
import static io.fluxalchemy.sql.Sql.exists;
import static io.fluxalchemy.sql.Sql.insertInto;
import static io.fluxalchemy.sql.Sql.lag;
import static io.fluxalchemy.sql.Sql.now;
import static io.fluxalchemy.sql.Sql.partitionBy;
import static io.fluxalchemy.sql.Sql.recursive;
import static io.fluxalchemy.sql.Sql.row;
import static io.fluxalchemy.sql.Sql.rowNumber;
import static io.fluxalchemy.sql.Sql.select;
import static io.fluxalchemy.sql.Sql.sum;
import static io.fluxalchemy.sql.Sql.value;
import static io.fluxalchemy.statements.Databases.all;
import static io.fluxalchemy.statements.Databases.execute;
import static io.fluxalchemy.statements.Works.WORKS;
import static org.assertj.core.api.Assertions.assertThat;

import io.fluxalchemy.engine.AsyncEngine;
import io.fluxalchemy.sql.NumericExpression;
import io.fluxalchemy.testkit.database.DatabaseKind;
import io.fluxalchemy.type.Types;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Queries of every kind give the same rows everywhere. */
class QueryIT {

    @RegisterExtension
    static final Databases DATABASES = new Databases();

    private static final Instant NOON = Instant.parse("2024-02-29T12:34:56.789012Z");

    /** a is the root, b and c are its children, d is b's. */
    private static AsyncEngine library(DatabaseKind kind) {
        AsyncEngine engine = DATABASES.empty(kind);
        Long a = add(
                engine, null, "a", 1950, "{\"k\": {\"u\": \"c\\\"m\", \"n\": 3, \"z\": null, \"l\": [1, \"two\"]}}");
        Long b = add(engine, a, "b", 1999, "{\"k\": 1}");
        add(engine, a, "C", null, "[]");
        add(engine, b, "d_%", 2020, "{}");
        return engine;
    }

    private static Long add(
            AsyncEngine engine, @Nullable Long parent, String title, @Nullable Integer year, String meta) {
        return all(
                        engine,
                        insertInto(WORKS)
                                .set(WORKS.parent, parent)
                                .set(WORKS.title, title)
                                .set(WORKS.year, year)
                                .set(WORKS.price, new BigDecimal("2.50"))
                                .set(WORKS.meta, meta)
                                .set(WORKS.published, NOON)
                                .set(WORKS.printed, LocalDate.of(2024, 1, 31))
                                .returning(WORKS.id))
                .get(0);
    }

    @ParameterizedTest
    @EnumSource(DatabaseKind.class)
    void pagesAndThePlaceOfNulls(DatabaseKind kind) {
        AsyncEngine engine = library(kind);
        assertThat(all(
                        engine,
                        select(WORKS.title)
                                .from(WORKS)
                                .orderBy(WORKS.year.desc().nullsFirst())))
                .containsExactly("C", "d_%", "b", "a");
        assertThat(all(
                        engine,
                        select(WORKS.title)
                                .from(WORKS)
                                .orderBy(WORKS.year.asc().nullsLast())
                                .limit(2)
                                .offset(1)))
                .containsExactly("b", "d_%");
        assertThat(all(
                        engine,
                        select(WORKS.title).from(WORKS).orderBy(WORKS.id.asc()).offset(3)))
                .containsExactly("d_%");
    }

    @ParameterizedTest
    @EnumSource(DatabaseKind.class)
    void comparisons(DatabaseKind kind) {
        AsyncEngine engine = library(kind);
        assertThat(all(engine, select(WORKS.title).from(WORKS).where(WORKS.title.contains("_%"))))
                .containsExactly("d_%");
        assertThat(all(engine, select(WORKS.title).from(WORKS).where(WORKS.title.like("c%"))))
                .isEmpty();
        assertThat(all(engine, select(WORKS.title).from(WORKS).where(WORKS.title.ilike("c%"))))
                .containsExactly("C");
        assertThat(all(engine, select(count()).from(WORKS).where(WORKS.year.isDistinctFrom(1950))))
                .containsExactly(3L);
        assertThat(all(engine, select(count()).from(WORKS).where(WORKS.title.in("a", "b", "zzz"))))
                .containsExactly(2L);
        assertThat(all(engine, select(count()).from(WORKS).where(WORKS.title.notIn(List.of()))))
                .containsExactly(4L);
        assertThat(all(engine, select(count()).from(WORKS).where(WORKS.title.in(List.of()))))
                .containsExactly(0L);
        assertThat(all(
                        engine,
                        select(WORKS.title)
                                .from(WORKS)
                                .where(row(WORKS.title, WORKS.year).eq(row(value("b"), value(1999))))))
                .containsExactly("b");
    }

    @ParameterizedTest
    @EnumSource(DatabaseKind.class)
    void functionsCasesAndCasts(DatabaseKind kind) {
        AsyncEngine engine = library(kind);
        assertThat(all(
                        engine,
                        select(concat(WORKS.title, value("!"), WORKS.version).upper())
                                .from(WORKS)
                                .where(WORKS.title.length().gt(2))))
                .containsExactly("D_%!1");
        assertThat(all(
                        engine,
                        select(caseWhen(WORKS.year.lt(1960), "old")
                                        .when(WORKS.year.lt(2000), "classic")
                                        .orElse("new")
                                        .as("age"))
                                .from(WORKS)
                                .orderBy(WORKS.id.asc())))
                .containsExactly("old", "classic", "new", "new");
        assertThat(all(engine, select(cast(WORKS.year).asText()).from(WORKS).where(WORKS.title.eq("a"))))
                .containsExactly("1950");
        assertThat(all(
                        engine,
                        select(cast(cast(WORKS.year).asText()).asNumber(Types.BIGINT))
                                .from(WORKS)
                                .where(WORKS.title.eq("a"))))
                .containsExactly(1950L);
    }

    @ParameterizedTest
    @EnumSource(DatabaseKind.class)
    void groupsAndWindows(DatabaseKind kind) {
        AsyncEngine engine = library(kind);
        assertThat(all(
                        engine,
                        select(
                                        count(WORKS.id).filterWhere(WORKS.year.gt(1960)),
                                        count().filterWhere(WORKS.year.isNull()))
                                .into((one, other) -> one + " " + other)
                                .from(WORKS)))
                .containsExactly("2 1");
        assertThat(all(engine, select(count()).from(WORKS).groupBy(WORKS.parent).having(count().gt(1))))
                .containsExactly(2L);
        assertThat(all(
                        engine,
                        select(
                                        rowNumber()
                                                .over(partitionBy(WORKS.parent).orderBy(WORKS.id.desc()))
                                                .as("nr"),
                                        lag(WORKS.title)
                                                .over(partitionBy(WORKS.price).orderBy(WORKS.id.asc())),
                                        sum(WORKS.version)
                                                .over(partitionBy(WORKS.price)
                                                        .orderBy(WORKS.id.asc())
                                                        .rowsBetween(1, 0)))
                                .into((nr, before, versions) -> nr + " " + before + " " + versions)
                                .from(WORKS)
                                .orderBy(WORKS.id.asc())))
                .containsExactly("1 null 1", "2 a 2", "1 b 2", "1 C 2");
    }

    @ParameterizedTest
    @EnumSource(DatabaseKind.class)
    void subQueriesSetsAndRecursion(DatabaseKind kind) {
        AsyncEngine engine = library(kind);
        Works child = WORKS.as("child");
        assertThat(all(
                        engine,
                        select(WORKS.title)
                                .from(WORKS)
                                .where(exists(select(child.id).from(child).where(child.parent.eq(WORKS.id))))
                                .orderBy(WORKS.title.asc())))
                .containsExactly("a", "b");
        var n = count(WORKS.id).as("n");
        var perParent =
                select(WORKS.parent, n).from(WORKS).groupBy(WORKS.parent).as("per_parent");
        Works parent = WORKS.as("parent");
        assertThat(all(
                        engine,
                        select(parent.title, perParent.column(n))
                                .into((title, children) -> title + children)
                                .from(parent)
                                .join(perParent, parent.id.eq(perParent.column(WORKS.parent)))
                                .where(perParent.column(n).plus(1).gt(2))))
                .containsExactly("a2");
        assertThat(all(
                        engine,
                        select(WORKS.title)
                                .from(WORKS)
                                .where(WORKS.year.lt(1960))
                                .unionAll(select(WORKS.title)
                                        .from(WORKS)
                                        .orderBy(WORKS.id.desc())
                                        .limit(1))
                                .orderBy(WORKS.title.desc())
                                .limit(5)))
                .containsExactly("d_%", "a");
        NumericExpression<Integer> depth = value(0).as("depth");
        var tree = recursive(
                "tree",
                select(WORKS.id, depth).from(WORKS).where(WORKS.parent.isNull()),
                t -> select(child.id, t.column(depth).plus(1))
                        .from(child)
                        .join(t, child.parent.eq(t.column(WORKS.id))));
        assertThat(all(
                        engine,
                        select(tree.column(depth))
                                .from(tree)
                                .orderBy(tree.column(depth).asc())))
                .containsExactly(0, 1, 1, 2);
    }

    @ParameterizedTest
    @EnumSource(DatabaseKind.class)
    void pathsIntoJson(DatabaseKind kind) {
        AsyncEngine engine = library(kind);
        assertThat(all(
                        engine,
                        select(
                                        WORKS.meta.text("k", "u"),
                                        WORKS.meta.number(Types.INTEGER, "k", "n"),
                                        WORKS.meta.text("k", "z"),
                                        WORKS.meta.text("k", "l", "1"),
                                        WORKS.meta.text("nowhere", "at all"))
                                .into((u, number, z, two, nowhere) ->
                                        u + " " + number + " " + z + " " + two + " " + nowhere)
                                .from(WORKS)
                                .where(WORKS.title.eq("a"))))
                .containsExactly("c\"m 3 null two null");
        assertThat(all(
                        engine,
                        select(WORKS.title)
                                .from(WORKS)
                                .where(WORKS.meta
                                        .number(Types.INTEGER, "k", "n")
                                        .gt(2))))
                .containsExactly("a");
    }

    @ParameterizedTest
    @EnumSource(DatabaseKind.class)
    void arithmeticOfTime(DatabaseKind kind) {
        AsyncEngine engine = library(kind);
        var a = select(WORKS.published).from(WORKS).where(WORKS.title.eq("a"));
        assertThat(all(
                        engine,
                        a.withSelection(
                                WORKS.published.truncatedTo(ChronoUnit.MONTHS).selection())))
                .containsExactly(Instant.parse("2024-02-01T00:00:00Z"));
        assertThat(all(
                        engine,
                        a.withSelection(
                                WORKS.published.truncatedTo(ChronoUnit.WEEKS).selection())))
                .containsExactly(Instant.parse("2024-02-26T00:00:00Z"));
        assertThat(all(
                        engine,
                        a.withSelection(
                                WORKS.published.truncatedTo(ChronoUnit.SECONDS).selection())))
                .containsExactly(Instant.parse("2024-02-29T12:34:56Z"));
        assertThat(all(engine, a.withSelection(WORKS.published.year().selection())))
                .containsExactly(2024);
        assertThat(all(
                        engine,
                        a.withSelection(WORKS.published
                                .plus(Period.ofYears(1))
                                .plus(Duration.ofNanos(1_000))
                                .selection())))
                .containsExactly(Instant.parse("2025-02-28T12:34:56.789013Z"));
        assertThat(all(
                        engine,
                        a.withSelection(WORKS.printed.plus(Period.of(0, 1, 1)).selection())))
                .containsExactly(LocalDate.of(2024, 3, 1));
        assertThat(all(
                        engine,
                        a.withSelection(
                                WORKS.printed.truncatedTo(ChronoUnit.YEARS).selection())))
                .containsExactly(LocalDate.of(2024, 1, 1));
        assertThat(all(
                        engine,
                        a.withSelection(WORKS.printed.minus(Period.ofDays(31)).selection())))
                .containsExactly(LocalDate.of(2023, 12, 31));
        assertThat(execute(engine, deleteFrom(WORKS).where(WORKS.parent.isNotNull(), WORKS.published.gt(now()))))
                .isZero();
    }
}
