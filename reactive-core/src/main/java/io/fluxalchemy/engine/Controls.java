package io.fluxalchemy.engine;

import io.fluxalchemy.engine.pool.Lease;
import io.fluxalchemy.engine.turn.ExchangeEnd;
import io.fluxalchemy.engine.turn.ExchangeMono;
import io.fluxalchemy.engine.turn.ExchangeMono.Running;
import io.fluxalchemy.error.DatabaseException;
import io.fluxalchemy.error.ErrorKind;
import io.r2dbc.spi.Result;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Runs texts of our own on one leased connection: what begins and restores transactions, and savepoints. */
final class Controls {

    private final EngineCore core;
    private final Lease lease;

    Controls(EngineCore core, Lease lease) {
        this.core = core;
        this.lease = lease;
    }

    /**
     * Runs texts that need no time of the server, each within a bound: where no answer comes the connection is given up.
     *
     * @param longest the bound of each
     */
    Mono<Void> run(List<String> texts, Duration longest) {
        return texts.size() == 1
                ? run(texts.get(0), longest)
                : Flux.fromIterable(texts).concatMap(text -> run(text, longest)).then();
    }

    private Mono<Void> run(String text, Duration longest) {
        return bounded(run(text), text, longest);
    }

    private <T> Mono<T> bounded(Mono<T> exchange, String text, Duration longest) {
        return core.lender().within(longest, exchange, () -> {
            DatabaseException error = DatabaseException.of(
                    ErrorKind.CONNECTION_LOST,
                    null,
                    0,
                    text,
                    new TimeoutException(text + " was not answered within " + longest));
            lease.markDisconnected();
            lease.failed(error);
            return error;
        });
    }

    /** Runs texts without values, one after the other, each to its end. */
    Mono<Void> run(List<String> texts) {
        return texts.size() == 1
                ? run(texts.get(0))
                : Flux.fromIterable(texts).concatMap(this::run).then();
    }

    Mono<Void> run(String text) {
        return ExchangeMono.of(context -> new Running<>(send(text), new Ending(text)));
    }

    private Publisher<?> send(String text) {
        Publisher<Void> call = core.adapter().control(lease.connection(), text);
        return call == null
                ? Flux.from(lease.connection().createStatement(text).execute()).concatMap(Result::getRowsUpdated)
                : call;
    }

    /** Ends the exchange of one text, and tells the listeners. */
    private final class Ending implements ExchangeEnd<Void> {

        private final String text;
        private final long startedAt = System.nanoTime();

        Ending(String text) {
            this.text = text;
        }

        @Override
        public @Nullable Void completed() {
            core.observer().control(text, startedAt);
            return null;
        }

        @Override
        public Throwable failed(Throwable error) {
            Throwable translated = core.errors().translate(error, text);
            core.observer().control(text, startedAt);
            return translated;
        }
    }

    /** Reads one text, within the bound of a clean-up; empty where it is null or no row comes. */
    Mono<String> read(String query) {
        return bounded(text(query), query, core.settings().cleanupTimeout());
    }

    /** A link that broke is not lent again, though its end may not have been seen yet. */
    private Throwable readFailed(Throwable error, String query) {
        Throwable translated = core.errors().translate(error, query);
        if (translated instanceof DatabaseException database) {
            Eviction.after(database.kind(), false).on(lease);
        }
        return translated;
    }

    private Mono<String> text(String query) {
        return Mono.defer(() -> {
            long startedAt = System.nanoTime();
            return Flux.from(lease.connection().createStatement(query).execute())
                    .concatMap(result -> result.map((row, metadata) -> Optional.ofNullable(row.get(0, String.class))))
                    .collectList()
                    .flatMap(rows -> rows.isEmpty() ? Mono.empty() : Mono.justOrEmpty(rows.get(0)))
                    .onErrorMap(e -> readFailed(e, query))
                    .doOnTerminate(() -> core.observer().control(query, startedAt));
        });
    }
}
