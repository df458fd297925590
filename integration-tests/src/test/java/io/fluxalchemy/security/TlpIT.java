package io.fluxalchemy.security;

import static io.fluxalchemy.security.Canary.all;
import static io.fluxalchemy.security.Canary.await;
import static io.fluxalchemy.sql.Sql.and;
import static io.fluxalchemy.sql.Sql.insertInto;
import static io.fluxalchemy.sql.Sql.not;
import static io.fluxalchemy.sql.Sql.or;
import static io.fluxalchemy.sql.Sql.select;
import static io.fluxalchemy.sql.Sql.value;
import static org.assertj.core.api.Assertions.assertThat;

import io.fluxalchemy.engine.AsyncEngine;
import io.fluxalchemy.schema.MetaData;
import io.fluxalchemy.schema.Table;
import io.fluxalchemy.sql.Condition;
import io.fluxalchemy.sql.Expression;
import io.fluxalchemy.sql.NumericColumn;
import io.fluxalchemy.sql.NumericExpression;
import io.fluxalchemy.sql.Select;
import io.fluxalchemy.sql.TemporalColumn;
import io.fluxalchemy.sql.TextColumn;
import io.fluxalchemy.sql.TextExpression;
import io.fluxalchemy.testkit.database.DatabaseKind;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Ternary logic partitioning (Rigger and Su, "Finding Bugs in Database Systems via Query Partitioning", OOPSLA 2020): the rows for
 * which a predicate holds, those for which its negation holds and those for which it is unknown are together all rows, each once.
 * A compiler that drops parentheses, or binds a value to another place, breaks it.
 */
class TlpIT {

    @RegisterExtension
    static final Canary CANARY = new Canary();

    private static final int ROWS = 60;

    private static final class Facts extends Table<Facts> {

        static final Facts FACTS = new Facts(Name.of("facts"));

        final NumericColumn<Integer> id = integer("id", primaryKey());
        final NumericColumn<Integer> a = integer("a");
        final NumericColumn<Integer> b = integer("b");
        final TextColumn s = varchar("s", 20);
        final TextColumn t = varchar("t", 20);
        final TemporalColumn<LocalDate> d = date("d");

        private Facts(Name name) {
            super(name, Facts::new);
        }
    }

    private static final Facts F = Facts.FACTS;
    private static final List<String> WORDS = List.of("", "a", "ab", "b%", "_", "\\", "'", "A", "zz");

    @ParameterizedTest
    @EnumSource(
            value = DatabaseKind.class,
            names = {"POSTGRESQL", "H2"})
    void everyPredicatePartitionsTheRows(DatabaseKind kind) {
        long seed = Long.getLong("fluxalchemy.seed", System.nanoTime());
        int count = Integer.getInteger("fluxalchemy.tlp", 2_000) / 2;
        System.out.println("TLP on " + kind + ": " + count + ", -Dfluxalchemy.seed=" + seed);
        Random random = new Random(seed);
        AsyncEngine engine = filled(kind, random);
        List<Integer> everything = all(engine, select(F.id).from(F).orderBy(F.id.asc()));
        assertThat(everything).hasSize(ROWS);
        int mixed = 0;
        for (int i = 0; i < count; i++) {
            Condition p = condition(random, 4);
            Map<Integer, List<Integer>> parts = parts(engine, p);
            List<Integer> together =
                    parts.values().stream().flatMap(List::stream).toList();
            assertThat(together)
                    .as("seed " + seed + ", predicate " + i + ": " + p.node())
                    .containsExactlyInAnyOrderElementsOf(everything);
            mixed += parts.size() > 1 ? 1 : 0;
            if (i % 20 == 0) {
                assertThat(all(engine, select(F.id).from(F).where(p)))
                        .as("seed " + seed + ", predicate " + i + " on its own")
                        .containsExactlyInAnyOrderElementsOf(parts.getOrDefault(1, List.of()));
            }
        }
        assertThat(mixed).as("predicates that tell rows apart").isGreaterThan(count / 3);
    }

    /** The three queries as one statement, each row with the number of the query it is of. */
    private static Map<Integer, List<Integer>> parts(AsyncEngine engine, Condition p) {
        return all(engine, part(1, p).unionAll(part(2, not(p))).unionAll(part(3, p.isNull()))).stream()
                .collect(Collectors.groupingBy(Part::query, Collectors.mapping(Part::id, Collectors.toList())));
    }

    private static Select<Part> part(int number, Condition p) {
        return select(value(number), F.id).into(Part::new).from(F).where(p);
    }

    private record Part(Integer query, Integer id) {}

    private static AsyncEngine filled(DatabaseKind kind, Random random) {
        AsyncEngine engine = CANARY.engine(kind);
        await(engine.createAll(MetaData.of(F)));
        for (int i = 0; i < ROWS; i++) {
            await(engine.execute(insertInto(F)
                    .set(F.id, i)
                    .set(F.a, orNull(random, random.nextInt(7) - 3))
                    .set(F.b, orNull(random, random.nextInt(7) - 3))
                    .set(F.s, orNull(random, word(random)))
                    .set(F.t, orNull(random, word(random)))
                    .set(F.d, orNull(random, day(random)))));
        }
        return engine;
    }

    private static Condition condition(Random random, int depth) {
        if (depth == 0 || random.nextInt(6) == 0) {
            return leaf(random);
        }
        return switch (random.nextInt(7)) {
            case 0 -> condition(random, depth - 1).and(condition(random, depth - 1));
            case 1 -> condition(random, depth - 1).or(condition(random, depth - 1));
            case 2 -> not(condition(random, depth - 1));
            case 3 -> and(condition(random, depth - 1), leaf(random), condition(random, depth - 1));
            case 4 -> or(leaf(random), condition(random, depth - 1), leaf(random));
            case 5 -> condition(random, depth - 1).isNull();
            default -> condition(random, depth - 1).isNotNull();
        };
    }

    private static Condition leaf(Random random) {
        return switch (random.nextInt(10)) {
            case 0, 1 -> compared(random, number(random, 2), number(random, 2));
            case 2 -> number(random, 2).between(random.nextInt(5) - 3, random.nextInt(5));
            case 3 -> number(random, 2).in(List.of(random.nextInt(5) - 2, random.nextInt(5), 3));
            case 4 -> number(random, 2).notIn(List.of(random.nextInt(5) - 2, random.nextInt(5)));
            case 5 -> compared(random, text(random, 2), text(random, 2));
            case 6 -> text(random, 1).contains(word(random));
            case 7 -> text(random, 1).startsWith(word(random));
            case 8 -> compared(random, F.d, F.d.plus(Period.ofDays(random.nextInt(3) - 1)));
            default -> random.nextBoolean() ? F.s.isNull() : number(random, 2).isNotNull();
        };
    }

    private static <T> Condition compared(Random random, Expression<T> left, Expression<T> right) {
        return switch (random.nextInt(6)) {
            case 0 -> left.eq(right);
            case 1 -> left.ne(right);
            case 2 -> left.lt(right);
            case 3 -> left.le(right);
            case 4 -> left.gt(right);
            default -> left.ge(right);
        };
    }

    private static NumericExpression<Integer> number(Random random, int depth) {
        NumericExpression<Integer> leaf = random.nextBoolean() ? F.a : F.b;
        if (depth == 0) {
            return leaf;
        }
        return switch (random.nextInt(6)) {
            case 0 -> number(random, depth - 1).plus(number(random, depth - 1));
            case 1 -> number(random, depth - 1).minus(number(random, depth - 1));
            case 2 -> number(random, depth - 1).times(random.nextInt(5) - 2);
            case 3 -> number(random, depth - 1).minus(random.nextInt(5) - 2);
            case 4 -> text(random, 1).length();
            default -> leaf;
        };
    }

    private static TextExpression text(Random random, int depth) {
        TextExpression leaf = random.nextBoolean() ? F.s : F.t;
        if (depth == 0) {
            return leaf;
        }
        return switch (random.nextInt(5)) {
            case 0 -> text(random, depth - 1).concat(text(random, depth - 1));
            case 1 -> text(random, depth - 1).concat(word(random));
            case 2 -> text(random, depth - 1).upper();
            default -> leaf;
        };
    }

    private static <T> T orNull(Random random, T value) {
        return random.nextInt(4) == 0 ? null : value;
    }

    private static String word(Random random) {
        return WORDS.get(random.nextInt(WORDS.size()));
    }

    private static LocalDate day(Random random) {
        return LocalDate.of(2026, 1, 1).plusDays(random.nextInt(3));
    }
}
