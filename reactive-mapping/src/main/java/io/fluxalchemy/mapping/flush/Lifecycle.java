package io.fluxalchemy.mapping.flush;

import io.fluxalchemy.mapping.model.BasicAttribute;
import io.fluxalchemy.mapping.model.EntityModel;
import io.fluxalchemy.schema.Generation;

/** What an object the session does not know stands for, as far as its id and version tell. */
enum Lifecycle {
    /** It has no row yet: no id, or no version. */
    TRANSIENT,
    /** It has a row: the database gave it its id. */
    DETACHED,
    /** Its id was given by the program, which may be before or after the row was written. */
    UNKNOWN;

    @SuppressWarnings("unchecked") // the entity is an instance of the model's class
    static Lifecycle of(EntityModel<?> model, Object entity) {
        EntityModel<Object> own = (EntityModel<Object>) model;
        if (own.columns().key(entity) == null) {
            return TRANSIENT;
        }
        BasicAttribute<Object, ?> version = own.version();
        if (version != null && !version.primitive()) {
            return version.access().get(entity) == null ? TRANSIENT : DETACHED;
        }
        Generation generation = own.columns().id().get(0).generation();
        return generation instanceof Generation.Identity || generation instanceof Generation.Sequence
                ? DETACHED
                : UNKNOWN;
    }
}
