package io.fluxalchemy.engine;

import org.jspecify.annotations.Nullable;

/** What users' functions must keep to. */
final class Bodies {

    private Bodies() {}

    static <P> P notNull(@Nullable P returned) {
        if (returned == null) {
            throw new NullPointerException(
                    "the body returned null instead of a publisher: return Mono.empty() where there is nothing to return");
        }
        return returned;
    }
}
