package io.fluxalchemy.statements;

import static io.fluxalchemy.sql.Sql.*;
import static io.fluxalchemy.statements.Databases.all;
import static io.fluxalchemy.statements.Databases.execute;
import static io.fluxalchemy.statements.Works.WORKS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fluxalchemy.compiler.SqlCompiler;
import io.fluxalchemy.dialect.Dialect;
import io.fluxalchemy.dialect.Dialects;
import io.fluxalchemy.engine.AsyncEngine;
import io.fluxalchemy.error.StatementException;
import io.fluxalchemy.sql.Query;
import io.fluxalchemy.sql.Select;
import io.fluxalchemy.sql.SqlRow;
import io.fluxalchemy.testkit.database.DatabaseKind;
import io.fluxalchemy.type.Types;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import reactor.core.publisher.Mono;

/** Every construct of the language is run where its dialect takes it, and gives what it should. */
class LanguageIT {

    @RegisterExtension
    static final Databases DATABASES = new Databases();

    private static AsyncEngine library(DatabaseKind kind) {
        AsyncEngine engine = DATABASES.empty(kind);
        long a = add(engine, null, "a", 1950, "1.50");
        long b = add(engine, a, "b", 1999, "2.50");
        add(engine, a, "C", null, "2.50");
        add(engine, b, "d", 1999, "4.00");
        return engine;
    }

    private static long add(
            AsyncEngine engine, @Nullable Long parent, String title, @Nullable Integer year, String price) {
        return all(
                        engine,
                        insertInto(WORKS)
                                .set(WORKS.parent, parent)
                                .set(WORKS.title, title)
                                .set(WORKS.year, year)
                                .set(WORKS.price, new BigDecimal(price))
                                .set(WORKS.published, Instant.parse("2024-12-31T23:00:00Z"))
                                .set(WORKS.printed, LocalDate.of(2024, 12, 31))
                                .returning(WORKS.id))
                .get(0);
    }

    static Dialect dialect(DatabaseKind kind) {
        return Dialects.byName(kind.name().toLowerCase(Locale.ROOT));
    }

    private static boolean takes(DatabaseKind kind, Query<?> query) {
        try {
            return !new SqlCompiler(dialect(kind), 1).prepare(query).text().isEmpty();
        } catch (StatementException e) {
            return false;
        }
    }

    @ParameterizedTest
    @EnumSource(DatabaseKind.class)
    void everyStatementThatIsNotRefusedRuns(DatabaseKind kind) {
        AsyncEngine engine = library(kind);
        List<String> failed = new ArrayList<>();
        LanguageStatements.all().forEach((name, query) -> {
            if (takes(kind, query)) {
                try {
                    all(engine, query);
                } catch (RuntimeException e) {
                    failed.add(name + ": " + e.getMessage());
                }
            }
        });
        // a collation is there or not by the server's build and the column's character set
        failed.removeIf(failure -> kind == DatabaseKind.MARIADB && failure.startsWith("collation: "));
        // words are found by a FULLTEXT index, which wordsAreFound makes
        failed.removeIf(failure -> kind == DatabaseKind.MARIADB && failure.startsWith("words of a text: "));
        assertThat(failed).isEmpty();
    }

    @SuppressWarnings("unchecked")
    private static <R> List<R> run(AsyncEngine engine, String name) {
        return all(engine, (Query<R>) Map.copyOf(LanguageStatements.all()).get(name));
    }

    @ParameterizedTest
    @EnumSource(DatabaseKind.class)
    void rowsAreLimitedAndToldApart(DatabaseKind kind) {
        AsyncEngine engine = library(kind);
        assertThat(LanguageIT.<String>run(engine, "limit with ties")).containsExactly("d");
        assertThat(LanguageIT.<String>run(engine, "limit with ties behind an offset"))
                .containsExactlyInAnyOrder("b", "C");
        if (kind != DatabaseKind.MARIADB) {
            assertThat(LanguageIT.<SqlRow>run(engine, "distinct on"))
                    .extracting(row -> row.get(WORKS.title))
                    .containsExactlyInAnyOrder("a", "b", "C");
        }
    }

    @ParameterizedTest
    @EnumSource(DatabaseKind.class)
    void aShareOfTheRowsIsRoundedUp(DatabaseKind kind) {
        AsyncEngine engine = library(kind);
        Select<String> some =
                select(WORKS.title).from(WORKS).orderBy(WORKS.id.asc()).limitPercent(30);
        if (kind == DatabaseKind.H2) {
            assertThat(all(engine, some)).containsExactly("a", "b");
            assertThat(all(engine, some.limitPercent(0))).isEmpty();
            assertThat(all(engine, some.offset(3).limitPercent(100))).containsExactly("d");
        } else {
            assertThatThrownBy(() -> all(engine, some))
                    .isInstanceOf(StatementException.class)
                    .hasMessageContaining("does not have a limit in percent of the rows");
        }
        assertThatThrownBy(() -> some.limitPercent(101)).hasMessageContaining("from 0 to 100");
        assertThat(Databases.<Long>await(engine.count(some))).isEqualTo(4L);
    }

    @ParameterizedTest
    @EnumSource(DatabaseKind.class)
    void aCastThatMayFailGivesNull(DatabaseKind kind) {
        AsyncEngine engine = library(kind);
        Select<String> casts = select(
                        tryCast(WORKS.title.replace("a", "12")).asNumber(Types.INTEGER),
                        tryCast(value("2024-02-30")).asTemporal(Types.DATE),
                        tryCast(value("7")).asNumber(Types.BIGINT))
                .into((number, day, seven) -> number + " " + day + " " + seven)
                .from(WORKS)
                .orderBy(WORKS.id.asc());
        if (kind == DatabaseKind.POSTGRESQL) {
            assertThat(all(engine, casts)).containsExactly("12 null 7", "null null 7", "null null 7", "null null 7");
        } else {
            assertThatThrownBy(() -> all(engine, casts))
                    .isInstanceOf(StatementException.class)
                    .hasMessageContaining("does not have a cast that gives NULL where it fails");
        }
    }

    @ParameterizedTest
    @EnumSource(DatabaseKind.class)
    void framesReachAsFarAsTimesDo(DatabaseKind kind) {
        AsyncEngine engine = library(kind);
        execute(
                engine,
                update(WORKS)
                        .set(WORKS.printed, LocalDate.of(2025, 1, 4))
                        .set(WORKS.published, Instant.parse("2025-01-01T00:30:00Z"))
                        .where(WORKS.title.in("b", "d")));
        Select<Long> week = select(count().over(window().orderBy(WORKS.printed.asc())
                        .frame(range(preceding(Period.ofDays(4)), currentRow()))))
                .from(WORKS)
                .orderBy(WORKS.id.asc());
        if (kind == DatabaseKind.MARIADB) {
            assertThatThrownBy(() -> all(engine, week))
                    .isInstanceOf(StatementException.class)
                    .hasMessageContaining("mariadb does not have window frames by intervals of time");
            return;
        }
        assertThat(all(engine, week)).containsExactly(2L, 4L, 2L, 4L);
        Select<Long> hour = select(count().over(window().orderBy(WORKS.published.asc())
                        .frame(range(currentRow(), following(Duration.ofMinutes(90))))))
                .from(WORKS)
                .orderBy(WORKS.id.asc());
        assertThat(all(engine, hour)).containsExactly(4L, 2L, 4L, 2L);
        Select<Long> less = select(count().over(window().orderBy(WORKS.published.asc())
                        .frame(range(
                                currentRow(), following(Duration.ofMinutes(89).plusNanos(59_999_999_000L))))))
                .from(WORKS)
                .orderBy(WORKS.id.asc());
        assertThat(all(engine, less)).containsExactly(2L, 2L, 2L, 2L);
        assertThatThrownBy(() -> preceding(Period.ofDays(-1))).hasMessageContaining("cannot be negative");
        assertThatThrownBy(() -> preceding(Duration.ofNanos(1))).hasMessageContaining("whole microseconds");
    }

    @ParameterizedTest
    @EnumSource(DatabaseKind.class)
    void valuesAreJoinedAsATable(DatabaseKind kind) {
        AsyncEngine engine = library(kind);
        long first = all(engine, select(min(WORKS.id)).from(WORKS)).get(0);
        record Line(long id, @Nullable String text) {}
        var lines = values("line", List.of(new Line(first, "x'y"), new Line(-1, null)))
                .set(WORKS.id, Line::id)
                .set(value("").as("note"), Line::text);
        assertThat(all(
                        engine,
                        select(lines.column(value("").as("note")), WORKS.title)
                                .into((note, title) -> note + "/" + title)
                                .from(lines)
                                .leftJoin(WORKS, WORKS.id.eq(lines.column(WORKS.id)))
                                .orderBy(lines.column(WORKS.id).asc())))
                .containsExactly("null/null", "x'y/a");
    }

    @ParameterizedTest
    @EnumSource(
            value = DatabaseKind.class,
            names = {"POSTGRESQL", "H2"})
    void functionsAreReadAsTables(DatabaseKind kind) {
        AsyncEngine engine = library(kind);
        assertThat(LanguageIT.<Long>run(engine, "series of numbers")).containsExactly(1L, 2L, 3L);
        assertThat(LanguageIT.<String>run(engine, "numbered elements of an array"))
                .containsExactly("x1", "y2");
    }

    @ParameterizedTest
    @EnumSource(DatabaseKind.class)
    void groupsAreSummedUp(DatabaseKind kind) {
        AsyncEngine engine = library(kind);
        assertThat(LanguageIT.<String>run(engine, "texts of a group, filtered")).containsExactly("b'\\d");
        assertThat(all(
                        engine,
                        select(stringAgg(WORKS.title, "|", WORKS.id.desc())).from(WORKS)))
                .containsExactly("d|C|b|a");
        if (kind != DatabaseKind.MARIADB) {
            assertThat(all(engine, select(percentileCont(0.5, WORKS.price)).from(WORKS)))
                    .containsExactly(2.5);
            assertThat(all(engine, select(mode(WORKS.year)).from(WORKS))).containsExactly(1999);
            assertThat(all(engine, select(boolAnd(WORKS.price.gt(1))).from(WORKS)))
                    .containsExactly(true);
        }
        if (kind == DatabaseKind.POSTGRESQL) {
            assertThat(all(
                            engine,
                            select(WORKS.year, count(), grouping(WORKS.year))
                                    .into((year, n, g) -> year + " " + n + " " + g)
                                    .from(WORKS)
                                    .groupBy(rollup(WORKS.year))))
                    .containsExactlyInAnyOrder("null 4 1", "null 1 0", "1950 1 0", "1999 2 0");
            assertThat(all(engine, select(count()).from(WORKS).groupBy(groupingSets(List.of(WORKS.year), List.of()))))
                    .hasSize(4);
            assertThat(all(engine, select(count()).from(WORKS).groupBy(cube(WORKS.year, WORKS.price))))
                    .hasSize(11);
        }
    }

    @ParameterizedTest
    @EnumSource(DatabaseKind.class)
    void windowsHaveFrames(DatabaseKind kind) {
        AsyncEngine engine = library(kind);
        var byId = window().orderBy(WORKS.id.asc());
        assertThat(all(
                        engine,
                        select(sum(WORKS.price).over(byId.frame(rows(preceding(1), currentRow()))))
                                .from(WORKS)
                                .orderBy(WORKS.id.asc())))
                .usingElementComparator(BigDecimal::compareTo)
                .containsExactly(dec("1.5"), dec("4"), dec("5"), dec("6.5"));
        assertThat(all(
                        engine,
                        select(count().over(window().orderBy(WORKS.price.asc())
                                        .frame(range(preceding(dec("1.0")), currentRow()))))
                                .from(WORKS)
                                .orderBy(WORKS.id.asc())))
                .containsExactly(1L, 3L, 3L, 1L);
        assertThat(all(engine, select(ntile(2).over(byId)).from(WORKS).orderBy(WORKS.id.asc())))
                .containsExactly(1L, 1L, 2L, 2L);
        assertThat(all(engine, select(cumeDist().over(byId)).from(WORKS).orderBy(WORKS.id.asc())))
                .containsExactly(0.25, 0.5, 0.75, 1.0);
        if (kind != DatabaseKind.MARIADB) {
            assertThat(all(
                            engine,
                            select(count().over(window().orderBy(WORKS.price.asc())
                                            .frame(groups(preceding(1), currentRow())
                                                    .excludeTies())))
                                    .from(WORKS)
                                    .orderBy(WORKS.id.asc())))
                    .containsExactly(1L, 2L, 2L, 3L);
        }
    }

    private static BigDecimal dec(String text) {
        return new BigDecimal(text);
    }

    @ParameterizedTest
    @EnumSource(DatabaseKind.class)
    void conditionsOfManyValuesAndPatterns(DatabaseKind kind) {
        AsyncEngine engine = library(kind);
        assertThat(LanguageIT.<String>run(engine, "any of a query")).containsExactlyInAnyOrder("a", "b", "d");
        assertThat(LanguageIT.<String>run(engine, "all of a query")).containsExactlyInAnyOrder("b", "d");
        assertThat(LanguageIT.<String>run(engine, "regular expressions")).containsExactlyInAnyOrder("x", "x");
        assertThat(all(engine, select(WORKS.title).from(WORKS).where(WORKS.title.matches("^[bc]"))))
                .containsExactly("b");
        assertThat(all(engine, select(WORKS.title).from(WORKS).where(WORKS.title.matchesIgnoreCase("^[bc]"))))
                .containsExactlyInAnyOrder("b", "C");
        assertThat(all(engine, select(count()).from(WORKS).where(never()))).containsExactly(0L);
        assertThat(all(engine, select(count()).from(WORKS).where(always()))).containsExactly(4L);
    }

    @ParameterizedTest
    @EnumSource(DatabaseKind.class)
    void bitsAreThoseOfJava(DatabaseKind kind) {
        AsyncEngine engine = library(kind);
        for (int n : new int[] {0, 1, 5, -1, -8, 1_000_003, Integer.MIN_VALUE / 8}) {
            execute(engine, update(WORKS).set(WORKS.year, n).where(WORKS.title.eq("a")));
            Select<List<Integer>> bits = select(
                            WORKS.year.bitAnd(12),
                            WORKS.year.bitOr(12),
                            WORKS.year.bitXor(12),
                            WORKS.year.bitNot(),
                            WORKS.year.shiftLeft(3),
                            WORKS.year.shiftRight(2),
                            WORKS.year.plus(1).bitAnd(6).times(2),
                            WORKS.year.bitAnd(WORKS.version))
                    .into((a, b, c, d, e, f, g, h) -> List.of(a, b, c, d, e, f, g, h))
                    .from(WORKS)
                    .where(WORKS.title.eq("a"), WORKS.year.bitXor(12).ne(13));
            List<Integer> java = List.of(n & 12, n | 12, n ^ 12, ~n, n << 3, n >> 2, ((n + 1) & 6) * 2, n & 1);
            assertThat(all(engine, bits)).isEqualTo((n ^ 12) == 13 ? List.of() : List.of(java));
        }
        assertThatThrownBy(() -> WORKS.price.bitAnd(1)).hasMessageContaining("work.price is no whole number");
        assertThatThrownBy(() -> WORKS.year.shiftLeft(32)).hasMessageContaining("0 to 31");
    }

    @ParameterizedTest
    @EnumSource(DatabaseKind.class)
    void wordsAreFound(DatabaseKind kind) {
        AsyncEngine engine = library(kind);
        execute(
                engine,
                update(WORKS).set(WORKS.title, "The old man and the sea").where(WORKS.title.eq("a")));
        Select<String> found = select(WORKS.title).from(WORKS).where(WORKS.title.hasWords("OLD sea"));
        if (kind == DatabaseKind.H2) {
            assertThatThrownBy(() -> all(engine, found)).hasMessageContaining("h2 does not have a full-text search");
            return;
        }
        if (kind == DatabaseKind.MARIADB) {
            execute(engine, sql("create fulltext index work_words on work (title)"));
            execute(engine, sql("alter table work convert to character set utf8mb4 collate utf8mb4_general_ci"));
        }
        assertThat(all(engine, found)).containsExactly("The old man and the sea");
        assertThat(all(engine, select(count()).from(WORKS).where(WORKS.title.hasWords("whale"))))
                .containsExactly(0L);
    }

    @ParameterizedTest
    @EnumSource(DatabaseKind.class)
    void samplesAreOfRowsOfTheTable(DatabaseKind kind) {
        AsyncEngine engine = library(kind);
        Select<Long> some = select(count()).from(sample(WORKS, 100)).where(WORKS.year.eq(1999));
        if (kind == DatabaseKind.POSTGRESQL) {
            assertThat(all(engine, some)).containsExactly(2L);
            assertThat(all(engine, select(count()).from(sample(WORKS, 0)))).containsExactly(0L);
        } else {
            assertThatThrownBy(() -> all(engine, some)).hasMessageContaining("does not have samples of a table");
        }
        assertThatThrownBy(() -> deleteFrom(sample(WORKS, 1))).hasMessageContaining("can only be read");
        assertThatThrownBy(() -> sample(WORKS, 101)).hasMessageContaining("from 0 to 100");
        assertThatThrownBy(() -> sample(select(WORKS.id).from(WORKS).as("x"), 1))
                .hasMessageContaining("only a table has samples");
    }

    @ParameterizedTest
    @EnumSource(DatabaseKind.class)
    void remarksOfCommandsChangeNothing(DatabaseKind kind) {
        AsyncEngine engine = library(kind);
        String text = "night job; */ drop table work ? :x --";
        assertThat(execute(engine, insertInto(WORKS).comment(text).set(WORKS.title, "e")))
                .isEqualTo(1);
        assertThat(all(
                        engine,
                        insertInto(WORKS)
                                .comment(text)
                                .rows(List.of("f", "g"))
                                .set(WORKS.title, title -> title)
                                .returning(WORKS.title)))
                .containsExactly("f", "g");
        assertThat(execute(
                        engine,
                        insertInto(WORKS)
                                .set(WORKS.title, "e")
                                .upsert(WORKS.title)
                                .comment(text)
                                .suffix("none", "nonsense")))
                .isLessThanOrEqualTo(1);
        assertThat(execute(
                        engine,
                        update(WORKS)
                                .comment(text)
                                .prefix("mariadb", "low_priority")
                                .set(WORKS.version, 2)
                                .where(WORKS.title.eq("e"))))
                .isEqualTo(1);
        var other = WORKS.as("other");
        assertThat(execute(
                        engine,
                        deleteFrom(WORKS)
                                .comment(text)
                                .prefix("mariadb", "quick")
                                .using(other)
                                .where(WORKS.id.eq(other.id), other.title.eq("e"))))
                .isEqualTo(1);
        assertThat(all(engine, select(count()).from(WORKS))).containsExactly(6L);
    }

    @ParameterizedTest
    @EnumSource(value = DatabaseKind.class, names = "MARIADB")
    void groupsAreRolledUpBehindThem(DatabaseKind kind) {
        AsyncEngine engine = library(kind);
        assertThat(all(
                        engine,
                        select(WORKS.year, count())
                                .into((year, n) -> year + " " + n)
                                .from(WORKS)
                                .groupBy(rollup(WORKS.year))))
                .containsExactlyInAnyOrder("null 4", "null 1", "1950 1", "1999 2");
    }

    @ParameterizedTest
    @EnumSource(DatabaseKind.class)
    void partsOfTextTimeAndNumbers(DatabaseKind kind) {
        AsyncEngine engine = library(kind);
        Select<String> parts = select(
                        WORKS.title.concat("xyz").substring(2, 2),
                        WORKS.title.concat("xyz").substring(3),
                        WORKS.title.concat("xyz").position("z"),
                        WORKS.title.concat("xx").replace("x", "q"))
                .into((a, b, c, d) -> a + b + c + d)
                .from(WORKS)
                .where(WORKS.title.eq("a"));
        assertThat(all(engine, parts)).containsExactly("xyyz4aqq");
        assertThat(all(
                        engine,
                        select(
                                        WORKS.printed.quarter(),
                                        WORKS.printed.week(),
                                        WORKS.published.dayOfWeek(),
                                        WORKS.printed.dayOfYear())
                                .into((q, w, d, y) -> q + " " + w + " " + d + " " + y)
                                .from(WORKS)
                                .where(WORKS.title.eq("a"))))
                .containsExactly("4 1 2 366");
        assertThat(all(
                        engine,
                        select(WORKS.year.negated().dividedBy(100)).from(WORKS).where(WORKS.title.eq("b"))))
                .containsExactly(-19);
        assertThat(all(
                        engine,
                        select(WORKS.price.dividedBy(dec("2"))).from(WORKS).where(WORKS.title.eq("d"))))
                .usingElementComparator(BigDecimal::compareTo)
                .containsExactly(dec("2"));
    }

    @ParameterizedTest
    @EnumSource(DatabaseKind.class)
    void subQueriesUseWhatIsAroundThem(DatabaseKind kind) {
        AsyncEngine engine = library(kind);
        assertThat(LanguageIT.<String>run(engine, "tables of the query around are left out of an implied from"))
                .containsExactlyInAnyOrder("a ba", "b db", "C null", "d null");
        assertThat(LanguageIT.<List<String>>run(engine, "list of a grouped query that reads nothing around it"))
                .singleElement()
                .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.LIST)
                .containsExactlyInAnyOrder("null!1", "1950!1", "1999!2");
        if (kind == DatabaseKind.POSTGRESQL) {
            assertThat(LanguageIT.<String>run(engine, "list of a limited query"))
                    .containsExactlyInAnyOrder("[C null]", "[d 1999]", "[]", "[]");
            assertThat(LanguageIT.<SqlRow>run(engine, "lateral")).hasSize(4);
        }
    }

    @ParameterizedTest
    @EnumSource(value = DatabaseKind.class, names = "POSTGRESQL")
    void commandsFeedQueries(DatabaseKind kind) {
        AsyncEngine engine = library(kind);
        var moved = cte("moved", deleteFrom(WORKS).where(WORKS.title.eq("d")).returning(WORKS.id, WORKS.title));
        assertThat(all(engine, select(moved.column(WORKS.title)).from(moved))).containsExactly("d");
        assertThat(all(engine, select(count()).from(WORKS))).containsExactly(3L);
        var added = cte("added", insertInto(WORKS).set(WORKS.title, "e").returning(WORKS.title));
        assertThat(execute(
                        engine,
                        insertInto(WORKS)
                                .select(
                                        select(added.column(WORKS.title).concat("!"))
                                                .from(added),
                                        WORKS.title)))
                .isEqualTo(1);
        assertThat(all(engine, select(count()).from(WORKS))).containsExactly(5L);
    }

    @ParameterizedTest
    @EnumSource(DatabaseKind.class)
    void setOperationsCountEqualRows(DatabaseKind kind) {
        AsyncEngine engine = library(kind);
        Select<Integer> twice = select(WORKS.year).from(WORKS).where(WORKS.year.eq(1999));
        Select<Integer> once = select(WORKS.year).from(WORKS).where(WORKS.title.eq("b"));
        if (kind == DatabaseKind.H2) {
            assertThatThrownBy(() -> all(engine, twice.exceptAll(once)))
                    .isInstanceOf(StatementException.class)
                    .hasMessageContaining("h2 does not have intersect all and except all");
        } else {
            assertThat(all(engine, twice.exceptAll(once))).containsExactly(1999);
            assertThat(all(engine, twice.intersectAll(twice))).containsExactly(1999, 1999);
        }
        assertThat(all(engine, select(value(1)).union(select(value(2)).unionAll(select(value(2))))))
                .containsExactlyInAnyOrder(1, 2);
    }

    @ParameterizedTest
    @EnumSource(DatabaseKind.class)
    void constructsOfUsersRun(DatabaseKind kind) {
        AsyncEngine engine = library(kind);
        Select<String> backwards = select(construct(LanguageStatements.Reversed.TEXT, WORKS.title.concat("x"))
                        .asText())
                .from(WORKS)
                .where(WORKS.title.eq("a"));
        if (kind == DatabaseKind.H2) {
            assertThatThrownBy(() -> all(engine, backwards)).hasMessageContaining("h2 does not have TEXT");
        } else {
            assertThat(all(engine, backwards)).containsExactly("xa");
        }
        assertThat(all(
                        engine,
                        select(cast(WORKS.year).asNumber(Types.BIGINT))
                                .from(WORKS)
                                .where(WORKS.title.eq("a"))))
                .containsExactly(1950L);
    }

    @ParameterizedTest
    @EnumSource(DatabaseKind.class)
    void aConnectionKnowsWhetherItIsInATransaction(DatabaseKind kind) {
        AsyncEngine engine = library(kind);
        assertThat(Databases.<Boolean>await(engine.transaction(c -> Mono.just(c.inTransaction()))))
                .isTrue();
    }

    @ParameterizedTest
    @EnumSource(DatabaseKind.class)
    void theEngineTellsHowOftenAStatementWasFoundCompiled(DatabaseKind kind) {
        AsyncEngine engine = library(kind);
        all(engine, select(WORKS.title).from(WORKS).where(WORKS.id.eq(1)));
        long found = engine.compiledStatements().hits();
        long made = engine.compiledStatements().compiled();
        all(engine, select(WORKS.title).from(WORKS).where(WORKS.id.eq(2)));
        assertThat(engine.compiledStatements().hits()).isEqualTo(found + 1);
        assertThat(engine.compiledStatements().compiled()).isEqualTo(made);
    }
}
