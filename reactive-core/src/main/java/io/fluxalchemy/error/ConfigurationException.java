package io.fluxalchemy.error;

import org.jspecify.annotations.Nullable;

/** An engine that cannot be built as asked: an unknown option, a URL without driver or dialect. Names the fix, never a credential. */
public class ConfigurationException extends FluxAlchemyException {

    private static final long serialVersionUID = 1L;

    public ConfigurationException(String message) {
        super(message);
    }

    public ConfigurationException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
