package io.fluxalchemy.snippets;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxalchemy.compiler.SqlCompiler;
import io.fluxalchemy.dialect.Dialects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ReferenceSnippetsTest {

    private final SqlCompiler compiler = new SqlCompiler(Dialects.byName("postgresql"), 100);

    static Stream<Snippet> snippets() {
        return Stream.concat(QuerySnippets.all().stream(), WriteSnippets.all().stream());
    }

    @ParameterizedTest
    @MethodSource("snippets")
    void becomesThisSqlOnPostgresql(Snippet snippet) {
        assertThat(snippet.prepare(compiler).text()).isEqualTo(snippet.postgresql());
    }
}
