package io.fluxalchemy.mapping.session;

import io.fluxalchemy.engine.AsyncConnection;
import io.fluxalchemy.error.MappingException;
import io.fluxalchemy.error.SessionClosedException;
import io.fluxalchemy.error.WriteRefusedException;
import io.fluxalchemy.mapping.flush.FlushExecutor;
import io.fluxalchemy.mapping.flush.FlushPlanner;
import io.fluxalchemy.mapping.flush.FlushRefusedException;
import io.fluxalchemy.mapping.load.EntityLoader;
import io.fluxalchemy.mapping.load.EntityPlans;
import io.fluxalchemy.mapping.load.LoadScope;
import io.fluxalchemy.mapping.model.EntityModel;
import io.fluxalchemy.mapping.model.EntityReference;
import io.fluxalchemy.mapping.model.Mapping;
import io.fluxalchemy.mapping.state.EntityEntry;
import io.fluxalchemy.mapping.state.EntityEntry.Status;
import io.fluxalchemy.mapping.state.IdentityMap;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** What all handles of one unit of work share: its identity map, and whether it is open and may write. */
final class SessionScope {

    private static final AtomicLong NUMBERS = new AtomicLong();

    private final long number = NUMBERS.incrementAndGet();
    private final Mapping mapping;
    private final OpenSessions open;
    private final boolean isReadOnly;
    private final @Nullable Assembled assembled;
    private final FlushPlanner planner;
    private final IdentityMap map;
    private final EntityLoader loader;
    /** Null where nothing may be written. */
    private final @Nullable SessionWrites writes;

    private volatile boolean isEnded;

    /** @param isStrict whether what would be lost in silence is looked for */
    SessionScope(
            Mapping mapping,
            EntityPlans plans,
            FlushPlanner planner,
            OpenSessions open,
            boolean isReadOnly,
            boolean isStrict) {
        this.assembled = isStrict ? new Assembled() : null;
        this.planner = planner;
        this.mapping = mapping;
        this.open = open;
        this.isReadOnly = isReadOnly;
        this.map = new IdentityMap(this::otherOwnerOf);
        this.writes = isReadOnly ? null : new SessionWrites(planner, new FlushExecutor());
        this.loader = new EntityLoader(LoadScope.of(plans, map, !isReadOnly || isStrict));
    }

    private @Nullable String otherOwnerOf(EntityModel<?> model, Object entity) {
        return open.ownerOf(model, entity, map);
    }

    String name() {
        return "session " + number;
    }

    Mapping mapping() {
        return mapping;
    }

    IdentityMap map() {
        return map;
    }

    EntityLoader loader() {
        return loader;
    }

    boolean isReadOnly() {
        return isReadOnly;
    }

    /** Whether there is nothing to write, to run or to report when its body ends. */
    boolean endsSilently() {
        return isReadOnly && assembled == null;
    }

    /** Where operations are noted; null where nobody asks for it. */
    @Nullable
    Assembled assembled() {
        return assembled;
    }

    /** In a strict session, at the end of a body: reports what was never subscribed, and refuses changes that nobody writes. */
    void requireNothingLost() {
        if (assembled == null) {
            return;
        }
        assembled.report(name());
        String changes = isReadOnly ? changes() : "";
        if (!changes.isEmpty()) {
            throw new WriteRefusedException("a read scope ends with changes that are not written (" + changes
                    + "): use sessions.transaction(…), or leave the entities as they are");
        }
    }

    private String changes() {
        try {
            return planner.plan(map).toString();
        } catch (FlushRefusedException refused) {
            return String.valueOf(refused.getMessage());
        }
    }

    void begin() {
        open.begin(this);
    }

    void end() {
        isEnded = true;
        open.end(this);
    }

    /** The transaction was not committed: ids and versions written into entities are taken back. */
    void abandon() {
        end();
        map.abandon();
    }

    void requireOpen() {
        if (isEnded) {
            throw new SessionClosedException(
                    name() + " has ended with the scope it was given to: return the work from the scope's"
                            + " body, or open a new scope");
        }
    }

    void requireWritable(String verb) {
        requireOpen();
        if (isReadOnly) {
            throw new WriteRefusedException(
                    "session." + verb + "(…) in a read-only scope: use sessions.transaction(…)");
        }
    }

    /** Brings the database in step with the session before a statement, in the stretch the statement belongs to. */
    Mono<Void> settle(AsyncConnection own, UnitSpan span) {
        return Mono.defer(() -> {
            span.requireSound();
            return writes == null ? Mono.empty() : writes.flush(own, map, loader, span);
        });
    }

    /**
     * Inserts objects that the session does not manage.
     *
     * @param takesBack whether their old ids are kept until the transaction ends, to be put back if it fails
     */
    Mono<Void> insert(AsyncConnection own, List<?> entities, UnitSpan span, boolean takesBack) {
        return Mono.defer(() -> {
            IdentityMap passing = takesBack ? map.passing() : new IdentityMap();
            entities.forEach(entity -> passing.add(mapping.modelOf(entity), entity));
            return Objects.requireNonNull(writes, "a writable session").flush(own, passing, loader, span);
        });
    }

    /** As {@link #insert}, with rows loaded in bulk; their old ids are not kept. */
    Mono<Void> copy(AsyncConnection own, List<?> entities, UnitSpan span) {
        return Mono.defer(() -> {
            IdentityMap passing = new IdentityMap();
            entities.forEach(entity -> passing.add(mapping.modelOf(entity), entity));
            return new SessionWrites(planner, FlushExecutor.copying()).flush(own, passing, loader, span);
        });
    }

    /** A savepoint is rolled back to, or will be before the next statement: entities are as they were when it was set. */
    void restore(UnitSpan span) {
        map.atomically(() -> {
            int mark = span.giveUp();
            if (mark >= 0) {
                map.rollbackTo(mark);
                map.managed().forEach(loader::restore);
            }
        });
    }

    /** Whether an object stands for a row in this session. */
    boolean isManaged(Object entity) {
        EntityEntry<?> entry = map.entry(entity);
        return entry != null && entry.status() == Status.MANAGED;
    }

    /** The entry of an object that must be of this session, for a verb that works on rows. */
    <E> EntityEntry<E> managed(E entity, String verb) {
        EntityEntry<E> entry = map.entry(entity);
        if (entry == null) {
            String other = open.ownerOf(mapping.modelOf(entity), entity, map);
            throw new MappingException("session." + verb + "(…): this "
                    + mapping.modelOf(entity) + " is not in this session"
                    + (other == null
                            ? fix(entity)
                            : ", it belongs to another" + " open one (" + other
                                    + "): use it there, or take a copy with session.merge(…)"));
        }
        if (entry.status() == Status.NEW && !verb.equals("delete")) {
            throw new MappingException(
                    "session." + verb + "(…): this " + entry.model() + " has no row yet: flush first");
        }
        return entry;
    }

    private static String fix(Object entity) {
        return entity instanceof EntityReference
                ? ", it only stands for one that is not loaded: get it first"
                : ": read it in this session with get or all, or take a copy into it with session.merge(…)";
    }
}
