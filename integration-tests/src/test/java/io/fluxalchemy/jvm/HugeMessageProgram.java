package io.fluxalchemy.jvm;

import static io.fluxalchemy.sql.Sql.sql;

import io.fluxalchemy.engine.AsyncEngine;
import java.time.Duration;
import reactor.core.publisher.Mono;

/** Asks for a row larger than the JVM's memory, then for a small one. Prints what became of each. */
final class HugeMessageProgram {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private HugeMessageProgram() {}

    /** @param arguments URL, bytes */
    public static void main(String[] arguments) {
        AsyncEngine engine = AsyncEngine.builder().url(arguments[0]).maxSize(1).build();
        System.out.println("before=" + pid(engine));
        System.out.println("huge="
                + engine.one(sql("select repeat('x', " + arguments[1] + ") as x")
                                .as(String.class))
                        .map(text -> "read " + text.length())
                        .onErrorResume(e -> Mono.just(e.getClass().getName()))
                        .block(PATIENCE));
        engine.pendingCleanup().block(PATIENCE);
        System.out.println("after=" + pid(engine));
        System.out.println("acquired=" + engine.pool().acquired());
        engine.close().block(PATIENCE);
    }

    private static Integer pid(AsyncEngine engine) {
        return engine.one(sql("select pg_backend_pid()").as(Integer.class)).block(PATIENCE);
    }
}
