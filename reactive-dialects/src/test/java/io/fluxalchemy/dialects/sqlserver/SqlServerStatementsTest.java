package io.fluxalchemy.dialects.sqlserver;

import static io.fluxalchemy.sql.Sql.always;
import static io.fluxalchemy.sql.Sql.avg;
import static io.fluxalchemy.sql.Sql.caseWhen;
import static io.fluxalchemy.sql.Sql.count;
import static io.fluxalchemy.sql.Sql.cte;
import static io.fluxalchemy.sql.Sql.deleteFrom;
import static io.fluxalchemy.sql.Sql.excluded;
import static io.fluxalchemy.sql.Sql.insertInto;
import static io.fluxalchemy.sql.Sql.select;
import static io.fluxalchemy.sql.Sql.update;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fluxalchemy.compiler.SqlCompiler;
import io.fluxalchemy.compiler.SqlPrinter;
import io.fluxalchemy.dialect.Isolation;
import io.fluxalchemy.dialect.TransactionStart;
import io.fluxalchemy.error.ErrorKind;
import io.fluxalchemy.error.StatementException;
import io.fluxalchemy.schema.Table;
import io.fluxalchemy.sql.BooleanColumn;
import io.fluxalchemy.sql.Command;
import io.fluxalchemy.sql.NumericColumn;
import io.fluxalchemy.sql.Query;
import io.fluxalchemy.sql.TemporalColumn;
import io.fluxalchemy.sql.TextColumn;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What SQL Server says in places where other databases say nothing, or elsewhere. */
class SqlServerStatementsTest {

    private static final class Books extends Table<Books> {

        static final Books BOOKS = new Books(Name.of("book"));

        final NumericColumn<Long> id = bigint("id", primaryKey(), identity());
        final NumericColumn<Long> author = bigint("author_id");
        final TextColumn title = varchar("title", 200);
        final BooleanColumn sold = bool("sold");
        final NumericColumn<BigDecimal> price = decimal("price", 10, 2);
        final NumericColumn<Integer> pages = integer("pages");
        final TemporalColumn<Instant> printed = timestamp("printed");

        private Books(Name name) {
            super(name, Books::new);
        }
    }

    private static final Books BOOKS = Books.BOOKS;

    private final SqlServerDialect dialect = new SqlServerDialect();

    private String sql(Query<?> query) {
        return SqlPrinter.of(dialect).sql(query);
    }

    private String sql(Command command) {
        return SqlPrinter.of(dialect).sql(command);
    }

    @Test
    void conditionsAreNoValuesAndValuesNoConditions() {
        assertThat(sql(select(BOOKS.sold, BOOKS.pages.gt(3))
                        .from(BOOKS)
                        .where(BOOKS.sold.or(BOOKS.sold.not().and(BOOKS.pages.isNull())))))
                .isEqualTo("select sold, cast(case when pages > @P1 then 1 when not (pages > @P1) then 0 end as bit)"
                        + " from book where sold = 1 or (not (sold = 1) and pages is null)");
        assertThat(sql(select(caseWhen(BOOKS.sold, "yes").orElse("no")).from(BOOKS)))
                .isEqualTo("select case when sold = 1 then @P1 else @P2 end from book");
        assertThat(sql(select(BOOKS.id).from(BOOKS).where(BOOKS.sold.eq(BOOKS.pages.gt(3)))))
                .isEqualTo("select id from book where sold ="
                        + " cast(case when pages > @P1 then 1 when not (pages > @P1) then 0 end as bit)");
        assertThat(sql(update(BOOKS).set(BOOKS.sold, true).where(BOOKS.sold.not())))
                .isEqualTo("update book set sold = @P1 where not (sold = 1)");
    }

    @Test
    void aSubQueryHasAnOrderOnlyWhereItCountsRowsOff() {
        var all = select(BOOKS.id).from(BOOKS).orderBy(BOOKS.price.desc()).as("b");
        assertThat(sql(select(all.column(BOOKS.id)).from(all)))
                .isEqualTo("select b.id from (select book.id from book) as b");
        var some = select(BOOKS.id)
                .from(BOOKS)
                .orderBy(BOOKS.price.desc())
                .limit(3)
                .as("b");
        assertThat(sql(select(some.column(BOOKS.id)).from(some)))
                .isEqualTo("select b.id from (select top (@P1) book.id from book order by book.price desc) as b");
        var listed = cte("listed", select(BOOKS.id).from(BOOKS).orderBy(BOOKS.id.asc()));
        assertThat(sql(select(listed.column(BOOKS.id)).from(listed)))
                .isEqualTo("with listed (id) as (select book.id from book) select listed.id from listed");
    }

    @Test
    void rowsAreCountedOffAtTheHead() {
        assertThat(sql(select(BOOKS.title).distinct().from(BOOKS).limit(3)))
                .isEqualTo("select distinct top (@P1) title from book");
        assertThat(sql(select(BOOKS.title).distinct().from(BOOKS).limit(3).offset(1)))
                .isEqualTo("select distinct title from book order by 1 offset @P1 rows fetch next @P2 rows only");
    }

    @Test
    void operandsWithAnOrderBecomeTablesWhoseColumnsHaveNames() {
        assertThat(sql(select(BOOKS.title, count())
                        .from(BOOKS)
                        .groupBy(BOOKS.title)
                        .orderBy(count().desc())
                        .limit(2)
                        .unionAll(select(BOOKS.title, BOOKS.id).from(BOOKS))))
                .isEqualTo("select * from (select top (@P1) book.title, count_big(*) as part_1 from book"
                        + " group by book.title order by count_big(*) desc) as part"
                        + " union all select book.title, book.id from book");
    }

    @Test
    void lateralSubQueriesAreApplied() {
        var other = BOOKS.as("other");
        var newest = select(other.title)
                .from(other)
                .where(other.author.eq(BOOKS.author))
                .orderBy(other.id.desc())
                .limit(1)
                .lateral("newest");
        assertThat(sql(select(BOOKS.id, newest.column(other.title)).from(BOOKS).leftJoin(newest, always())))
                .isEqualTo("select book.id, newest.title from book outer apply (select top (@P1) other.title from book"
                        + " as other where other.author_id = book.author_id order by other.id desc) as newest");
        assertThat(sql(select(BOOKS.id, newest.column(other.title)).from(BOOKS).join(newest, always())))
                .contains(" cross apply (");
        assertThatThrownBy(() -> sql(select(BOOKS.id).from(BOOKS).join(newest, BOOKS.pages.gt(3))))
                .isInstanceOf(StatementException.class)
                .hasMessageContaining("sqlserver does not have a lateral sub-query joined on a condition");
    }

    @Test
    void locksAreSaidOfTheTablesTheyAreOf() {
        var other = BOOKS.as("other");
        assertThat(sql(select(BOOKS.id)
                        .from(BOOKS)
                        .join(other, other.author.eq(BOOKS.author))
                        .forUpdate(other)
                        .noWait()))
                .isEqualTo("select book.id from book join book as other with (updlock, rowlock, nowait)"
                        + " on other.author_id = book.author_id");
    }

    @Test
    void whatIsReturnedStandsInsideTheStatement() {
        var b = BOOKS.as("b");
        assertThat(sql(update(b)
                        .set(b.pages, b.pages.plus(1))
                        .where(b.id.eq(1L))
                        .returning(b.pages)))
                .isEqualTo("update b set pages = pages + @P1 output inserted.pages from book as b where id = @P2");
        assertThat(sql(deleteFrom(b).where(b.id.eq(1L)).returning(b.title.upper())))
                .isEqualTo("delete b output upper(deleted.title) from book as b where id = @P1");
        assertThat(sql(update(BOOKS)
                        .set(BOOKS.pages, b.pages)
                        .from(b)
                        .where(b.id.eq(BOOKS.author))
                        .returning(BOOKS.id, b.id)))
                .isEqualTo("update book set pages = b.pages output inserted.id, b.id from book cross join book as b"
                        + " where b.id = book.author_id");
        assertThat(sql(insertInto(BOOKS).returning(BOOKS.id)))
                .isEqualTo("insert into book output inserted.id default values");
        assertThat(sql(insertInto(BOOKS)
                        .set(BOOKS.id, 1L)
                        .set(BOOKS.title, "t")
                        .onConflict(BOOKS.id)
                        .doUpdate(BOOKS.title, excluded(BOOKS.title))
                        .returning(BOOKS.id)))
                .isEqualTo("merge into book with (holdlock) as book using (values (@P1, @P2)) as excluded (id, title)"
                        + " on book.id = excluded.id when matched then update set title = excluded.title"
                        + " when not matched then insert (id, title) values (excluded.id, excluded.title)"
                        + " output inserted.id;");
    }

    @Test
    void tableExpressionsStandBeforeAnInsert() {
        var cheap = cte("cheap", select(BOOKS.title).from(BOOKS).where(BOOKS.pages.lt(9)));
        assertThat(sql(insertInto(BOOKS)
                        .select(select(cheap.column(BOOKS.title)).from(cheap), BOOKS.title)
                        .returning(BOOKS.id)))
                .isEqualTo("with cheap (title) as (select book.title from book where book.pages < @P1)"
                        + " insert into book (title) output inserted.id select cheap.title from cheap");
    }

    @Test
    void moreRowsThanOneListTakesAreRefused() {
        var rows = IntStream.range(0, 1_001).boxed().toList();
        assertThatThrownBy(() -> sql((Command) insertInto(BOOKS).rows(rows).set(BOOKS.pages, n -> n)))
                .isInstanceOf(StatementException.class)
                .hasMessageContaining("has 1001 rows, and sqlserver takes at most 1000 in one list of values");
    }

    @Test
    void averagesOfWholeNumbersHaveAFraction() {
        assertThat(sql(select(avg(BOOKS.pages), avg(BOOKS.price).filterWhere(BOOKS.sold))
                        .from(BOOKS)))
                .isEqualTo("select avg(1.0 * pages), avg(case when sold = 1 then 1.0 * price end) from book");
    }

    @Test
    void literalsAreOfTheirType() {
        assertThat(SqlPrinter.of(dialect)
                        .inlined(select(BOOKS.id)
                                .from(BOOKS)
                                .where(
                                        BOOKS.title.eq("it's é"),
                                        BOOKS.price.gt(new BigDecimal("1.50")),
                                        BOOKS.sold.eq(true),
                                        BOOKS.printed.gt(Instant.EPOCH))))
                .isEqualTo("select id from book where title = N'it''s é' and price > 1.50 and sold = cast(1 as bit)"
                        + " and printed > cast('1970-01-01 00:00:00 +00:00' as datetimeoffset(6))");
    }

    @Test
    void transactionsPutTheSessionBack() {
        var transactions = dialect.transactions();
        TransactionStart start =
                TransactionStart.PLAIN.isolation(Isolation.SERIALIZABLE).lockTimeout(Duration.ofMillis(1_500));
        assertThat(transactions.begin(TransactionStart.PLAIN)).containsExactly("begin transaction");
        assertThat(transactions.restore(TransactionStart.PLAIN)).isEmpty();
        assertThat(transactions.begin(start))
                .containsExactly(
                        "set lock_timeout 1500; set transaction isolation level serializable; begin transaction");
        assertThat(transactions.restore(start))
                .containsExactly("set lock_timeout -1; set transaction isolation level read committed");
        assertThat(transactions.savepoint("s1")).isEqualTo("save transaction s1");
        assertThat(transactions.rollbackTo("s1")).isEqualTo("rollback transaction s1");
        assertThat(transactions.release("s1")).isNull();
        assertThat(transactions.rollback()).isEqualTo("if @@trancount > 0 rollback transaction");
        assertThatThrownBy(() -> transactions.begin(TransactionStart.PLAIN.statementTimeout(Duration.ofSeconds(1))))
                .isInstanceOf(StatementException.class)
                .hasMessageContaining("sqlserver does not have a limit of the run of statements");
        assertThatThrownBy(() -> transactions.begin(TransactionStart.PLAIN.readOnly(true)))
                .isInstanceOf(StatementException.class)
                .hasMessageContaining("read-only");
    }

    @Test
    void errorsAreToldByTheirNumbers() {
        assertThat(dialect.errorKind("23000", 2627, null)).isEqualTo(ErrorKind.UNIQUE_VIOLATION);
        assertThat(dialect.errorKind("23000", 2601, null)).isEqualTo(ErrorKind.UNIQUE_VIOLATION);
        assertThat(dialect.errorKind("23000", 515, null)).isEqualTo(ErrorKind.NOT_NULL_VIOLATION);
        assertThat(dialect.errorKind("23000", 547, null)).isEqualTo(ErrorKind.INTEGRITY_VIOLATION);
        assertThat(dialect.errorKind(
                        "23000", 547, "The INSERT statement conflicted with the FOREIGN KEY constraint \"k\"."))
                .isEqualTo(ErrorKind.FOREIGN_KEY_VIOLATION);
        assertThat(dialect.errorKind(
                        "23000", 547, "The DELETE statement conflicted with the REFERENCE constraint \"k\"."))
                .isEqualTo(ErrorKind.FOREIGN_KEY_VIOLATION);
        assertThat(dialect.errorKind(
                        "23000", 547, "The INSERT statement conflicted with the CHECK constraint \"FOREIGN KEY\"."))
                .isEqualTo(ErrorKind.CHECK_VIOLATION);
        assertThat(dialect.errorKind("40001", 1205, null)).isEqualTo(ErrorKind.DEADLOCK);
        assertThat(dialect.errorKind("S0001", 3960, null)).isEqualTo(ErrorKind.SERIALIZATION_FAILURE);
        assertThat(dialect.errorKind("S0001", 1222, null)).isEqualTo(ErrorKind.LOCK_TIMEOUT);
        assertThat(dialect.errorKind("S0002", 208, null)).isEqualTo(ErrorKind.UNDEFINED_OBJECT);
        assertThat(dialect.isRetryable(ErrorKind.DEADLOCK)).isTrue();
    }

    @Test
    void namesStandInBrackets() {
        assertThat(dialect.identifiers().quoted("order")).isEqualTo("[order]");
        assertThat(dialect.identifiers().quoted("a]b[c")).isEqualTo("[a]]b[c]");
        assertThat(dialect.identifiers().quoted("plain_1")).isEqualTo("plain_1");
        assertThat(new SqlCompiler(dialect, 1).dialect().maxBinds()).isEqualTo(2_098);
    }
}
