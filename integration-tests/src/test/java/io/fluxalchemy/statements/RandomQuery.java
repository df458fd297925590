package io.fluxalchemy.statements;

import static io.fluxalchemy.sql.Sql.*;
import static io.fluxalchemy.statements.Works.WORKS;

import io.fluxalchemy.sql.Condition;
import io.fluxalchemy.sql.DerivedTable;
import io.fluxalchemy.sql.Expression;
import io.fluxalchemy.sql.NumericExpression;
import io.fluxalchemy.sql.Select;
import io.fluxalchemy.sql.Selectable;
import io.fluxalchemy.sql.SqlRow;
import io.fluxalchemy.sql.TextExpression;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A query made at random from a seed, of constructs that mean the same on every database: no order of texts, no rounding, no
 * overflow; and no list without a value in IN, which H2 turns into a NULL of no type where it can. The same seed makes the same query.
 */
final class RandomQuery {

    private final Random random;
    private int aliases;
    private int tables;

    private RandomQuery(long seed) {
        this.random = new Random(seed);
    }

    /** A query, and what to read of its rows. */
    record Made(Select<SqlRow> query, List<Expression<?>> items) {}

    static Made of(long seed) {
        // neighbouring seeds begin alike
        RandomQuery made = new RandomQuery(seed * 0x9E3779B97F4A7C15L);
        return made.query();
    }

    /** A maker of parts, for statements that write. */
    static RandomQuery parts(long seed) {
        return new RandomQuery(seed * 0x9E3779B97F4A7C15L);
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    private Made query() {
        return switch (random.nextInt(7)) {
            case 0 -> grouped();
            case 1 -> set();
            case 2 -> derived();
            case 3 -> windowed();
            case 4 -> joined();
            case 5 -> paged();
            default -> plain();
        };
    }

    private Made made(List<? extends Expression<?>> items, java.util.function.UnaryOperator<Select<SqlRow>> clauses) {
        List<Expression<?>> labelled = new ArrayList<>();
        for (Expression<?> item : items) {
            labelled.add(item.as("c" + labelled.size()));
        }
        List<Selectable<?>> selected = new ArrayList<>(labelled);
        return new Made(clauses.apply(select(selected)), labelled);
    }

    private Made plain() {
        Works t = table();
        return made(items(t), query -> {
            Select<SqlRow> plain = query.from(t).where(condition(t, 3));
            return random.nextBoolean() ? plain.distinct() : plain;
        });
    }

    private Made joined() {
        Works a = table();
        Works b = table();
        List<Expression<?>> items = new ArrayList<>(items(a));
        items.addAll(items(b));
        Condition on = b.parent.eq(a.id).and(condition(b, 1));
        return made(items, query -> {
            Select<SqlRow> from = query.from(a);
            Select<SqlRow> joined = switch (random.nextInt(3)) {
                case 0 -> from.join(b, on);
                case 1 -> from.leftJoin(b, on);
                default -> from.rightJoin(b, on);
            };
            return joined.where(condition(random.nextBoolean() ? a : b, 2));
        });
    }

    private Made grouped() {
        Works t = table();
        List<Expression<?>> items = List.of(
                t.parent, count(), countDistinct(t.year), sum(someNumber(t, 2)), max(someNumber(t, 1)), min(t.year));
        return made(
                items,
                query -> query.from(t)
                        .where(condition(t, 2))
                        .groupBy(t.parent)
                        .having(
                                random.nextBoolean()
                                        ? count().gt(random.nextInt(3))
                                        : max(someNumber(t, 1)).isDistinctFrom(1)));
    }

    private Made set() {
        Made left = pair();
        Select<SqlRow> right = pair().query();
        Select<SqlRow> both = switch (random.nextInt(4)) {
            case 0 -> left.query().union(right);
            case 1 -> left.query().unionAll(right);
            case 2 -> left.query().intersect(right);
            default -> left.query().except(right.union(pair().query()));
        };
        return new Made(both, left.items());
    }

    private Made pair() {
        Works t = table();
        return made(
                List.of(someNumber(t, 1), someText(t, 1)),
                query -> query.from(t).where(condition(t, 1)));
    }

    private Made derived() {
        Works t = table();
        var n = someNumber(t, 2).as("n");
        var s = someText(t, 2).as("s");
        Select<SqlRow> inner = select(List.of(n, s, t.id)).from(t).where(condition(t, 2));
        DerivedTable table = random.nextBoolean() ? inner.as("d" + ++aliases) : cte("d" + ++aliases, inner);
        List<Expression<?>> items =
                List.of(table.column(n), table.column(s), table.column(n).plus(1));
        Works other = table();
        return made(
                items,
                query -> random.nextBoolean()
                        ? query.from(table).where(table.column(n).isNotNull())
                        : query.from(table).leftJoin(other, other.id.eq(table.column(t.id))));
    }

    private Made windowed() {
        Works t = table();
        var ordered = partitionBy(t.parent).orderBy(t.id.asc());
        var framed = ordered.frame(rows(preceding(random.nextInt(3)), currentRow()));
        List<Expression<?>> items = List.of(
                t.id,
                rowNumber().over(ordered),
                sum(someNumber(t, 1)).over(framed),
                lag(t.year).over(ordered),
                count().over(partitionBy(t.year)));
        return made(items, query -> query.from(t).where(condition(t, 2)));
    }

    private Made paged() {
        Works t = table();
        return made(
                items(t),
                query -> query.from(t)
                        .where(condition(t, 2))
                        .orderBy(t.year.desc().nullsLast(), t.id.asc())
                        .limit(random.nextInt(5))
                        .offset(random.nextInt(3)));
    }

    private Works table() {
        boolean first = tables++ == 0;
        return first && random.nextBoolean() ? WORKS : alias();
    }

    Works alias() {
        return WORKS.as("t" + ++aliases);
    }

    private List<Expression<?>> items(Works t) {
        return List.of(t.id, someNumber(t, 3), someText(t, 3), caseOf(t));
    }

    private Expression<?> caseOf(Works t) {
        return caseWhen(condition(t, 1), someNumber(t, 1))
                .when(condition(t, 1), 7)
                .orElse(someNumber(t, 1));
    }

    NumericExpression<Integer> someNumber(Works t, int depth) {
        if (depth == 0) {
            return switch (random.nextInt(4)) {
                case 0 -> value(random.nextInt(40) - 20);
                case 1 -> t.version;
                case 2 -> t.title.length();
                default -> t.year;
            };
        }
        NumericExpression<Integer> n = someNumber(t, depth - 1);
        return switch (random.nextInt(12)) {
            case 0 -> n.plus(someNumber(t, depth - 1));
            case 1 -> n.minus(someNumber(t, depth - 1));
            case 2 -> n.times(random.nextInt(7) - 3);
            case 3 -> n.dividedBy(random.nextInt(5) + 1);
            case 4 -> n.modulo(random.nextInt(5) + 1);
            case 5 -> n.negated();
            case 6 -> coalesce(n, random.nextInt(10));
            case 7 -> nullIf(n, random.nextInt(3));
            case 8 -> abs(n);
            case 9 -> number(scalar(subQuery(t, depth)));
            case 10 -> number(caseWhen(condition(t, depth - 1), n).orNull());
            default -> n;
        };
    }

    private Select<Integer> subQuery(Works outer, int depth) {
        Works t = alias();
        NumericExpression<Integer> n = someNumber(t, depth - 1);
        return select(random.nextBoolean() ? max(n) : sum(n))
                .from(t)
                .where(random.nextBoolean() ? t.parent.eq(outer.id) : condition(t, depth - 1));
    }

    TextExpression someText(Works t, int depth) {
        if (depth == 0) {
            return random.nextInt(3) == 0 ? value(word()) : t.title;
        }
        TextExpression s = someText(t, depth - 1);
        return switch (random.nextInt(8)) {
            case 0 -> s.upper();
            case 1 -> s.lower();
            case 2 -> s.concat(someText(t, depth - 1));
            case 3 -> s.substring(1 + random.nextInt(3), random.nextInt(4));
            case 4 -> s.replace("a", word());
            case 5 -> coalesce(s, word());
            case 6 -> text(caseWhen(condition(t, depth - 1), s).orElse(someText(t, depth - 1)));
            default -> s.trim();
        };
    }

    private String word() {
        return List.of("a", "B", "x_%", "it's", "\\", "", " sp ", "\u00e9").get(random.nextInt(8));
    }

    Condition condition(Works t, int depth) {
        if (depth == 0) {
            return leaf(t);
        }
        return switch (random.nextInt(9)) {
            case 0 -> condition(t, depth - 1).and(condition(t, depth - 1));
            case 1 -> condition(t, depth - 1).or(condition(t, depth - 1));
            case 2 -> condition(t, depth - 1).not();
            case 3 -> {
                Works inner = alias();
                yield exists(select(inner.id).from(inner).where(inner.parent.eq(t.id), condition(inner, depth - 1)));
            }
            case 4 -> {
                Works inner = alias();
                yield t.year.in(select(inner.year).from(inner).where(condition(inner, depth - 1)));
            }
            case 5 -> t.year.ge(allOf(subQuery(t, depth)));
            case 6 -> t.year.lt(anyOf(subQuery(t, depth)));
            default -> comparison(t, depth);
        };
    }

    private Condition comparison(Works t, int depth) {
        NumericExpression<Integer> n = someNumber(t, depth - 1);
        NumericExpression<Integer> m = someNumber(t, depth - 1);
        return switch (random.nextInt(9)) {
            case 0 -> n.eq(m);
            case 1 -> n.lt(m);
            case 2 -> n.ge(random.nextInt(100));
            case 3 -> n.isDistinctFrom(m);
            case 4 -> n.between(-5, 1990);
            case 5 -> row(n, someText(t, depth - 1)).eq(row(m, someText(t, depth - 1)));
            case 6 -> someText(t, depth - 1).eq(word());
            case 7 -> n.isNull();
            default -> someText(t, depth - 1).contains(word());
        };
    }

    private Condition leaf(Works t) {
        return switch (random.nextInt(8)) {
            case 0 -> t.year.gt(1950 + random.nextInt(60));
            case 1 -> t.title.startsWith(word());
            case 2 -> t.title.ilike("%" + "B");
            case 3 -> t.parent.isNull();
            case 4 -> t.id.in(List.of(1L, 2L, 5L));
            case 5 -> t.title.in(word(), word(), "a");
            case 6 -> t.title.ne(word());
            default -> t.version.eq(1 + random.nextInt(2));
        };
    }
}
