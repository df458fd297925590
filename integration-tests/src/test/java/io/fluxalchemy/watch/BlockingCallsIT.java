package io.fluxalchemy.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Under {@code -Pwatched} the watch sees what it is to see. */
@EnabledIfSystemProperty(named = "junit.jupiter.extensions.autodetection.enabled", matches = "true")
class BlockingCallsIT {

    @Test
    void aThreadThatATestBlocksIsSeenAndNotBlamedOnUs() {
        Mono.fromRunnable(BlockingCallsIT::block)
                .subscribeOn(Schedulers.parallel())
                .block(Duration.ofSeconds(30));
        assertThat(BlockingCalls.others().keySet()).anyMatch(call -> call.startsWith(BlockingCallsIT.class.getName()));
    }

    private static void block() {
        try {
            Thread.sleep(1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
