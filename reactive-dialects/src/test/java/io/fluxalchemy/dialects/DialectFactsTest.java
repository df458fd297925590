package io.fluxalchemy.dialects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fluxalchemy.dialect.Dialect;
import io.fluxalchemy.dialect.Dialects;
import io.fluxalchemy.dialect.Isolation;
import io.fluxalchemy.dialect.TransactionStart;
import io.fluxalchemy.error.ErrorKind;
import io.fluxalchemy.error.StatementException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class DialectFactsTest {

    private final Dialect h2 = Dialects.byName("h2");
    private final Dialect mariadb = Dialects.byName("mariadb");
    private final Dialect postgresql = Dialects.byName("postgresql");

    @Test
    void anUnknownDialectIsNamedWithThoseFound() {
        assertThatThrownBy(() -> Dialects.byName("db2"))
                .isInstanceOf(StatementException.class)
                .hasMessageContaining("'db2'")
                .hasMessageContaining("[postgresql, h2, mariadb, mysql, sqlserver, oracle]");
    }

    @Test
    void namesAreQuotedWhereTheyMustBe() {
        assertThat(postgresql.identifiers().quoted("author")).isEqualTo("author");
        assertThat(postgresql.identifiers().quoted("user")).isEqualTo("\"user\"");
        assertThat(postgresql.identifiers().quoted("a\"b")).isEqualTo("\"a\"\"b\"");
        assertThat(mariadb.identifiers().quoted("a`b")).isEqualTo("`a``b`");
        assertThat(mariadb.identifiers().quoted("authorId")).isEqualTo("`authorId`");
        assertThat(h2.identifiers().quoted("year")).isEqualTo("\"year\"");
        assertThat(h2.identifiers().quoted("1st")).isEqualTo("\"1st\"");
    }

    @Test
    void namesTheDatabaseCannotKeepAreRefused() {
        assertThatThrownBy(() -> postgresql.identifiers().quoted("x".repeat(64)))
                .isInstanceOf(StatementException.class)
                .hasMessageContaining("63 bytes");
        assertThatThrownBy(() -> postgresql.identifiers().quoted("é".repeat(32)))
                .isInstanceOf(StatementException.class);
        assertThatThrownBy(() -> postgresql.identifiers().quoted("a\0b")).isInstanceOf(StatementException.class);
        assertThatThrownBy(() -> postgresql.identifiers().quoted("")).isInstanceOf(StatementException.class);
    }

    @Test
    void derivedNamesAreCutToTheLimitAndStayDifferent() {
        String one = postgresql.identifiers().shortened("x".repeat(70) + "a");
        String other = postgresql.identifiers().shortened("x".repeat(70) + "b");
        assertThat(one).hasSize(63).isNotEqualTo(other);
        assertThat(postgresql.identifiers().shortened("x".repeat(70) + "a")).isEqualTo(one);
        assertThat(postgresql.identifiers().quoted(postgresql.identifiers().shortened("😀".repeat(40))))
                .isNotEmpty();
    }

    @Test
    void transactionsBeginAsEachDatabaseWants() {
        TransactionStart serializable = TransactionStart.PLAIN.isolation(Isolation.SERIALIZABLE);
        assertThat(h2.transactions().begin(serializable))
                .containsExactly("set session characteristics as transaction isolation level serializable", "begin");
        assertThat(h2.transactions().begin(TransactionStart.PLAIN))
                .containsExactly("set session characteristics as transaction isolation level read committed", "begin");
        assertThat(mariadb.transactions().begin(serializable.readOnly(true)))
                .containsExactly("set transaction isolation level serializable", "start transaction read only");
        TransactionStart limited = TransactionStart.PLAIN
                .statementTimeout(Duration.ofMillis(1_500))
                .lockTimeout(Duration.ofSeconds(2));
        assertThat(mariadb.transactions().begin(limited))
                .containsExactly(
                        "set @fluxalchemy_statement = @@session.max_statement_time, session max_statement_time = 1.500",
                        "set @fluxalchemy_lock = @@session.innodb_lock_wait_timeout,"
                                + " @fluxalchemy_metadata_lock = @@session.lock_wait_timeout,"
                                + " session innodb_lock_wait_timeout = 2, session lock_wait_timeout = 2",
                        "start transaction");
        assertThat(mariadb.transactions().restore(limited)).hasSize(2);
        assertThat(mariadb.transactions().restore(TransactionStart.PLAIN)).isEmpty();
        assertThatThrownBy(() -> mariadb.transactions().begin(limited.lockTimeout(Duration.ofMillis(300))))
                .isInstanceOf(StatementException.class)
                .hasMessageContaining("whole seconds");
        assertThat(h2.transactions().begin(limited))
                .contains("set query_timeout 1500", "set lock_timeout 2000")
                .endsWith("begin");
        assertThat(h2.transactions().restore(limited)).hasSize(2);
        assertThatThrownBy(() -> h2.transactions().begin(TransactionStart.PLAIN.readOnly(true)))
                .isInstanceOf(StatementException.class)
                .hasMessageContaining("h2")
                .hasMessageContaining("read-only");
        assertThat(mariadb.transactions().rollbackTo("s1")).isEqualTo("rollback to savepoint s1");
        assertThatThrownBy(() -> mariadb.transactions().savepoint("s1; drop table author"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void errorsAreToldByVendorCodes() {
        assertThat(mariadb.errorKind("23000", 1062, null)).isEqualTo(ErrorKind.UNIQUE_VIOLATION);
        assertThat(mariadb.errorKind("23000", 1452, null)).isEqualTo(ErrorKind.FOREIGN_KEY_VIOLATION);
        assertThat(mariadb.errorKind("40001", 1213, null)).isEqualTo(ErrorKind.DEADLOCK);
        assertThat(mariadb.errorKind("HY000", 1205, null)).isEqualTo(ErrorKind.LOCK_TIMEOUT);
        assertThat(h2.errorKind("23505", 23505, null)).isEqualTo(ErrorKind.UNIQUE_VIOLATION);
        assertThat(h2.errorKind("23513", 23513, null)).isEqualTo(ErrorKind.CHECK_VIOLATION);
        assertThat(h2.errorKind("40001", 40001, null)).isEqualTo(ErrorKind.DEADLOCK);
        assertThat(h2.errorKind("HYT00", 50200, null)).isEqualTo(ErrorKind.LOCK_TIMEOUT);
    }

    @Test
    void aWaitForALockThatWasTooLongIsCuredByRunningTheTransactionAgainWhereTheServerBoundsEveryWait() {
        assertThat(mariadb.isRetryable(ErrorKind.LOCK_TIMEOUT)).isTrue();
        assertThat(Dialects.byName("mysql").isRetryable(ErrorKind.LOCK_TIMEOUT)).isTrue();
        assertThat(h2.isRetryable(ErrorKind.LOCK_TIMEOUT)).isFalse();
        assertThat(Dialects.byName("postgresql").isRetryable(ErrorKind.LOCK_TIMEOUT))
                .isFalse();
        assertThat(mariadb.isRetryable(ErrorKind.DEADLOCK)).isTrue();
        assertThat(mariadb.isRetryable(ErrorKind.UNIQUE_VIOLATION)).isFalse();
    }

    @Test
    void aDeadlockEndsTheWholeTransactionWhereTheServerSaysSo() {
        for (String dialect : List.of("h2", "mariadb", "mysql", "sqlserver")) {
            assertThat(Dialects.byName(dialect).endsTransaction(ErrorKind.DEADLOCK))
                    .as(dialect)
                    .isTrue();
            assertThat(Dialects.byName(dialect).endsTransaction(ErrorKind.LOCK_TIMEOUT))
                    .as(dialect)
                    .isFalse();
        }
        for (String dialect : List.of("postgresql", "oracle")) {
            assertThat(Dialects.byName(dialect).endsTransaction(ErrorKind.DEADLOCK))
                    .as(dialect)
                    .isFalse();
        }
        for (String dialect : List.of("mariadb", "mysql", "sqlserver")) {
            assertThat(Dialects.byName(dialect).endsTransaction(ErrorKind.SERIALIZATION_FAILURE))
                    .as(dialect)
                    .isTrue();
        }
    }
}
