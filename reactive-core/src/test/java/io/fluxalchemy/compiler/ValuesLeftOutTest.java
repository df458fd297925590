package io.fluxalchemy.compiler;

import static io.fluxalchemy.compiler.Authors.AUTHORS;
import static io.fluxalchemy.compiler.Books.BOOKS;
import static io.fluxalchemy.sql.Sql.cte;
import static io.fluxalchemy.sql.Sql.exists;
import static io.fluxalchemy.sql.Sql.insertInto;
import static io.fluxalchemy.sql.Sql.select;
import static io.fluxalchemy.sql.Sql.sql;
import static io.fluxalchemy.sql.Sql.update;
import static io.fluxalchemy.sql.Sql.value;
import static io.fluxalchemy.sql.Sql.values;
import static org.assertj.core.api.Assertions.assertThat;

import io.fluxalchemy.dialect.AnsiDialect;
import io.fluxalchemy.sql.DerivedTable;
import io.fluxalchemy.sql.Select;
import io.fluxalchemy.sql.SqlText;
import io.fluxalchemy.sql.ValuesTable;
import io.fluxalchemy.sql.tree.CommandTree;
import io.fluxalchemy.sql.tree.QueryTree;
import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A cache's keys must keep no value of a statement alive, in whatever corner of it the value stands. */
class ValuesLeftOutTest {

    private static final String SECRET = "a secret";

    static Stream<Object> statements() {
        DerivedTable old =
                select(AUTHORS.id, AUTHORS.name).where(AUTHORS.name.eq(SECRET)).as("old");
        DerivedTable named = cte("named", select(AUTHORS.id).where(AUTHORS.name.in(SECRET, "x")));
        ValuesTable<String> table = values("v", List.of(SECRET)).set(AUTHORS.name, name -> name);
        return Stream.of(
                        select(AUTHORS.id).where(AUTHORS.name.eq(SECRET).or(AUTHORS.name.like(SECRET))),
                        select(old.column(AUTHORS.name))
                                .from(old)
                                .where(old.column(AUTHORS.name).gt(SECRET)),
                        select(named.column(AUTHORS.id)).from(named),
                        select(table.column(AUTHORS.name)).from(table),
                        select(AUTHORS.id).where(exists(select(BOOKS.id).where(BOOKS.title.eq(SECRET)))),
                        select(value(SECRET))
                                .union(select(value(SECRET)))
                                .limit(3)
                                .offset(4),
                        sql("select id from author where name = :name")
                                .bind("name", SECRET)
                                .as(AUTHORS.id))
                .map(query -> SqlCompiler.treeOf(query));
    }

    static Stream<CommandTree> commands() {
        SqlText text = sql("delete from author where name = :name").bind("name", SECRET);
        return Stream.of(
                insertInto(AUTHORS).set(AUTHORS.name, SECRET).tree(),
                update(AUTHORS)
                        .set(AUTHORS.name, SECRET)
                        .where(AUTHORS.name.ne(SECRET))
                        .tree(),
                text.tree());
    }

    @ParameterizedTest
    @MethodSource("statements")
    void queriesAreEqualWithoutThem(QueryTree query) {
        assertThat(holdsValues(query)).isTrue();

        QueryTree bare = ValuesLeftOut.INSTANCE.query(query);

        assertThat(bare).isEqualTo(query).hasSameHashCodeAs(query);
        assertThat(holdsValues(bare)).isFalse();
    }

    @ParameterizedTest
    @MethodSource("commands")
    void commandsAreEqualWithoutThem(CommandTree command) {
        assertThat(holdsValues(command)).isTrue();

        CommandTree bare = ValuesLeftOut.INSTANCE.command(command);

        assertThat(bare).isEqualTo(command).hasSameHashCodeAs(command);
        assertThat(holdsValues(bare)).isFalse();
    }

    @Test
    void aKeptQueryIsPreparedOnceByEachCompiler() {
        SqlCompiler one = new SqlCompiler(new AnsiDialect(), 8);
        SqlCompiler other = new SqlCompiler(new AnsiDialect(), 8);
        Select<Long> kept = select(AUTHORS.id).where(AUTHORS.name.eq(SECRET));

        BoundSql first = one.prepare(kept);

        assertThat(one.prepare(kept)).isSameAs(first);
        assertThat(other.prepare(kept).compiled()).isNotSameAs(first.compiled()).isEqualTo(first.compiled());
        assertThat(one.prepare(kept)).isEqualTo(first);
        assertThat(one.prepare(kept.limit(3)).text()).isNotEqualTo(first.text());
        assertThat(one.statistics().compiled()).isEqualTo(2);
        assertThat(one.statistics().hits()).isEqualTo(2);
    }

    private static boolean holdsValues(Object tree) {
        return holdsValues(tree, Collections.newSetFromMap(new IdentityHashMap<>()));
    }

    private static boolean holdsValues(Object part, Set<Object> seen) {
        if (part instanceof String text) {
            return text.contains(SECRET);
        } else if (part instanceof Number) {
            return true;
        } else if (part instanceof Collection<?> parts) {
            return parts.stream().anyMatch(each -> each != null && holdsValues(each, seen));
        } else if (!(part instanceof Record)
                || !part.getClass().getPackageName().endsWith(".tree")
                || !seen.add(part)) {
            return false;
        }
        return Stream.of(part.getClass().getRecordComponents())
                .map(component -> read(part, component))
                .anyMatch(each -> each != null && holdsValues(each, seen));
    }

    private static Object read(Object part, RecordComponent component) {
        try {
            return component.getAccessor().invoke(part);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }
}
