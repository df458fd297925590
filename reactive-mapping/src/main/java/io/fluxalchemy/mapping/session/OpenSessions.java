package io.fluxalchemy.mapping.session;

import io.fluxalchemy.mapping.model.EntityModel;
import io.fluxalchemy.mapping.state.IdentityMap;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The units of work of one factory that are open now: at most as many as the pool has connections. Asked only when an object new
 * to a session comes in. Thread-safe; a map of another thread is read without a lock, so the answer is best effort.
 */
final class OpenSessions {

    private final Set<SessionScope> open = ConcurrentHashMap.newKeySet();

    void begin(SessionScope scope) {
        open.add(scope);
    }

    void end(SessionScope scope) {
        open.remove(scope);
    }

    /** @param asking the map of a session that is open itself */
    @Nullable
    String ownerOf(EntityModel<?> model, Object entity, IdentityMap asking) {
        if (open.size() < 2) {
            return null;
        }
        for (SessionScope scope : open) {
            if (scope.map() != asking && scope.map().mayHave(model, entity)) {
                return scope.name();
            }
        }
        return null;
    }
}
