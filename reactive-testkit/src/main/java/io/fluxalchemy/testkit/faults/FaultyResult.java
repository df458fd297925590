package io.fluxalchemy.testkit.faults;

import io.r2dbc.spi.Readable;
import io.r2dbc.spi.Result;
import io.r2dbc.spi.Row;
import io.r2dbc.spi.RowMetadata;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import org.reactivestreams.Publisher;

/** A result that wants to be consumed. */
final class FaultyResult implements Result {

    private final Traffic traffic;
    private final String sql;
    private final Result real;
    private final Runnable consumed;

    FaultyResult(Traffic traffic, String sql, Result real) {
        this.traffic = traffic;
        this.sql = sql;
        this.real = real;
        this.consumed = traffic.expected(sql);
    }

    @Override
    public Publisher<Long> getRowsUpdated() {
        consumed.run();
        return traffic.many(sql + " (count)", real.getRowsUpdated());
    }

    @Override
    public <T> Publisher<T> map(BiFunction<Row, RowMetadata, ? extends T> mapping) {
        consumed.run();
        return traffic.many(sql + " (rows)", real.map(mapping));
    }

    @Override
    public <T> Publisher<T> map(Function<? super Readable, ? extends T> mapping) {
        consumed.run();
        return traffic.many(sql + " (rows)", real.map(mapping));
    }

    @Override
    public Result filter(Predicate<Segment> filter) {
        consumed.run();
        return new FaultyResult(traffic, sql, real.filter(filter));
    }

    @Override
    public <T> Publisher<T> flatMap(Function<Segment, ? extends Publisher<? extends T>> mapping) {
        consumed.run();
        return traffic.many(sql + " (segments)", real.flatMap(mapping));
    }
}
