package io.fluxalchemy.statements;

import static io.fluxalchemy.sql.Sql.abs;
import static io.fluxalchemy.sql.Sql.coalesce;
import static io.fluxalchemy.sql.Sql.deleteFrom;
import static io.fluxalchemy.sql.Sql.excluded;
import static io.fluxalchemy.sql.Sql.exists;
import static io.fluxalchemy.sql.Sql.insertInto;
import static io.fluxalchemy.sql.Sql.max;
import static io.fluxalchemy.sql.Sql.number;
import static io.fluxalchemy.sql.Sql.scalar;
import static io.fluxalchemy.sql.Sql.select;
import static io.fluxalchemy.sql.Sql.update;
import static io.fluxalchemy.statements.Works.WORKS;

import io.fluxalchemy.sql.Condition;
import io.fluxalchemy.sql.NumericExpression;
import io.fluxalchemy.sql.Query;
import io.fluxalchemy.sql.SqlRow;
import java.util.List;

/**
 * A statement that writes, made at random from a seed, with the rows it returns. What is written stays small, keys are given, and
 * rows that others refer to are not deleted, so that databases in one state do the same and go on in one state.
 */
final class RandomWrite {

    private static final int LARGEST = 3_000;

    private final RandomQuery parts;
    private final long seed;

    private RandomWrite(long seed) {
        this.parts = RandomQuery.parts(seed);
        this.seed = seed;
    }

    static Query<SqlRow> of(long seed) {
        RandomWrite made = new RandomWrite(seed);
        return switch (made.parts.below(10)) {
            case 0, 1 -> made.insert();
            case 2 -> made.rows();
            case 3 -> made.query();
            case 4 -> made.upsert();
            case 5, 6 -> made.delete();
            default -> made.change();
        };
    }

    private Query<SqlRow> insert() {
        Works other = parts.alias();
        return insertInto(WORKS)
                .set(WORKS.id, key(0))
                .set(WORKS.title, "r" + seed)
                .set(
                        WORKS.parent,
                        number(scalar(select(max(other.id)).from(other).where(parts.condition(other, 2)))))
                .set(WORKS.year, parts.below(4) == 0 ? null : Integer.valueOf(1900 + parts.below(200)))
                .set(WORKS.version, parts.below(5))
                .returning(WORKS.id, WORKS.title, WORKS.parent, WORKS.year, WORKS.version);
    }

    private Query<SqlRow> rows() {
        return insertInto(WORKS)
                .rows(List.of(0, 1, 2))
                .set(WORKS.id, this::key)
                .set(WORKS.title, i -> "r" + seed + "/" + i)
                .set(WORKS.year, i -> i == 1 ? null : Integer.valueOf(2000 + i))
                .set(WORKS.version, i -> 1)
                .returning(WORKS.id, WORKS.title, WORKS.year);
    }

    private Query<SqlRow> query() {
        Works from = parts.alias();
        return insertInto(WORKS)
                .select(
                        select(
                                        from.id.plus(key(0) * 1_000),
                                        from.title.concat("+" + seed),
                                        small(from),
                                        abs(coalesce(small(from), 1)))
                                .from(from)
                                .where(parts.condition(from, 2), from.id.le(10)),
                        WORKS.id,
                        WORKS.title,
                        WORKS.year,
                        WORKS.version)
                .returning(WORKS.id, WORKS.title, WORKS.year, WORKS.version);
    }

    private Query<SqlRow> upsert() {
        return insertInto(WORKS)
                .set(WORKS.id, key(0))
                .set(WORKS.title, parts.below(2) == 0 ? "aab" : "r" + (seed - parts.below(20)))
                .set(WORKS.year, 1950)
                .set(WORKS.version, 1)
                .onConflict(WORKS.title)
                .doUpdate(
                        WORKS.year,
                        coalesce(WORKS.year, 0).plus(excluded(WORKS.year)).modulo(LARGEST))
                .doUpdate(WORKS.version, WORKS.version.plus(1).modulo(9))
                .returning(WORKS.title, WORKS.year, WORKS.version);
    }

    private Query<SqlRow> change() {
        return update(WORKS)
                .set(WORKS.year, small(WORKS))
                .set(WORKS.version, abs(coalesce(small(WORKS), 2)).modulo(7))
                .where(parts.condition(WORKS, 2))
                .returning(WORKS.id, WORKS.title, WORKS.year, WORKS.version);
    }

    private Query<SqlRow> delete() {
        Works child = parts.alias();
        Condition childless = exists(select(child.id).from(child).where(child.parent.eq(WORKS.id)))
                .not();
        return deleteFrom(WORKS)
                .where(parts.condition(WORKS, 2), WORKS.id.modulo(3).eq(parts.below(3)), childless)
                .returning(WORKS.id, WORKS.title, WORKS.year);
    }

    private NumericExpression<Integer> small(Works table) {
        return parts.someNumber(table, 2).modulo(LARGEST);
    }

    private long key(int place) {
        return 1_000 + seed * 10 + place;
    }
}
