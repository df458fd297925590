package io.fluxalchemy.statements;

import static io.fluxalchemy.sql.Sql.*;
import static io.fluxalchemy.statements.Works.WORKS;

import io.fluxalchemy.sql.Query;
import io.fluxalchemy.sql.tree.Construct;
import io.fluxalchemy.type.Types;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Period;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One statement for each construct of the language, by name. */
final class LanguageStatements {

    record Line(Long id, @Nullable String title) {}

    /** The number of letters two texts begin with in common, which no database has under one name. */
    enum Reversed implements Construct {
        TEXT;

        @Override
        public @Nullable String template(String dialect) {
            return dialect.equals("h2") ? null : "reverse({0})";
        }
    }

    private LanguageStatements() {}

    static Map<String, Query<?>> all() {
        Map<String, Query<?>> all = new LinkedHashMap<>();
        var child = WORKS.as("child");
        var newest = select(child.title, child.year)
                .into((title, year) -> title + " " + year)
                .from(child)
                .where(child.parent.eq(WORKS.id))
                .orderBy(child.id.desc())
                .limit(1);
        all.put(
                "distinct on",
                select(WORKS.year, WORKS.title)
                        .distinctOn(WORKS.year)
                        .from(WORKS)
                        .orderBy(WORKS.year.asc(), WORKS.title.asc()));
        all.put(
                "limit with ties",
                select(WORKS.title).from(WORKS).orderBy(WORKS.price.desc()).limitWithTies(1));
        all.put(
                "limit with ties behind an offset",
                select(WORKS.title)
                        .from(WORKS)
                        .orderBy(WORKS.price.desc())
                        .limitWithTies(1)
                        .offset(1));
        all.put(
                "limit in percent",
                select(WORKS.title).from(WORKS).orderBy(WORKS.title.asc()).limitPercent(50));
        all.put(
                "cast that may fail",
                select(
                                tryCast(WORKS.title).asNumber(Types.INTEGER),
                                tryCast(value("7")).asNumber(Types.BIGINT))
                        .from(WORKS));
        all.put(
                "lock of one table",
                select(WORKS.title).from(WORKS).forUpdate(WORKS).skipLocked());
        all.put(
                "lock without waiting",
                select(WORKS.title).from(WORKS).forUpdate().noWait());
        all.put("lock against writers", select(WORKS.title).from(WORKS).forShare());
        all.put(
                "lock that lets keys be referred to",
                select(WORKS.title).from(WORKS).forNoKeyUpdate());
        all.put("lock of keys", select(WORKS.title).from(WORKS).forKeyShare());
        all.put(
                "group by rollup",
                select(WORKS.year, WORKS.parent, count()).from(WORKS).groupBy(rollup(WORKS.year, WORKS.parent)));
        all.put(
                "group by cube",
                select(WORKS.year, grouping(WORKS.year), count()).from(WORKS).groupBy(cube(WORKS.year)));
        all.put(
                "grouping sets",
                select(WORKS.year, WORKS.parent, count())
                        .from(WORKS)
                        .groupBy(groupingSets(List.of(WORKS.year, WORKS.parent), List.of(WORKS.parent), List.of())));
        all.put(
                "intersect all",
                select(WORKS.title).from(WORKS).intersectAll(select(child.title).from(child)));
        all.put(
                "except all",
                select(WORKS.title).from(WORKS).exceptAll(select(child.title).from(child)));
        all.put(
                "set operations on the right are a whole",
                select(WORKS.title)
                        .from(WORKS)
                        .except(select(child.title).from(child).union(select(value("x"))))
                        .orderBy(WORKS.title.asc())
                        .limit(3));
        all.put(
                "lateral",
                select(WORKS.title, newest.lateral("newest").column(child.title))
                        .from(WORKS)
                        .leftJoin(newest.lateral("newest"), always()));
        all.put(
                "values as a table",
                select(WORKS.title, lines().column(WORKS.title))
                        .from(WORKS)
                        .join(lines(), WORKS.id.eq(lines().column(WORKS.id))));
        all.put(
                "series of numbers",
                select(series(1, 3).as("n").value()).from(series(1, 3).as("n")));
        all.put(
                "numbered elements of an array",
                select(elements().value(), elements().ordinality())
                        .into((value, place) -> value + place)
                        .from(elements()));
        all.put(
                "function as a table",
                select(table("generate_series", List.of("n"), 1, 5, 2)
                                .column("n")
                                .asNumber(Types.INTEGER))
                        .from(table("generate_series", List.of("n"), 1, 5, 2)));
        all.put(
                "texts of a group",
                select(stringAgg(WORKS.title, ", ", WORKS.title.desc())).from(WORKS));
        all.put(
                "texts of a group, filtered",
                select(stringAgg(WORKS.title, "'\\", WORKS.title.asc()).filterWhere(WORKS.year.gt(1960)))
                        .from(WORKS));
        all.put(
                "median",
                select(percentileCont(0.5, WORKS.price), percentileDisc(0.25, WORKS.year), mode(WORKS.title))
                        .from(WORKS));
        all.put(
                "truth of a group",
                select(boolAnd(WORKS.year.gt(1900)), boolOr(WORKS.year.gt(2000)))
                        .from(WORKS));
        all.put(
                "frame in rows",
                select(sum(WORKS.price).over(window().orderBy(WORKS.id.asc()).frame(rows(preceding(1), currentRow()))))
                        .from(WORKS));
        all.put(
                "frame by value",
                select(sum(WORKS.price)
                                .over(window().orderBy(WORKS.price.asc())
                                        .frame(range(preceding(new BigDecimal("0.5")), following(1)))))
                        .from(WORKS));
        all.put(
                "frame by days",
                select(count().over(window().orderBy(WORKS.printed.asc())
                                .frame(range(preceding(Period.ofDays(7)), currentRow()))))
                        .from(WORKS));
        all.put(
                "frame by months and a time of day",
                select(
                                count().over(window().orderBy(WORKS.published.asc())
                                        .frame(range(preceding(Period.ofYears(1)), following(Period.ofMonths(2))))),
                                count().over(window().orderBy(WORKS.published.asc())
                                        .frame(range(
                                                preceding(Duration.ofMinutes(90)), following(Duration.ofMillis(1))))))
                        .from(WORKS));
        all.put(
                "frame in groups without ties",
                select(count().over(window().orderBy(WORKS.price.asc())
                                .frame(groups(preceding(1), currentRow()).excludeTies())))
                        .from(WORKS));
        all.put(
                "places in a window",
                select(
                                ntile(2).over(window().orderBy(WORKS.id.asc())),
                                nthValue(WORKS.title, 2).over(window().orderBy(WORKS.id.asc())),
                                percentRank().over(window().orderBy(WORKS.id.asc())),
                                cumeDist().over(window().orderBy(WORKS.id.asc())))
                        .from(WORKS));
        all.put(
                "any of a query",
                select(WORKS.title)
                        .from(WORKS)
                        .where(WORKS.year.eq(anyOf(select(child.year).from(child)))));
        all.put(
                "all of a query",
                select(WORKS.title)
                        .from(WORKS)
                        .where(WORKS.year.ge(
                                allOf(select(child.year).from(child).where(child.year.isNotNull())))));
        all.put(
                "regular expressions",
                select(WORKS.title.replaceMatches("[ab]", "x"))
                        .from(WORKS)
                        .where(WORKS.title.matches("^[ab]"), WORKS.title.matchesIgnoreCase("^[AB]")));
        all.put(
                "not matching is in parentheses",
                select(WORKS.title).from(WORKS).where(WORKS.title.matches("^a").not()));
        all.put(
                "bits",
                select(
                                WORKS.year.plus(1).bitAnd(255).bitOr(WORKS.year),
                                WORKS.year.bitXor(7).times(2),
                                WORKS.id.bitNot(),
                                WORKS.id.shiftLeft(3).shiftRight(1))
                        .from(WORKS)
                        .where(WORKS.year.bitAnd(1).eq(1)));
        all.put(
                "words of a text",
                select(WORKS.title)
                        .from(WORKS)
                        .where(WORKS.title.hasWords("old sea").not()));
        all.put(
                "sample",
                select(WORKS.title, child.title)
                        .from(sample(WORKS, 12.5))
                        .join(sample(child, 50), child.parent.eq(WORKS.id)));
        all.put(
                "rolled up in order",
                select(WORKS.year, count())
                        .from(WORKS)
                        .groupBy(rollup(WORKS.year))
                        .orderBy(count().asc()));
        all.put(
                "rolled up beside another grouping",
                select(WORKS.year, count())
                        .from(WORKS)
                        .groupBy(rollup(WORKS.year))
                        .groupBy(WORKS.parent));
        all.put(
                "command with remarks",
                insertInto(WORKS)
                        .comment("import; */ drop table ? :x")
                        .prefix("mariadb", "high_priority")
                        .prefix("mysql", "/*+ max_execution_time(1000) */")
                        .set(WORKS.title, "remarked")
                        .suffix("postgresql", "-- end")
                        .returning(WORKS.id));
        all.put(
                "parts of text",
                select(
                                WORKS.title.substring(1, 1),
                                WORKS.title.substring(2),
                                WORKS.title.position("b"),
                                WORKS.title.replace("a", "b"))
                        .from(WORKS));
        all.put(
                "parts of time",
                select(
                                WORKS.printed.quarter(),
                                WORKS.printed.week(),
                                WORKS.published.dayOfWeek(),
                                WORKS.printed.dayOfYear())
                        .from(WORKS));
        all.put(
                "whole numbers are divided to whole numbers",
                select(WORKS.year.dividedBy(7), WORKS.price.dividedBy(new BigDecimal("2")))
                        .from(WORKS));
        all.put("random", select(random().lt(1.0)));
        all.put(
                "comment and hints",
                select(WORKS.title)
                        .from(WORKS)
                        .comment("works; */ drop table ? :x -- \u00e9")
                        .prefix("mariadb", "sql_no_cache")
                        .suffix("h2", "fetch first 5 rows only"));
        all.put(
                "common table expression, materialized",
                select(cheap().column(WORKS.title)).from(cheap().materialized()));
        all.put(
                "common table expression, merged",
                select(cheap().column(WORKS.title)).from(cheap().notMaterialized()));
        var deleted =
                cte("deleted", deleteFrom(WORKS).where(WORKS.title.eq("nobody")).returning(WORKS.id, WORKS.title));
        all.put(
                "common table expression that writes",
                select(deleted.column(WORKS.title)).from(deleted));
        all.put(
                "tables of the query around are left out of an implied from",
                select(
                                WORKS.title,
                                scalar(select(max(concat(child.title, WORKS.title)))
                                        .where(child.parent.eq(WORKS.id))))
                        .into((title, most) -> title + " " + most)
                        .from(WORKS));
        all.put(
                "list of a limited query",
                select(WORKS.title, list(newest))
                        .into((title, shown) -> String.valueOf(shown))
                        .from(WORKS));
        all.put(
                "list of a grouped query that reads nothing around it",
                select(list(select(WORKS.year, count())
                        .into((year, n) -> year + "!" + n)
                        .from(WORKS)
                        .groupBy(WORKS.year)
                        .orderBy(WORKS.year.asc()))));
        all.put(
                "construct of one's own",
                select(construct(Reversed.TEXT, WORKS.title).asText()).from(WORKS));
        all.put(
                "collation",
                select(WORKS.title).from(WORKS).orderBy(WORKS.title.collate("C").asc()));
        return all;
    }

    private static io.fluxalchemy.sql.ValuesTable<Line> lines() {
        return values("line", List.of(new Line(1L, "one"), new Line(2L, null)))
                .set(WORKS.id, Line::id)
                .set(WORKS.title, Line::title);
    }

    private static io.fluxalchemy.sql.FunctionTable<io.fluxalchemy.sql.ValueExpression<String>> elements() {
        return unnest(template("array['x', 'y']").asArray(Types.TEXT), Types.TEXT)
                .as("element")
                .withOrdinality();
    }

    private static io.fluxalchemy.sql.DerivedTable cheap() {
        return cte("cheap", select(WORKS.title).from(WORKS).where(WORKS.price.lt(100)));
    }
}
