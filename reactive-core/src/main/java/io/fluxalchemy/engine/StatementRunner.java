package io.fluxalchemy.engine;

import io.fluxalchemy.compiler.BoundSql;
import io.fluxalchemy.compiler.CompiledSql.Effect;
import io.fluxalchemy.compiler.Parameter;
import io.fluxalchemy.engine.pool.Lease;
import io.fluxalchemy.error.ConversionException;
import io.fluxalchemy.error.FatalErrorException;
import io.fluxalchemy.result.ResultReader;
import io.fluxalchemy.type.SqlType;
import io.r2dbc.spi.Result;
import io.r2dbc.spi.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

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
        return beginning.before(effect(bound), Mono.deferContextual(context -> {
            Exchange exchange = new Exchange(core, lease, isReadOnly, bound, context);
            List<@Nullable R> rows = new ArrayList<>();
            ResultReader<R> reader = readers.get();
            return Flux.from(listing(bound).execute())
                    .concatMap(result -> result.map((row, metadata) -> {
                        exchange.countRow();
                        if (rows.size() < most && !exchange.hasFailed()) {
                            try {
                                rows.add(reader.read(row, metadata));
                            } catch (VirtualMachineError | LinkageError e) {
                                exchange.failed(new FatalErrorException(e));
                            } catch (RuntimeException e) {
                                exchange.failed(e);
                            }
                        }
                        return Boolean.TRUE;
                    }))
                    .onErrorMap(exchange::translate)
                    .then(Mono.fromSupplier(() -> exchange.orThrow(rows)))
                    .doOnTerminate(exchange::ended)
                    .doOnError(exchange::observe)
                    .doOnSuccess(done -> exchange.observe(null));
        }));
    }

    /** Rows as they arrive: the value read, or a {@link RowFailure} in place of a row that could not be read. */
    <R> Flux<Object> rows(BoundSql bound, Supplier<ResultReader<R>> readers, int fetchSize) {
        return beginning.before(effect(bound), Flux.deferContextual(context -> {
            Exchange exchange = new Exchange(core, lease, isReadOnly, bound, context);
            ResultReader<R> reader = readers.get();
            return Flux.from(statement(bound).fetchSize(fetchSize).execute())
                    .concatMap(result -> result.map((row, metadata) -> {
                        exchange.countRow();
                        try {
                            R value = reader.read(row, metadata);
                            return value == null ? RowFailure.ofNull() : (Object) value;
                        } catch (VirtualMachineError | LinkageError e) {
                            return new RowFailure(new FatalErrorException(e));
                        } catch (RuntimeException e) {
                            return new RowFailure(e);
                        }
                    }))
                    .onErrorMap(exchange::translate)
                    .doOnTerminate(exchange::ended)
                    .doOnError(exchange::observe)
                    .doOnComplete(() -> exchange.observe(null))
                    .doOnCancel(() -> exchange.observe(null));
        }));
    }

    /** Runs a statement for the number of rows it writes, summed over all its results. */
    Mono<Long> count(BoundSql bound) {
        return beginning.before(effect(bound), Mono.deferContextual(context -> {
            Exchange exchange = new Exchange(core, lease, isReadOnly, bound, context);
            return Flux.from(statement(bound).execute())
                    .concatMap(Result::getRowsUpdated)
                    .reduce(0L, Long::sum)
                    .doOnNext(exchange::countRows)
                    .onErrorMap(exchange::translate)
                    .doOnTerminate(exchange::ended)
                    .doOnError(exchange::observe)
                    .doOnSuccess(done -> exchange.observe(null));
        }));
    }

    /** Runs texts of our own without values, one after the other, each to its end. */
    Mono<Void> control(List<String> texts) {
        return beginning.before(Effect.WRITE, controls.run(texts));
    }

    /** Reads one text with a query of our own; empty where it is null. */
    Mono<String> text(String query) {
        return beginning.before(Effect.READ, controls.read(query));
    }

    private static Effect effect(BoundSql bound) {
        return bound.compiled().effect();
    }

    /** Without values a driver may send plain text and get text back, row by row parsed; a fetch size makes it prepare. */
    private Statement listing(BoundSql bound) {
        Statement statement = statement(bound);
        return bound.parameters().isEmpty() && bound.compiled().effect() == Effect.READ
                ? statement.fetchSize(ALL_ROWS)
                : statement;
    }

    private Statement statement(BoundSql bound) {
        if (bound.compiled().effect() == Effect.UNKNOWN) {
            lease.markDirty();
        }
        Statement statement = lease.connection().createStatement(bound.text());
        String generatedKey = bound.compiled().generatedKey();
        if (generatedKey != null) {
            statement.returnGeneratedValues(generatedKey);
        }
        List<Parameter> parameters = bound.parameters();
        MessageSize size = new MessageSize();
        for (int i = 0; i < parameters.size(); i++) {
            Parameter parameter = parameters.get(i);
            try {
                Object canonical = canonical(parameter.type(), parameter.value());
                size.add(canonical);
                core.adapter().bind(statement, i, parameter.type(), canonical);
            } catch (ConversionException e) {
                String place =
                        parameter.column() == null ? "value " + (i + 1) : "column \"" + parameter.column() + "\"";
                throw new ConversionException(place + ": " + e.getMessage(), e);
            }
        }
        size.requireAtMost(MessageSize.MOST, bound.text());
        return statement;
    }

    @SuppressWarnings("unchecked") // the compiler pairs each value with its type
    private static <T> @Nullable Object canonical(SqlType<T> type, @Nullable Object value) {
        return value == null ? null : type.toStorage((T) value);
    }
}
