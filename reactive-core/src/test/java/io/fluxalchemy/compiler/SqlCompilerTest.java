package io.fluxalchemy.compiler;

import static io.fluxalchemy.compiler.Authors.AUTHORS;
import static io.fluxalchemy.compiler.Books.BOOKS;
import static io.fluxalchemy.sql.Sql.and;
import static io.fluxalchemy.sql.Sql.insertInto;
import static io.fluxalchemy.sql.Sql.not;
import static io.fluxalchemy.sql.Sql.or;
import static io.fluxalchemy.sql.Sql.select;
import static io.fluxalchemy.sql.Sql.sql;
import static io.fluxalchemy.sql.Sql.update;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fluxalchemy.compiler.CompiledSql.Effect;
import io.fluxalchemy.dialect.AnsiDialect;
import io.fluxalchemy.error.StatementException;
import io.fluxalchemy.sql.Condition;
import io.fluxalchemy.sql.Select;
import io.fluxalchemy.sql.tree.BinaryNode;
import io.fluxalchemy.sql.tree.BinaryOperator;
import io.fluxalchemy.sql.tree.FunctionNode;
import io.fluxalchemy.sql.tree.ItemTree;
import io.fluxalchemy.sql.tree.Node;
import io.fluxalchemy.sql.tree.SelectTree;
import io.fluxalchemy.sql.tree.ValueNode;
import io.fluxalchemy.type.Types;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SqlCompilerTest {

    private final SqlCompiler compiler = new SqlCompiler(new AnsiDialect(), 64);

    private String text(io.fluxalchemy.sql.Query<?> query) {
        return compiler.prepare(query).text();
    }

    private static List<Object> values(BoundSql sql) {
        return sql.parameters().stream().map(p -> p.value()).toList();
    }

    @Test
    void columnsOfOneTableStandAlone() {
        assertThat(text(select(AUTHORS.id, AUTHORS.name)
                        .from(AUTHORS)
                        .where(AUTHORS.name.eq("Le Guin"), AUTHORS.born.gt(1900))
                        .orderBy(AUTHORS.name.desc())
                        .limit(3)))
                .isEqualTo("select id, name from author where name = ? and born > ? order by name desc"
                        + " fetch first ? rows only");
    }

    @Test
    void columnsOfSeveralTablesAreQualified() {
        assertThat(text(select(AUTHORS.name, BOOKS.title).from(AUTHORS).join(BOOKS)))
                .isEqualTo("select author.name, book.title from author join book on book.author_id = author.id");
    }

    @Test
    void aliasesNameTheTableEverywhere() {
        Authors a = AUTHORS.as("a");
        assertThat(text(select(a.name).from(a).where(a.id.eq(1L))))
                .isEqualTo("select name from author as a where id = ?");
    }

    @Test
    void aLabelThatCouldHideAColumnQualifiesIt() {
        assertThat(text(select(AUTHORS.name.lower().as("name")).from(AUTHORS).orderBy(AUTHORS.name.asc())))
                .isEqualTo("select lower(author.name) as name from author order by author.name");
    }

    @Test
    void parenthesesFollowPrecedence() {
        Condition a = AUTHORS.born.eq(1);
        Condition b = AUTHORS.born.eq(2);
        Condition c = AUTHORS.active;
        assertThat(text(select(AUTHORS.id).from(AUTHORS).where(or(and(a, b), c), not(or(a, c)), not(c))))
                .isEqualTo("select id from author where ((born = ? and born = ?) or active)"
                        + " and not (born = ? or active) and not active");
        assertThat(text(select(AUTHORS.born.plus(1).times(2).minus(AUTHORS.born.plus(1)))
                        .from(AUTHORS)))
                .isEqualTo("select (born + ?) * ? - (born + ?) from author");
    }

    @Test
    void valuesComeInTheOrderOfTheirMarkers() {
        BoundSql sql = compiler.prepare(select(AUTHORS.id)
                .from(AUTHORS)
                .where(AUTHORS.born.between(1900, 1950))
                .limit(5)
                .offset(10));
        assertThat(sql.text())
                .isEqualTo("select id from author where born between ? and ? offset ? rows fetch next ? rows only");
        assertThat(values(sql)).isEqualTo(List.of(1900, 1950, 10L, 5L));
    }

    @Test
    void statementsThatDifferInValuesOnlyShareOneText() {
        List<Object> seen = new ArrayList<>();
        for (int year = 0; year < 100; year++) {
            seen.addAll(values(compiler.prepare(select(AUTHORS.id).from(AUTHORS).where(AUTHORS.born.eq(year)))));
        }
        assertThat(seen).isEqualTo(IntStream.range(0, 100).boxed().toList());
        assertThat(compiler.statistics().compiled()).isEqualTo(1);
        assertThat(compiler.statistics().hits()).isEqualTo(99);
    }

    @Test
    void aValueUsedTwiceIsNotConfusedWithTwoEqualValues() {
        ValueNode shared = new ValueNode(Types.INTEGER, 1);
        Select<Integer> query = select(AUTHORS.born).from(AUTHORS);
        SelectTree tree = (SelectTree) query.tree();
        SelectTree once = withWhere(tree, sum(shared, shared));
        SelectTree twice = withWhere(tree, sum(new ValueNode(Types.INTEGER, 1), new ValueNode(Types.INTEGER, 2)));
        assertThat(once).isEqualTo(twice);
        assertThat(values(compiler.prepare(once))).isEqualTo(List.of(1, 1));
        assertThat(values(compiler.prepare(twice))).isEqualTo(List.of(1, 2));
        assertThat(values(compiler.prepare(once))).isEqualTo(List.of(1, 1));
    }

    private static Node sum(ValueNode one, ValueNode other) {
        return new BinaryNode(BinaryOperator.PLUS, one, other);
    }

    private static SelectTree withWhere(SelectTree tree, Node where) {
        return new SelectTree(
                tree.items(), false, tree.from(), List.of(), where, List.of(), null, List.of(), null, null, null);
    }

    @Test
    void manyThreadsCompileAStatementOnce() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Future<BoundSql>> all = threads.invokeAll(Collections.nCopies(
                    200, () -> compiler.prepare(select(BOOKS.id).from(BOOKS).where(BOOKS.year.eq(1)))));
            for (Future<BoundSql> one : all) {
                assertThat(one.get().compiled()).isSameAs(all.get(0).get().compiled());
            }
        } finally {
            threads.shutdown();
        }
        assertThat(compiler.statistics().compiled()).isEqualTo(1);
        assertThat(compiler.statistics().hits()).isEqualTo(199);
    }

    @Test
    void theCacheKeepsWhatIsReadAndNoMoreThanItsSize() {
        SqlCompiler small = new SqlCompiler(new AnsiDialect(), 4);
        for (int i = 0; i < 50; i++) {
            small.prepare(select(AUTHORS.id).from(AUTHORS));
            small.prepare(sql("select " + i).rows());
        }
        CacheStatistics statistics = small.statistics();
        assertThat(statistics.size()).isEqualTo(4);
        assertThat(statistics.evicted()).isEqualTo(47);
        assertThat(statistics.hits()).isEqualTo(49);
    }

    @Test
    void aColumnWhoseTableIsNotReadIsRefused() {
        assertThatThrownBy(
                        () -> compiler.prepare(select(AUTHORS.id).from(AUTHORS).where(BOOKS.year.eq(1))))
                .isInstanceOf(StatementException.class)
                .hasMessageContaining("book.year")
                .hasMessageContaining("table book")
                .hasMessageContaining("it reads table author")
                .hasMessageContaining("from(…)");
    }

    @Test
    void twoSourcesOfOneNameAreRefused() {
        SelectTree tree = (SelectTree) select(AUTHORS.id).from(AUTHORS).tree();
        SelectTree doubled = new SelectTree(
                tree.items(),
                false,
                List.of(AUTHORS.source(), AUTHORS.source()),
                List.of(),
                null,
                List.of(),
                null,
                List.of(),
                null,
                null,
                null);
        assertThatThrownBy(() -> compiler.prepare(doubled))
                .isInstanceOf(StatementException.class)
                .hasMessageContaining("'author'")
                .hasMessageContaining("alias");
    }

    @Test
    void tooManyValuesAreRefusedBeforeAnythingIsSent() {
        List<Integer> years = IntStream.range(0, 70_000).boxed().toList();
        assertThatThrownBy(
                        () -> compiler.prepare(select(AUTHORS.id).from(AUTHORS).where(AUTHORS.born.in(years))))
                .isInstanceOf(StatementException.class)
                .hasMessageContaining("binds 70000 values")
                .hasMessageContaining("at most 65535");
        assertThat(compiler.statistics().size()).isZero();
    }

    @Test
    void aListIsPaddedToAPowerOfTwo() {
        BoundSql sql = compiler.prepare(select(AUTHORS.id).from(AUTHORS).where(AUTHORS.born.in(1, 2, 3)));
        assertThat(sql.text()).isEqualTo("select id from author where born in (?, ?, ?, ?)");
        assertThat(values(sql)).isEqualTo(List.of(1, 2, 3, 3));
        compiler.prepare(select(AUTHORS.id).from(AUTHORS).where(AUTHORS.born.in(1, 2, 3, 4)));
        assertThat(compiler.statistics().compiled()).isEqualTo(1);
    }

    @Test
    void anEmptyListMatchesNothing() {
        assertThat(text(select(AUTHORS.id).from(AUTHORS).where(AUTHORS.born.in(List.of()))))
                .isEqualTo("select id from author where 1 = 0");
        assertThat(text(select(AUTHORS.id).from(AUTHORS).where(AUTHORS.born.notIn(List.of()))))
                .isEqualTo("select id from author where 1 = 1");
    }

    @Test
    void writesAndTextAreToldFromReads() {
        Select<Long> ids = select(AUTHORS.id).from(AUTHORS);
        assertThat(compiler.prepare(ids).compiled().effect()).isEqualTo(Effect.READ);
        assertThat(compiler.prepare(ids.forUpdate()).compiled().effect()).isEqualTo(Effect.WRITE);
        assertThat(compiler.prepare(update(AUTHORS).set(AUTHORS.born, 1).where(AUTHORS.id.eq(1L)))
                        .compiled()
                        .effect())
                .isEqualTo(Effect.WRITE);
        assertThat(compiler.prepare(sql("select 1").rows()).compiled().effect()).isEqualTo(Effect.UNKNOWN);
        SelectTree call = new SelectTree(
                List.of(new ItemTree(new FunctionNode("pg_advisory_lock", List.of()), null)),
                false,
                List.of(),
                List.of(),
                null,
                List.of(),
                null,
                List.of(),
                null,
                null,
                null);
        assertThat(compiler.prepare(call).compiled().effect()).isEqualTo(Effect.UNKNOWN);
    }

    @Test
    void aFunctionsNameCannotSmuggleSql() {
        SelectTree call = new SelectTree(
                List.of(new ItemTree(new FunctionNode("now(); drop table author --", List.of()), null)),
                false,
                List.of(),
                List.of(),
                null,
                List.of(),
                null,
                List.of(),
                null,
                null,
                null);
        assertThatThrownBy(() -> compiler.prepare(call)).isInstanceOf(StatementException.class);
    }

    @Test
    void insertsNameTheirColumnsAndReturnOnRequest() {
        BoundSql sql = compiler.prepare(
                insertInto(AUTHORS).set(AUTHORS.name, "x").setNull(AUTHORS.born).returning(AUTHORS.id));
        assertThat(sql.text()).isEqualTo("insert into author (name, born) values (?, ?) returning id");
        assertThat(values(sql)).isEqualTo(java.util.Arrays.asList("x", null));
        assertThat(compiler.prepare(insertInto(AUTHORS)).text()).isEqualTo("insert into author default values");
    }

    @Test
    void aStatementNestedTooDeeplyIsRefused() {
        Node deep = new ValueNode(Types.BOOLEAN, true);
        for (int i = 0; i < 200_000; i++) {
            deep = new io.fluxalchemy.sql.tree.UnaryNode(io.fluxalchemy.sql.tree.UnaryOperator.NOT, deep);
        }
        SelectTree tree =
                withWhere((SelectTree) select(AUTHORS.id).from(AUTHORS).tree(), deep);
        assertThatThrownBy(() -> compiler.prepare(tree))
                .isInstanceOf(StatementException.class)
                .hasMessageContaining("nested too deeply");
    }
}
