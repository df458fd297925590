package io.fluxalchemy.engine;

import io.fluxalchemy.compiler.BoundSql;
import io.fluxalchemy.compiler.CompiledSql.Effect;
import io.fluxalchemy.compiler.Parameter;
import io.fluxalchemy.engine.pool.Lease;
import io.fluxalchemy.engine.turn.ExchangeEnd;
import io.fluxalchemy.engine.turn.ExchangeMono;
import io.fluxalchemy.engine.turn.ExchangeMono.Running;
import io.fluxalchemy.error.ConversionException;
import io.fluxalchemy.result.ResultReader;
import io.fluxalchemy.sql.Column;
import io.fluxalchemy.type.SqlType;
import io.r2dbc.spi.Result;
import io.r2dbc.spi.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import reactor.core.Exceptions;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.concurrent.Queues;

/**
 * Runs compiled statements on one leased connection: bind, execute, read, translate errors, observe. Knows nothing of turns: what
 * it returns must be given to one. Every result is read to its end, also after a row that could not be read.
 */
final class StatementRunner {

    private static final int ALL_ROWS = 100_000;

    private final EngineCore core;
    private final Lease lease;
    private final Beginning beginning;
    private final Controls controls;
    private final boolean isReadOnly;

    StatementRunner(EngineCore core, Lease lease, boolean isReadOnly, Beginning beginning, Controls controls) {
        this.isReadOnly = isReadOnly;
        this.core = core;
        this.lease = lease;
        this.beginning = beginning;
        this.controls = controls;
    }

    /**
     * Reads all rows and keeps the first {@code most} of them; a row without a value is kept as null.
     *
     * @param readers makes the reader of each result
     */
    <R> Mono<List<@Nullable R>> list(BoundSql bound, Supplier<ResultReader<R>> readers, int most) {
        return beginning.before(effect(bound), ExchangeMono.of(context -> {
            Exchange exchange = new Exchange(core, lease, isReadOnly, bound, context);
            ReadRows<R> rows = new ReadRows<>(exchange, readers.get(), most);
            return new Running<>(
                    Flux.from(listing(bound, exchange).execute()).concatMap(result -> result.map(rows), 0),
                    new Ending<>(exchange, rows));
        }));
    }

    /** Reads the one row of a statement that gathers what it wrote, into the number of rows that were written. */
    Mono<Integer> gathered(BoundSql bound, Supplier<ResultReader<Integer>> readers) {
        return beginning.before(effect(bound), ExchangeMono.of(context -> {
            Exchange exchange = new Exchange(core, lease, isReadOnly, bound, context);
            ReadRows<Integer> rows = new ReadRows<>(exchange, readers.get(), 1);
            Supplier<Integer> written = () -> {
                Integer count = rows.get().isEmpty() ? null : rows.get().get(0);
                return count == null ? 0 : count;
            };
            return new Running<>(
                    Flux.from(listing(bound, exchange).execute()).concatMap(result -> result.map(rows), 0),
                    new Ending<>(exchange, written) {
                        @Override
                        public Integer completed() {
                            exchange.countRows(written.get() - exchange.rows());
                            return super.completed();
                        }
                    });
        }));
    }

    /** What must be answered before the rows of a statement are asked for one by one. */
    Mono<Void> beforeRows(BoundSql bound) {
        return beginning.beforeRows(effect(bound));
    }

    /**
     * Rows as they arrive: the value read, or a {@link RowFailure} in place of a row that could not be read. To be asked for behind
     * {@link #beforeRows}.
     */
    <R> Flux<Object> rows(BoundSql bound, Supplier<ResultReader<R>> readers, int fetchSize) {
        return Flux.deferContextual(context -> {
            Exchange exchange = new Exchange(core, lease, isReadOnly, bound, context);
            PassingRows<R> rows = new PassingRows<>(exchange, readers.get());
            return rows.observed(Flux.from(bind(created(bound), bound, null)
                            .fetchSize(fetchSize)
                            .execute())
                    // a link that is lost fails its result too, behind the rows that have arrived; a cancel would lose
                    // those
                    .concatMapDelayError(result -> result.map(rows), false, Queues.XS_BUFFER_SIZE)
                    .onErrorMap(
                            Exceptions::isMultiple,
                            both -> Exceptions.unwrapMultiple(both).get(0)));
        });
    }

    /** Runs a statement for the number of rows it writes, summed over all its results. */
    Mono<Long> count(BoundSql bound) {
        return beginning.before(effect(bound), ExchangeMono.of(context -> {
            Exchange exchange = new Exchange(core, lease, isReadOnly, bound, context);
            return new Running<>(
                    Flux.from(bind(exchange.statement(), bound, exchange).execute())
                            .concatMap(Result::getRowsUpdated, 0),
                    new Ending<>(exchange, exchange::rows) {
                        @Override
                        public void item(Object written) {
                            exchange.countRows((Long) written);
                        }
                    });
        }));
    }

    /** Loads rows in bulk, for their number. Each row has a value for each column. */
    Mono<Long> copy(BoundSql bound, List<Column<?>> columns, List<@Nullable Object[]> rows) {
        return beginning.before(effect(bound), ExchangeMono.of(context -> {
            List<@Nullable Object[]> canonical = canonical(columns, rows);
            Exchange exchange = new Exchange(core, lease, isReadOnly, bound, context);
            return new Running<>(
                    core.adapter().copy(lease.connection(), bound.text(), canonical),
                    new Ending<>(exchange, exchange::rows) {
                        @Override
                        public void item(Object written) {
                            exchange.countRows((Long) written);
                        }
                    });
        }));
    }

    private static List<@Nullable Object[]> canonical(List<Column<?>> columns, List<@Nullable Object[]> rows) {
        List<@Nullable Object[]> canonical = new ArrayList<>(rows.size());
        for (int row = 0; row < rows.size(); row++) {
            @Nullable Object[] values = rows.get(row).clone();
            for (int i = 0; i < values.length; i++) {
                try {
                    values[i] = canonical(columns.get(i).type(), values[i]);
                } catch (ConversionException e) {
                    throw new ConversionException(
                            "row " + row + ", column \"" + columns.get(i).name() + "\": " + e.getMessage(), e);
                }
            }
            canonical.add(values);
        }
        return canonical;
    }

    /** Runs texts of our own that need no time of the server, one after the other, each within the bound of a clean-up. */
    Mono<Void> control(List<String> texts) {
        return beginning.before(
                Effect.WRITE, controls.run(texts, core.settings().cleanupTimeout()));
    }

    /** Reads one text with a query of our own; empty where it is null. */
    Mono<String> text(String query) {
        return beginning.before(Effect.READ, controls.read(query));
    }

    /** Ends an exchange that was read to its end. */
    private static class Ending<T> implements ExchangeEnd<T> {

        private final Exchange exchange;
        private final Supplier<T> result;

        Ending(Exchange exchange, Supplier<T> result) {
            this.exchange = exchange;
            this.result = result;
        }

        @Override
        public T completed() {
            exchange.completed();
            exchange.ended();
            RuntimeException failure = exchange.failure();
            exchange.observe(failure);
            if (failure != null) {
                throw failure;
            }
            return result.get();
        }

        @Override
        public Throwable failed(Throwable error) {
            Throwable translated = exchange.translate(error);
            exchange.ended();
            exchange.observe(translated);
            return translated;
        }
    }

    private static Effect effect(BoundSql bound) {
        return bound.compiled().effect();
    }

    /** Without values a driver may send plain text and get text back, row by row parsed; a fetch size makes it prepare. */
    private Statement listing(BoundSql bound, Exchange exchange) {
        if (bound.parameters().isEmpty() && effect(bound) == Effect.READ) {
            return created(bound).fetchSize(ALL_ROWS);
        }
        return bind(exchange.statement(), bound, exchange);
    }

    private Statement created(BoundSql bound) {
        return lease.connection().createStatement(bound.text());
    }

    /** @param exchange may keep the statement for another run; null where it must not */
    private Statement bind(Statement statement, BoundSql bound, @Nullable Exchange exchange) {
        if (effect(bound) == Effect.UNKNOWN) {
            lease.markDirty();
        }
        String generatedKey = bound.compiled().generatedKey();
        if (generatedKey != null) {
            statement.returnGeneratedValues(generatedKey);
        }
        List<Parameter> parameters = bound.parameters();
        MessageSize size = new MessageSize();
        boolean isSecret = false;
        for (int i = 0; i < parameters.size(); i++) {
            Parameter parameter = parameters.get(i);
            try {
                Object canonical = canonical(parameter.type(), parameter.value());
                size.add(canonical);
                isSecret |= parameter.type().isSensitive();
                core.adapter().bind(statement, i, parameter.type(), canonical);
            } catch (ConversionException e) {
                String place =
                        parameter.column() == null ? "value " + (i + 1) : "column \"" + parameter.column() + "\"";
                throw new ConversionException(place + ": " + e.getMessage(), e);
            }
        }
        size.requireAtMost(MessageSize.MOST, bound.text());
        if (exchange != null && !parameters.isEmpty() && !isSecret && size.isSmall()) {
            exchange.keep(statement);
        }
        return statement;
    }

    @SuppressWarnings("unchecked") // the compiler pairs each value with its type
    private static <T> @Nullable Object canonical(SqlType<T> type, @Nullable Object value) {
        return value == null ? null : type.toStorage((T) value);
    }
}
