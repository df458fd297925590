package io.fluxalchemy.faults.known;

import static io.fluxalchemy.sql.Sql.sql;
import static org.assertj.core.api.Assertions.assertThat;

import io.fluxalchemy.engine.AsyncEngine;
import io.fluxalchemy.error.ConnectionLostException;
import io.fluxalchemy.error.DatabaseException;
import io.fluxalchemy.error.ErrorKind;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/** Connections that cannot be opened: who waits for a server that restarts, and who is told at once. */
class ReconnectIT extends Scene {

    private static final Duration LONG = Duration.ofMinutes(2);

    @Test
    void callersThatComeWhileTheServerIsDownAreServedWhenItIsBack() throws IOException, InterruptedException {
        try (RestartableServer server = RestartableServer.start()) {
            AsyncEngine engine = AsyncEngine.builder()
                    .url(server.url())
                    .maxSize(4)
                    .acquireTimeout(LONG)
                    .build();
            run(pid(engine));
            server.kill();
            Mono<Long> callers = Flux.range(0, 40)
                    .flatMap(
                            i -> i % 2 == 0
                                    ? pid(engine)
                                    : engine.transaction(c -> pid(c).flatMap(n ->
                                            c.one(sql("select 1 as n").rows()))),
                            40)
                    .count()
                    .cache();
            Disposable waiting = callers.subscribe(n -> {}, e -> {});
            Mono.delay(Duration.ofMillis(300)).block();
            assertThat(waiting.isDisposed()).isFalse();
            server.startAgain();
            StepVerifier.create(callers).expectNext(40L).expectComplete().verify(LONG);
            assertThat(engine.pool().acquired()).isZero();
            run(engine.close());
        }
    }

    @Test
    void aServerThatIsNotThereIsToldAtOnce() throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        AsyncEngine engine = closedAfterwards(AsyncEngine.builder()
                .url("r2dbc:postgresql://postgres@127.0.0.1:" + port + "/postgres")
                .acquireTimeout(LONG)
                .build());
        StepVerifier.create(engine.one(sql("select 1 as n").rows()))
                .expectError(ConnectionLostException.class)
                .verify(SOON);
    }

    @Test
    void aDatabaseOrAUserTheServerDoesNotKnowIsToldAtOnce() {
        String nowhere = DATABASE.url().replaceFirst("/[^/?]+$", "/nowhere");
        AsyncEngine engine = closedAfterwards(
                AsyncEngine.builder().url(nowhere).acquireTimeout(LONG).build());
        StepVerifier.create(engine.one(sql("select 1 as n").rows()))
                .expectErrorSatisfies(e -> assertThat(e)
                        .isInstanceOfSatisfying(
                                DatabaseException.class,
                                refusal -> assertThat(refusal.kind())
                                        .isIn(ErrorKind.UNDEFINED_OBJECT, ErrorKind.AUTHENTICATION_FAILED)))
                .verify(SOON);
        String nobody = DATABASE.url().replaceFirst("//[^@]+@", "//nobody_of_this_name@");
        AsyncEngine other = closedAfterwards(
                AsyncEngine.builder().url(nobody).acquireTimeout(LONG).build());
        StepVerifier.create(other.one(sql("select 1 as n").rows()))
                .expectErrorSatisfies(
                        e -> assertThat(((DatabaseException) e).kind()).isEqualTo(ErrorKind.AUTHENTICATION_FAILED))
                .verify(SOON);
    }
}
