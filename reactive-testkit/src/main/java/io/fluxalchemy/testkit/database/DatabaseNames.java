package io.fluxalchemy.testkit.database;

import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;

/** Names that no other test run on the same server uses. */
final class DatabaseNames {

    private final AtomicInteger counter = new AtomicInteger();
    private final String prefix = String.format(
            Locale.ROOT,
            "fa_%s_%s_",
            Long.toString(ProcessHandle.current().pid(), 36),
            Long.toString(System.currentTimeMillis(), 36));

    String next() {
        return prefix + counter.incrementAndGet();
    }
}
