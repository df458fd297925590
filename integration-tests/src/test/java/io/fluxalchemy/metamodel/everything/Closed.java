package io.fluxalchemy.metamodel.everything;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** Nothing refers to it, so it may be final. */
@Entity
@Table(schema = "lib")
final class Closed {

    @Id
    String code;
}
