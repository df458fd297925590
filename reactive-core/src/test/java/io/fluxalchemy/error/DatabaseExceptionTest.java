package io.fluxalchemy.error;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DatabaseExceptionTest {

    @ParameterizedTest
    @EnumSource(ErrorKind.class)
    void everyKindHasAnExceptionThatKeepsWhatTheDriverSaid(ErrorKind kind) {
        RuntimeException driver = new RuntimeException("from the driver");

        DatabaseException error = DatabaseException.of(kind, "12345", 7, "select $1", driver);

        assertThat(error.kind()).isEqualTo(kind);
        assertThat(error.sqlState()).isEqualTo("12345");
        assertThat(error.vendorCode()).isEqualTo(7);
        assertThat(error.sql()).isEqualTo("select $1");
        assertThat(error).hasCause(driver);
    }

    @Test
    void theFourKeyViolationsAreIntegrityErrors() {
        assertThat(DatabaseException.of(ErrorKind.UNIQUE_VIOLATION, "23505", 0, null, null))
                .isInstanceOf(UniqueViolationException.class)
                .isInstanceOf(IntegrityException.class);
        assertThat(DatabaseException.of(ErrorKind.FOREIGN_KEY_VIOLATION, "23503", 0, null, null))
                .isInstanceOf(IntegrityException.class);
        assertThat(DatabaseException.of(ErrorKind.NOT_NULL_VIOLATION, "23502", 0, null, null))
                .isInstanceOf(IntegrityException.class);
        assertThat(DatabaseException.of(ErrorKind.CHECK_VIOLATION, "23514", 0, null, null))
                .isInstanceOf(IntegrityException.class);
    }

    @Test
    void theMessageIsSafeToShowAndTheStackTraceNamesTheStatement() {
        DatabaseException error = DatabaseException.of(
                ErrorKind.UNIQUE_VIOLATION,
                "23505",
                0,
                "insert into author (email) values ($1)",
                new RuntimeException("Key (email)=(secret@example.org) already exists."));

        assertThat(error).hasMessage("unique violation (SQLSTATE 23505)");
        StringWriter trace = new StringWriter();
        error.printStackTrace(new PrintWriter(trace));
        assertThat(trace.toString()).contains("[SQL: insert into author (email) values ($1)]");
    }

    @Test
    void onlySerializationFailuresAndDeadlocksAreRetryable() {
        assertThat(ErrorKind.values())
                .filteredOn(ErrorKind::isRetryable)
                .containsExactly(ErrorKind.SERIALIZATION_FAILURE, ErrorKind.DEADLOCK);
    }
}
