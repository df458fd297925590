package io.fluxalchemy.dialects.oracle;

import static io.fluxalchemy.sql.Sql.count;
import static io.fluxalchemy.sql.Sql.insertInto;
import static io.fluxalchemy.sql.Sql.select;
import static io.fluxalchemy.sql.Sql.stringAgg;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fluxalchemy.compiler.SqlPrinter;
import io.fluxalchemy.dialect.Isolation;
import io.fluxalchemy.dialect.TransactionStart;
import io.fluxalchemy.error.ErrorKind;
import io.fluxalchemy.error.StatementException;
import io.fluxalchemy.schema.Table;
import io.fluxalchemy.sql.BooleanColumn;
import io.fluxalchemy.sql.NumericColumn;
import io.fluxalchemy.sql.TemporalColumn;
import io.fluxalchemy.sql.TextColumn;
import io.fluxalchemy.sql.ValueColumn;
import io.fluxalchemy.type.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What Oracle says in places where other databases say nothing, or otherwise. */
class OracleStatementsTest {

    private static final class Books extends Table<Books> {

        static final Books BOOKS = new Books(Name.of("book"));

        final NumericColumn<Long> id = bigint("id", primaryKey(), identity());
        final TextColumn title = varchar("title", 200);
        final BooleanColumn sold = bool("sold");
        final NumericColumn<Integer> pages = integer("_pages");
        final TemporalColumn<Instant> printed = timestamp("printed");
        final TemporalColumn<LocalTime> opens = temporal("opens", Types.TIME);
        final ValueColumn<UUID> key = column("key", Types.UUID);

        private Books(Name name) {
            super(name, Books::new);
        }
    }

    private static final Books BOOKS = Books.BOOKS;

    private final OracleDialect dialect = new OracleDialect();
    private final SqlPrinter printer = SqlPrinter.of(dialect);

    @Test
    void conditionsBecomeTruthValuesAndTruthValuesStay() {
        assertThat(printer.sql(select(BOOKS.pages.gt(3)).from(BOOKS).where(BOOKS.sold)))
                .isEqualTo("select case when \"_pages\" > ? then true when not (\"_pages\" > ?) then false end"
                        + " from book where sold");
        assertThat(printer.sql(
                        select(count().filterWhere(BOOKS.sold)).from(BOOKS).where(BOOKS.sold.not())))
                .isEqualTo("select count(case when sold then 1 end) from book where not sold");
    }

    @Test
    void aSubQueryHasAnOrderOnlyWhereItCountsRowsOff() {
        var all = select(BOOKS.id).from(BOOKS).orderBy(BOOKS.id.desc()).as("b");
        assertThat(printer.sql(select(all.column(BOOKS.id)).from(all)))
                .isEqualTo("select b.id from (select book.id from book) b");
        var some =
                select(BOOKS.id).from(BOOKS).orderBy(BOOKS.id.desc()).limit(3).as("b");
        assertThat(printer.sql(select(some.column(BOOKS.id)).from(some)))
                .isEqualTo(
                        "select b.id from (select book.id from book order by book.id desc fetch first ? rows only) b");
    }

    @Test
    void theKeyOfOneRowIsAskedOfTheDriver() {
        assertThat(printer.sql(insertInto(BOOKS).set(BOOKS.title, "t").returning(BOOKS.id)))
                .isEqualTo("insert into book (title) values (?)");
        assertThatThrownBy(() ->
                        printer.sql(insertInto(BOOKS).set(BOOKS.title, "t").returning(BOOKS.id, BOOKS.title)))
                .isInstanceOf(StatementException.class)
                .hasMessageContaining("oracle does not have returning");
    }

    @Test
    void textsOfAGroupAreInOrder() {
        assertThat(printer.sql(
                        select(stringAgg(BOOKS.title, "; ", BOOKS.id.asc())).from(BOOKS)))
                .isEqualTo("select listagg(title, '; ') within group (order by id) from book");
    }

    @Test
    void literalsAreOfTheirTypeAndTheEmptyTextHasNone() {
        assertThat(printer.inlined(select(BOOKS.id)
                        .from(BOOKS)
                        .where(
                                BOOKS.printed.gt(Instant.EPOCH),
                                BOOKS.opens.gt(LocalTime.of(0, 0, 1)),
                                BOOKS.key.eq(new UUID(1, 2)))))
                .isEqualTo("select id from book where printed > timestamp '1970-01-01 00:00:00 +00:00'"
                        + " and opens > numtodsinterval(1000000 / 1000000, 'second')"
                        + " and key = hextoraw('00000000000000010000000000000002')");
        assertThatThrownBy(() -> printer.inlined(select(BOOKS.id).from(BOOKS).where(BOOKS.title.eq(""))))
                .isInstanceOf(StatementException.class)
                .hasMessageContaining("oracle has no empty text");
    }

    @Test
    void namesAreFoldedByTheServerUnlessTheyMustBeQuoted() {
        assertThat(dialect.identifiers().quoted("author")).isEqualTo("author");
        assertThat(dialect.identifiers().quoted("_author")).isEqualTo("\"_author\"");
        assertThat(dialect.identifiers().quoted("date")).isEqualTo("\"date\"");
        assertThat(dialect.identifiers().quoted("Author")).isEqualTo("\"Author\"");
        assertThatThrownBy(() -> dialect.identifiers().quoted("a\"b"))
                .isInstanceOf(StatementException.class)
                .hasMessageContaining("holds the character \"");
    }

    @Test
    void transactionsSayTheirLevelFirst() {
        var transactions = dialect.transactions();
        assertThat(transactions.begin(TransactionStart.PLAIN))
                .containsExactly("set transaction isolation level read committed");
        assertThat(transactions.begin(TransactionStart.PLAIN.isolation(Isolation.SERIALIZABLE)))
                .containsExactly("set transaction isolation level serializable");
        assertThat(transactions.begin(TransactionStart.PLAIN.readOnly(true)))
                .containsExactly("set transaction read only");
        assertThat(transactions.savepoint("s1")).isEqualTo("savepoint s1");
        assertThat(transactions.release("s1")).isNull();
        assertThatThrownBy(() -> transactions.begin(TransactionStart.PLAIN.isolation(Isolation.REPEATABLE_READ)))
                .isInstanceOf(StatementException.class)
                .hasMessageContaining("oracle does not have the isolation level repeatable read");
        assertThatThrownBy(() -> transactions.begin(TransactionStart.PLAIN.lockTimeout(Duration.ofSeconds(1))))
                .isInstanceOf(StatementException.class)
                .hasMessageContaining("noWait()");
    }

    @Test
    void errorsAreToldByTheirNumbers() {
        assertThat(dialect.errorKind("23000", 1, null)).isEqualTo(ErrorKind.UNIQUE_VIOLATION);
        assertThat(dialect.errorKind("23000", 2291, null)).isEqualTo(ErrorKind.FOREIGN_KEY_VIOLATION);
        assertThat(dialect.errorKind("23000", 2292, null)).isEqualTo(ErrorKind.FOREIGN_KEY_VIOLATION);
        assertThat(dialect.errorKind("23000", 2290, null)).isEqualTo(ErrorKind.CHECK_VIOLATION);
        assertThat(dialect.errorKind("23000", 1400, null)).isEqualTo(ErrorKind.NOT_NULL_VIOLATION);
        assertThat(dialect.errorKind("61000", 60, null)).isEqualTo(ErrorKind.DEADLOCK);
        assertThat(dialect.errorKind("72000", 8177, null)).isEqualTo(ErrorKind.SERIALIZATION_FAILURE);
        assertThat(dialect.errorKind("61000", 54, null)).isEqualTo(ErrorKind.LOCK_TIMEOUT);
        assertThat(dialect.errorKind("99999", 30006, null)).isEqualTo(ErrorKind.LOCK_TIMEOUT);
        assertThat(dialect.errorKind("42000", 942, null)).isEqualTo(ErrorKind.UNDEFINED_OBJECT);
        assertThat(dialect.errorKind("72000", 12899, null)).isEqualTo(ErrorKind.DATA);
        assertThat(dialect.isRetryable(ErrorKind.SERIALIZATION_FAILURE)).isTrue();
    }
}
