package io.fluxalchemy.statements;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxalchemy.compiler.SqlCompiler;
import io.fluxalchemy.dialect.Dialect;
import io.fluxalchemy.dialect.Dialects;
import io.fluxalchemy.error.StatementException;
import io.fluxalchemy.sql.Query;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Every construct in every dialect, as {@code language.txt} has it, refusals included. */
class LanguageGoldenTest {

    @Test
    void everyConstructIsSpelledInEveryDialectOrRefusedByName() throws IOException {
        assertThat(actual()).isEqualTo(expected());
    }

    private static String actual() {
        StringBuilder text = new StringBuilder();
        for (Map.Entry<String, Query<?>> statement : LanguageStatements.all().entrySet()) {
            text.append(text.isEmpty() ? "" : "\n")
                    .append("# ")
                    .append(statement.getKey())
                    .append('\n');
            Dialects.all().stream()
                    .sorted(Comparator.comparing(Dialect::name))
                    .forEach(dialect -> text.append(dialect.name())
                            .append(": ")
                            .append(sql(dialect, statement.getValue()))
                            .append('\n'));
        }
        return text.toString();
    }

    private static String sql(Dialect dialect, Query<?> query) {
        try {
            return new SqlCompiler(dialect, 1).prepare(query).text();
        } catch (StatementException e) {
            return "refused: " + e.getMessage();
        }
    }

    private static String expected() throws IOException {
        try (InputStream file = LanguageGoldenTest.class.getResourceAsStream("language.txt")) {
            return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
