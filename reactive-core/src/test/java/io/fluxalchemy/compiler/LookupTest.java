package io.fluxalchemy.compiler;

import static io.fluxalchemy.compiler.Authors.AUTHORS;
import static io.fluxalchemy.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;

import io.fluxalchemy.dialect.AnsiDialect;
import io.fluxalchemy.sql.Condition;
import io.fluxalchemy.sql.Lookup;
import io.fluxalchemy.sql.Select;
import io.fluxalchemy.sql.TableFilter;
import io.fluxalchemy.sql.tree.BinaryNode;
import io.fluxalchemy.sql.tree.BinaryOperator;
import io.fluxalchemy.sql.tree.Node;
import io.fluxalchemy.sql.tree.ValueNode;
import io.fluxalchemy.type.SqlType;
import io.fluxalchemy.type.Types;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class LookupTest {

    private record Is(Node node) implements Condition {
        @Override
        public SqlType<Boolean> type() {
            return Types.BOOLEAN;
        }
    }

    private final AtomicInteger made = new AtomicInteger();
    private final Lookup<String> names = Lookup.of(this::nameOf);

    private Select<String> nameOf(Object id) {
        made.incrementAndGet();
        return select(AUTHORS.name)
                .from(AUTHORS)
                .where(
                        AUTHORS.born.gt(1900),
                        new Is(new BinaryNode(
                                BinaryOperator.EQ, AUTHORS.id.node(), new ValueNode(Types.BIGINT, id, "id"))));
    }

    private static List<Object> values(BoundSql sql) {
        return sql.parameters().stream().map(Parameter::value).toList();
    }

    @Test
    void eachRunHasItsOwnValueAndTheTextOfTheQuery() {
        SqlCompiler compiler = new SqlCompiler(new AnsiDialect(), 8);
        BoundSql first = compiler.prepare(names.with(1L));
        BoundSql second = compiler.prepare(names.with(2L));
        assertThat(values(first)).containsExactly(1900, 1L);
        assertThat(values(second)).containsExactly(1900, 2L);
        assertThat(second.parameters().get(1).column()).isEqualTo("id");
        assertThat(second.compiled()).isSameAs(first.compiled());
        assertThat(second.text()).isEqualTo(compiler.prepare(nameOf(3L)).text());
    }

    @Test
    void theQueryIsMadeAndCompiledOnce() {
        SqlCompiler compiler = new SqlCompiler(new AnsiDialect(), 8);
        for (long id = 0; id < 10; id++) {
            compiler.prepare(names.with(id));
        }
        assertThat(made).hasValue(1);
        assertThat(compiler.statistics().compiled()).isEqualTo(1);
        assertThat(compiler.statistics().hits()).isEqualTo(9);
    }

    @Test
    void aCompilerOfAnotherDialectCompilesItAnew() {
        SqlCompiler compiler = new SqlCompiler(new AnsiDialect(), 8);
        compiler.prepare(names.with(1L));
        SqlCompiler other = compiler.forDialect(new AnsiDialect());
        assertThat(values(other.prepare(names.with(2L)))).containsExactly(1900, 2L);
        assertThat(other.statistics().compiled()).isEqualTo(1);
    }

    /** A filter may ask for the tenant of the run: what it said for the first one must not be kept for others. */
    @Test
    void aFilterIsAskedForEachRun() {
        AtomicInteger tenant = new AtomicInteger(1800);
        TableFilter filter = TableFilter.of(AUTHORS, Authors::as, a -> a.born.lt(tenant.get()));
        SqlCompiler compiler = new SqlCompiler(new AnsiDialect(), 8, List.of(filter));
        assertThat(values(compiler.prepare(names.with(1L)))).containsExactly(1900, 1L, 1800);
        tenant.set(1700);
        assertThat(values(compiler.prepare(names.with(2L)))).containsExactly(1900, 2L, 1700);
    }

    @Test
    void itIsPrintedWithItsValue() {
        assertThat(SqlPrinter.of(new AnsiDialect()).inlined(names.with(7L))).endsWith("id = 7");
    }
}
