package io.fluxalchemy.security;

import static io.fluxalchemy.security.Canary.execute;
import static io.fluxalchemy.sql.Sql.sql;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.fluxalchemy.engine.AsyncEngine;
import io.fluxalchemy.error.DatabaseException;
import io.fluxalchemy.testkit.database.DatabaseKind;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Point 20: what a stranger may be shown of an error, word for word. */
class ErrorTextIT {

    @RegisterExtension
    static final Canary CANARY = new Canary();

    @Test
    void messagesAreAKindAndACode() {
        AsyncEngine engine = CANARY.engine(DatabaseKind.POSTGRESQL);
        execute(engine, sql("drop table if exists shown"));
        execute(
                engine,
                sql(
                        "create table shown (a int primary key, b int not null check (b > 0), c int references shown (a))"));
        execute(engine, sql("insert into shown (a, b) values (1, 1)"));
        Map<String, String> golden = new LinkedHashMap<>();
        golden.put("insert into shown (a, b) values (1, 1)", "unique violation (SQLSTATE 23505)");
        golden.put("insert into shown (a) values (2)", "not-null violation (SQLSTATE 23502)");
        golden.put("insert into shown (a, b) values (2, -5)", "check violation (SQLSTATE 23514)");
        golden.put("insert into shown (a, b, c) values (2, 1, 99)", "foreign key violation (SQLSTATE 23503)");
        golden.put("insert into shown (a, b) values (99999999999, 1)", "value refused (SQLSTATE 22003)");
        golden.put("select * from gone", "something the statement names does not exist (SQLSTATE 42P01)");
        golden.put("selekt 1", "statement not understood (SQLSTATE 42601)");
        golden.put("select 1 / 0", "value refused (SQLSTATE 22012)");
        golden.forEach((text, message) -> {
            DatabaseException error = catchThrowableOfType(DatabaseException.class, () -> execute(engine, sql(text)));
            assertThat(error).as(text).hasMessage(message);
            assertThat(error.toString()).as(text).endsWith("[SQL: " + text + "]");
        });
    }

    @Test
    void aRefusedLoginNamesNeitherUserNorHostInItsMessage() {
        String url = CANARY.url(DatabaseKind.POSTGRESQL).replaceFirst("//[^@]*@", "//nobody-there:s3cret@");
        AsyncEngine engine = AsyncEngine.create(url);
        try {
            DatabaseException error =
                    catchThrowableOfType(DatabaseException.class, () -> execute(engine, sql("select 1")));
            assertThat(error.getMessage()).doesNotContain("nobody-there", "s3cret", "localhost", "127.0.0.1");
        } finally {
            engine.close().block(Canary.PATIENCE);
        }
    }
}
