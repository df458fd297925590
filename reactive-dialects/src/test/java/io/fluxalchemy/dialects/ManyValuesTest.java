package io.fluxalchemy.dialects;

import static io.fluxalchemy.dialects.Authors.AUTHORS;
import static io.fluxalchemy.sql.Sql.insertInto;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.fluxalchemy.compiler.SqlCompiler;
import io.fluxalchemy.dialects.h2.H2Dialect;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A statement with as many values as a database takes is compiled in a moment, whatever thread waits for it. */
class ManyValuesTest {

    @Test
    void theTimeGrowsWithTheNumberOfValuesAndNotWithItsSquare() {
        List<Integer> numbers = IntStream.range(0, 45_000).boxed().toList();
        var insert = insertInto(AUTHORS)
                .rows(numbers)
                .set(AUTHORS.name, number -> "name " + number)
                .set(AUTHORS.born, number -> number)
                .returning(AUTHORS.name.lower());
        assertTimeoutPreemptively(
                Duration.ofSeconds(10),
                () -> assertThat(new SqlCompiler(new H2Dialect(), 1)
                                .prepare(insert)
                                .parameters())
                        .hasSize(90_000));
    }
}
