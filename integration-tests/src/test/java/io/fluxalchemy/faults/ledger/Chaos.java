package io.fluxalchemy.faults.ledger;

import static io.fluxalchemy.sql.Sql.sql;

import io.fluxalchemy.engine.AsyncEngine;
import io.fluxalchemy.testkit.faults.FaultProxy;
import io.fluxalchemy.testkit.faults.Injury;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;

/** Breaks something every few milliseconds, for a while, by chance. */
final class Chaos {

    private final FaultProxy proxy;
    private final AsyncEngine witness;
    private final String application;
    private final Random random;
    private final Map<String, Integer> done = new TreeMap<>();

    Chaos(FaultProxy proxy, AsyncEngine witness, String application, long seed) {
        this.proxy = proxy;
        this.witness = witness;
        this.application = application;
        this.random = new Random(seed);
    }

    void runWhile(BooleanSupplier going) throws InterruptedException {
        while (going.getAsBoolean()) {
            Thread.sleep(20 + random.nextInt(60));
            switch (random.nextInt(9)) {
                case 0, 1, 2 -> during("answers to COMMIT lost", () -> proxy.whenSent("commit", Injury.RESET), 15);
                case 3 -> during("COMMIT lost", () -> proxy.insteadOf("commit", Injury.RESET), 15);
                case 4 -> during("answers to COMMIT ended", () -> proxy.whenSent("commit", Injury.HALF_CLOSE), 15);
                case 5 -> during("links reset", () -> proxy.now(Injury.RESET), 0);
                case 6 -> during("sessions terminated", this::terminateSome, 0);
                case 7 -> during("silence for 60 ms", () -> proxy.now(Injury.BLACK_HOLE), 60);
                default -> during("statements cut", () -> proxy.whenSent("update account", Injury.RESET), 5);
            }
        }
        proxy.heal();
    }

    /** What was done how often. */
    Map<String, Integer> done() {
        return done;
    }

    private void during(String name, Runnable fault, long millis) throws InterruptedException {
        fault.run();
        Thread.sleep(millis);
        proxy.heal();
        done.merge(name, 1, Integer::sum);
    }

    private void terminateSome() {
        witness.one(sql("select count(pg_terminate_backend(pid)) from pg_stat_activity where application_name = '"
                                + application + "' and random() < 0.3")
                        .as(Long.class))
                .block(Duration.ofSeconds(30));
    }
}
