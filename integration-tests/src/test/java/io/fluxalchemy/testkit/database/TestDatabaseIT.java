package io.fluxalchemy.testkit.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.r2dbc.spi.ConnectionFactories;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

class TestDatabaseIT {

    @ParameterizedTest
    @EnumSource
    void aRealServerOfTheKindAnswers(DatabaseKind kind) {
        try (TestDatabase database = TestDatabase.of(kind)) {
            String version = kind == DatabaseKind.H2 ? "select 'H2 ' || h2version()" : "select version()";
            StepVerifier.create(ask(database.url(), version))
                    .assertNext(answer ->
                            assertThat(answer).contains(kind == DatabaseKind.MARIADB ? "MariaDB" : kind.displayName()))
                    .expectComplete()
                    .verify(Duration.ofSeconds(10));
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyTestDatabaseIsItsOwnAndEmpty(DatabaseKind kind) {
        try (TestDatabase one = TestDatabase.of(kind);
                TestDatabase other = TestDatabase.of(kind)) {
            assertThat(one.url()).isEqualTo(one.url()).isNotEqualTo(other.url());
            List<String> seen = ask(one.url(), "create table t (a int)")
                    .thenMany(ask(other.url(), "create table t (a int)"))
                    .thenMany(ask(one.url(), "select count(*) from t"))
                    .collectList()
                    .block(Duration.ofSeconds(10));
            assertThat(seen).containsExactly("0");
        }
    }

    private static Mono<String> ask(String url, String sql) {
        return Flux.usingWhen(
                        ConnectionFactories.get(url).create(),
                        c -> Flux.from(c.createStatement(sql).execute())
                                .concatMap(r -> Flux.from(r.map((row, m) -> String.valueOf(row.get(0))))),
                        c -> Mono.from(c.close()))
                .singleOrEmpty();
    }
}
