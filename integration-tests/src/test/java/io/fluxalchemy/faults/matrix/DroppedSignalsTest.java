package io.fluxalchemy.faults.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import io.r2dbc.postgresql.message.backend.CloseComplete;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import reactor.core.Exceptions;
import reactor.core.publisher.Operators;
import reactor.netty.channel.AbortedException;
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
