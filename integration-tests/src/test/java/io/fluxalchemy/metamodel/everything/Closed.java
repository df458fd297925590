package io.fluxalchemy.metamodel.everything;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** Nothing refers to it, so it may be final. */
@Entity
final class Closed {

    @Id
    String code;
}
