package io.fluxalchemy.faults.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import io.r2dbc.postgresql.message.backend.CloseComplete;
import java.io.IOException;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;
import reactor.core.Exceptions;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Operators;
import reactor.core.publisher.Sinks;
import reactor.netty.channel.AbortedException;
import reactor.test.publisher.TestPublisher;
import reactor.util.context.Context;

class DroppedSignalsTest {

    @Test
    void whatAnOperatorDropsIsSeen() {
        try (DroppedSignals dropped = DroppedSignals.watch()) {
            Operators.onNextDropped("a row", Context.empty());
            Operators.onErrorDropped(new IOException("reset"), Context.empty());
            assertThat(dropped.seen())
                    .hasSize(2)
                    .anyMatch(signal -> signal.contains("a row"))
                    .anyMatch(signal -> signal.contains("reset"));
        }
    }

    /** The moment at which a caller leaves meets the arrival of a value: the cancel is behind it, as a race has it. */
    @Test
    void aValueThatIsHandedOverWhileItsCallerLeavesIsTheCallers() {
        try (DroppedSignals dropped = DroppedSignals.watch()) {
            leaveAsAValueArrives(CallersHands::of);
            assertThat(dropped.seen()).isEmpty();
            leaveAsAValueArrives(values -> values);
            assertThat(dropped.seen()).singleElement().asString().contains("late row");
        }
    }

    private static void leaveAsAValueArrives(UnaryOperator<Flux<String>> boundary) {
        TestPublisher<String> library = TestPublisher.createNoncompliant(TestPublisher.Violation.CLEANUP_ON_TERMINATE);
        Sinks.Empty<Void> moment = Sinks.empty();
        Disposable caller =
                boundary.apply(library.flux()).takeUntilOther(moment.asMono()).subscribe();
        moment.tryEmitEmpty();
        library.next("late row");
        caller.dispose();
    }

    @Test
    void whatTheDriverReadsFromALinkItHasGivenUpIsItsOwn() {
        try (DroppedSignals dropped = DroppedSignals.watch()) {
            Operators.onNextDropped(CloseComplete.INSTANCE, Context.empty());
            assertThat(dropped.seen()).isEmpty();
        }
    }

    @Test
    void whatTheDriverWritesToALinkThatIsClosedIsItsOwn() {
        try (DroppedSignals dropped = DroppedSignals.watch()) {
            Operators.onErrorDropped(
                    Exceptions.errorCallbackNotImplemented(AbortedException.beforeSend()), Context.empty());
            assertThat(dropped.seen()).isEmpty();
        }
    }
}
