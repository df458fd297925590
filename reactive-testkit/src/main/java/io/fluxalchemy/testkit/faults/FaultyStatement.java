package io.fluxalchemy.testkit.faults;

import io.r2dbc.spi.Result;
import io.r2dbc.spi.Statement;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;

/** A statement of a {@link FaultyDriver}: executes, or misbehaves as its connection was told to. */
final class FaultyStatement implements Statement {

    private final FaultyDriver driver;
    private final String sql;
    private final Statement real;

    FaultyStatement(FaultyDriver driver, String sql, Statement real) {
        this.driver = driver;
        this.sql = sql;
        this.real = real;
    }

    @Override
    public Publisher<? extends Result> execute() {
        Misbehaviour how = driver.at(DriverStep.of(sql), sql);
        if (how == null) {
            return driver.traffic()
                    .many(sql, Flux.<Result>from(real.execute()))
                    .map(result -> new FaultyResult(driver.traffic(), sql, result));
        }
        how.throwIfAtOnce();
        return driver.traffic()
                .many(
                        sql,
                        how.<Result>instead(Flux.from(real.execute())
                                .concatMap(Result::getRowsUpdated)
                                .then()));
    }

    @Override
    public Statement add() {
        real.add();
        return this;
    }

    @Override
    public Statement bind(int index, Object value) {
        real.bind(index, value);
        return this;
    }

    @Override
    public Statement bind(String name, Object value) {
        real.bind(name, value);
        return this;
    }

    @Override
    public Statement bindNull(int index, Class<?> type) {
        real.bindNull(index, type);
        return this;
    }

    @Override
    public Statement bindNull(String name, Class<?> type) {
        real.bindNull(name, type);
        return this;
    }

    @Override
    public Statement returnGeneratedValues(String... columns) {
        real.returnGeneratedValues(columns);
        return this;
    }

    @Override
    public Statement fetchSize(int rows) {
        real.fetchSize(rows);
        return this;
    }
}
