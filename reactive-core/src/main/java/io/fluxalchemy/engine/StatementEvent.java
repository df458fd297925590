package io.fluxalchemy.engine;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.util.context.ContextView;

/**
 * A statement that has ended.
 *
 * @param sql the text with its bind markers
 * @param parameters for each bind marker its type, and whether it was null; never the value
 * @param rows rows read or written
 * @param took from sending to the end of the answer
 * @param error what it failed with; null if it succeeded
 * @param context the Context of whoever subscribed
 */
public record StatementEvent(
        String sql,
        List<String> parameters,
        long rows,
        Duration took,
        @Nullable Throwable error,
        ContextView context) {}
