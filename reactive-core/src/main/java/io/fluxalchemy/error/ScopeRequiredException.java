package io.fluxalchemy.error;

/** An operation outside of the scopes it is allowed in, perhaps because the Reactor Context of its scope was lost. Nothing was sent. */
public class ScopeRequiredException extends EngineException {

    private static final long serialVersionUID = 1L;

    public ScopeRequiredException(String message) {
        super(message);
    }
}
