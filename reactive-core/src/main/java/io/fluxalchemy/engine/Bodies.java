package io.fluxalchemy.engine;

import io.fluxalchemy.error.FatalErrorException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What users' functions must keep to. */
final class Bodies {

    private Bodies() {}

    static <A, P> P call(Function<? super A, ? extends P> body, A argument) {
        try {
            return notNull(body.apply(argument));
        } catch (VirtualMachineError | LinkageError e) {
            throw new FatalErrorException(e);
        }
    }

    private static <P> P notNull(@Nullable P returned) {
        if (returned == null) {
            throw new NullPointerException(
                    "the body returned null instead of a publisher: return Mono.empty() where there is nothing to return");
        }
        return returned;
    }
}
