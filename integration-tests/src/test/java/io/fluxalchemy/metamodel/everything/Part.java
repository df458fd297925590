package io.fluxalchemy.metamodel.everything;

import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;

/** A composite id, one column of which is a foreign key as well. */
@Entity
class Part {

    @EmbeddedId
    PartId id;

    int quantity;
    String remark;

    @ManyToOne
    @JoinColumn(name = "order_id", insertable = false, updatable = false)
    Everything whole;

    PartId id() {
        return id;
    }
}
