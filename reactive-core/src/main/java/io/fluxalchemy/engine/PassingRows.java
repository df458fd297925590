package io.fluxalchemy.engine;

import io.fluxalchemy.error.FatalErrorException;
import io.fluxalchemy.result.ResultReader;
import io.r2dbc.spi.Row;
import io.r2dbc.spi.RowMetadata;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Operators;
import reactor.util.context.Context;

/**
 * Reads rows inside the driver's own mapping as they pass, and is told how their exchange ends: one operator for each row, where
 * errors are translated and the end is observed.
 */
final class PassingRows<R> implements BiFunction<Row, RowMetadata, Object> {

    private final Exchange exchange;
    private final ResultReader<R> reader;

    PassingRows(Exchange exchange, ResultReader<R> reader) {
        this.exchange = exchange;
        this.reader = reader;
    }

    /** The value of a row; a {@link RowFailure} where it could not be read. */
    @Override
    public Object apply(Row row, RowMetadata metadata) {
        exchange.countRow();
        try {
            R value = reader.read(row, metadata);
            return value == null ? RowFailure.ofNull() : value;
        } catch (VirtualMachineError | LinkageError e) {
            return new RowFailure(new FatalErrorException(e));
        } catch (RuntimeException e) {
            return new RowFailure(e);
        }
    }

    Flux<Object> observed(Flux<Object> rows) {
        return rows.transform(Operators.lift((source, actual) -> new Observed(exchange, actual)));
    }

    private static final class Observed implements CoreSubscriber<Object>, Subscription {

        private final Exchange exchange;
        private final CoreSubscriber<? super Object> actual;
        private @Nullable Subscription upstream;

        Observed(Exchange exchange, CoreSubscriber<? super Object> actual) {
            this.exchange = exchange;
            this.actual = actual;
        }

        @Override
        public Context currentContext() {
            return actual.currentContext();
        }

        @Override
        public void onSubscribe(Subscription s) {
            if (Operators.validate(upstream, s)) {
                upstream = s;
                actual.onSubscribe(this);
            }
        }

        @Override
        public void onNext(Object row) {
            actual.onNext(row);
        }

        @Override
        public void onError(Throwable error) {
            Throwable translated = exchange.translate(error);
            exchange.ended();
            exchange.observe(translated);
            actual.onError(translated);
        }

        @Override
        public void onComplete() {
            exchange.ended();
            exchange.observe(null);
            actual.onComplete();
        }

        @Override
        public void request(long n) {
            Subscription s = upstream;
            if (s != null) {
                s.request(n);
            }
        }

        @Override
        public void cancel() {
            exchange.observe(null);
            Subscription s = upstream;
            if (s != null) {
                s.cancel();
            }
        }
    }
}
