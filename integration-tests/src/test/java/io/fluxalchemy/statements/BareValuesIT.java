package io.fluxalchemy.statements;

import static io.fluxalchemy.sql.Sql.select;
import static io.fluxalchemy.sql.Sql.value;
import static org.assertj.core.api.Assertions.assertThat;

import io.fluxalchemy.engine.AsyncEngine;
import io.fluxalchemy.testkit.database.DatabaseKind;
import io.fluxalchemy.testkit.database.TestDatabase;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Texts that are compared without a column: on MariaDB the connection's collation decides, which no table of ours has chosen. */
class BareValuesIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @ParameterizedTest
    @CsvSource({"POSTGRESQL, false", "H2, false", "MARIADB, true"})
    void caseCountsUnlessTheConnectionSaysOtherwise(DatabaseKind kind, boolean isLike) {
        try (TestDatabase database = TestDatabase.of(kind)) {
            AsyncEngine engine = AsyncEngine.create(database.url());
            try {
                assertThat(engine.one(select(value("a").upper().like("a"))).block(PATIENCE))
                        .isEqualTo(isLike);
            } finally {
                engine.close().block(PATIENCE);
            }
        }
    }
}
