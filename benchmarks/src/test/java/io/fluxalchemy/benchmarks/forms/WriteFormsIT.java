package io.fluxalchemy.benchmarks.forms;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxalchemy.testkit.database.DatabaseKind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every form writes what it is to write; the program checks that itself. */
class WriteFormsIT {

    @ParameterizedTest
    @CsvSource({"H2, 150", "MARIADB, 20"})
    void everyFormWritesAllRows(DatabaseKind kind, int rows) {
        assertThat(WriteForms.measure(kind, 1, rows))
                .containsOnlyKeys("insert", "update", "delete")
                .allSatisfy((write, forms) -> assertThat(forms).containsEntry("row by row", "1.00"));
    }
}
