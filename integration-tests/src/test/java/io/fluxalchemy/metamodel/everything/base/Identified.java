package io.fluxalchemy.metamodel.everything.base;

import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;

/** An id whose type the entity says, and an attribute that depends on it. */
@MappedSuperclass
public abstract class Identified<K, L> extends Versioned {

    @Id
    @GeneratedValue
    private K id;

    protected L label;

    public K getId() {
        return id;
    }

    public L getLabel() {
        return label;
    }
}
