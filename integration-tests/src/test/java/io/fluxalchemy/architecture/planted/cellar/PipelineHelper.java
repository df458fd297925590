package io.fluxalchemy.architecture.planted.cellar;

import io.r2dbc.postgresql.PostgresqlConnectionFactoryProvider;
import reactor.core.publisher.Hooks;
import reactor.core.publisher.Mono;

/** Breaks every habit at once; never run. */
final class PipelineHelper {

    private static final ThreadLocal<String> WHO = new ThreadLocal<>();

    String everything(Mono<String> name) throws InterruptedException {
        Hooks.onOperatorDebug();
        name.subscribe();
        Thread.sleep(1);
        System.out.println(WHO.get());
        return name.block() + PostgresqlConnectionFactoryProvider.POSTGRESQL_DRIVER;
    }

    Object driver() {
        return new PostgresqlConnectionFactoryProvider();
    }
}
