package io.fluxalchemy.faults.matrix;

import io.fluxalchemy.engine.TransactionOptions;
import java.time.Duration;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** One way things go wrong. */
public interface Fault {

    String name();

    /** Sets the stage before the case runs: traps on the wire, a driver told to misbehave, a body that fails. */
    void arm(CaseRun run);

    /** What the caller does with the work; {@code moment} completes when the phase is reached. */
    default Flux<?> around(Flux<?> work, Mono<Void> moment) {
        return work;
    }

    /** Whether the engine runs over the driver that misbehaves. */
    default boolean overFaultyDriver() {
        return false;
    }

    /** Whether it changes the configuration of the server, which then is one for such cases. */
    default boolean changesTheServer() {
        return false;
    }

    /** The bound of an acquire. */
    default Duration toAcquire() {
        return Duration.ofSeconds(8);
    }

    default TransactionOptions options() {
        return TransactionOptions.defaults();
    }

    /** After the caller has its answer, or has left. */
    default void after(CaseRun run) {}

    /** A fault that is one function. */
    static Fault named(String name, java.util.function.Consumer<CaseRun> arm) {
        return new Fault() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public void arm(CaseRun run) {
                arm.accept(run);
            }
        };
    }

    /** The same fault under other options. */
    default Fault with(TransactionOptions options) {
        Fault fault = this;
        return new Fault() {
            @Override
            public String name() {
                return fault.name();
            }

            @Override
            public void arm(CaseRun run) {
                fault.arm(run);
            }

            @Override
            public boolean overFaultyDriver() {
                return fault.overFaultyDriver();
            }

            @Override
            public TransactionOptions options() {
                return options;
            }
        };
    }
}
