package io.fluxalchemy.benchmarks.workload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fluxalchemy.benchmarks.contender.BookData;
import io.fluxalchemy.benchmarks.contender.Contender;
import io.fluxalchemy.benchmarks.contender.Contenders;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import reactor.core.publisher.Mono;

/** Every contender reads and writes what plain SQL says, on a small library; and a contender that does not is found out. */
class ContendersIT {

    private static Server server;

    @BeforeAll
    static void start() {
        server = new Server(Size.TESTED);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest
    @EnumSource
    void everyWorkloadGivesWhatPlainSqlGives(Contenders contender) {
        try (Contender<?, ?> opened = contender.open(server.target())) {
            Runs<?, ?> runs = new Runs<>(opened, server.library());
            for (Workload workload : Workload.all()) {
                assertThat(runs.measure(workload, Duration.ZERO).operations()).isPositive();
            }
        }
    }

    @Test
    void ourStatementsAreAsFewAsByHand() {
        assertThat(statements(Contenders.FLUXALCHEMY)).isEqualTo(statements(Contenders.RAW_BEST));
    }

    private static List<Long> statements(Contenders contender) {
        try (Contender<?, ?> opened = contender.open(server.target())) {
            Runs<?, ?> runs = new Runs<>(opened, server.library());
            return List.of(Workload.W1, Workload.W2, Workload.W3, Workload.W3B, Workload.W4, Workload.W5).stream()
                    .map(workload -> {
                        runs.once(workload);
                        server.resetCount();
                        runs.once(workload);
                        return server.statements();
                    })
                    .toList();
        }
    }

    @Test
    void aWrongBookIsFoundOut() {
        try (Contender<?, ?> opened = Contenders.RAW.open(server.target())) {
            Runs<?, ?> runs = new Runs<>(tampering(opened, "book"), server.library());
            assertThatThrownBy(() -> runs.measure(Workload.W1, Duration.ZERO)).hasMessageContaining("are wrong");
            assertThatThrownBy(() -> runs.measure(Workload.W2B, Duration.ZERO)).hasMessageContaining("are wrong");
        }
    }

    @Test
    void idsInTheWrongOrderAreFoundOut() {
        try (Contender<?, ?> opened = Contenders.RAW.open(server.target())) {
            Runs<?, ?> runs = new Runs<>(tampering(opened, "insert"), server.library());
            assertThatThrownBy(() -> runs.measure(Workload.W4, Duration.ZERO)).hasMessageContaining("are wrong");
        } finally {
            server.library().removeAdded();
        }
    }

    @Test
    void aWriteThatDidNotHappenIsFoundOut() {
        try (Contender<?, ?> opened = Contenders.RAW.open(server.target())) {
            Runs<?, ?> runs = new Runs<>(tampering(opened, "rename"), server.library());
            assertThatThrownBy(() -> runs.measure(Workload.W5, Duration.ZERO)).hasMessageContaining("are wrong");
        }
    }

    /** A contender that does one thing wrong. */
    @SuppressWarnings("unchecked") // the proxy hands everything else on as it is
    private static <A, B> Contender<A, B> tampering(Contender<A, B> contender, String method) {
        return (Contender<A, B>) Proxy.newProxyInstance(
                ContendersIT.class.getClassLoader(), new Class<?>[] {Contender.class}, (proxy, called, arguments) -> {
                    if (!called.getName().equals(method)) {
                        return called.invoke(contender, arguments);
                    }
                    return switch (method) {
                        case "rename" -> Mono.empty();
                        case "insert" ->
                            ((Mono<List<Long>>) called.invoke(contender, arguments))
                                    .map(ids -> ids.stream()
                                            .sorted((one, other) -> Long.compare(other, one))
                                            .toList());
                        default -> {
                            BookData book = (BookData) called.invoke(contender, arguments);
                            yield new BookData(
                                    book.id(),
                                    book.authorId(),
                                    book.title(),
                                    book.isbn(),
                                    book.price(),
                                    book.published(),
                                    book.pages() + 1,
                                    book.tags());
                        }
                    };
                });
    }
}
