package io.fluxalchemy.metamodel.everything.base;

import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Version;

/** Hidden from other packages, yet its field is mapped in their entities. */
@MappedSuperclass
abstract class Versioned {

    @Version
    private int version;

    public int getVersion() {
        return version;
    }
}
