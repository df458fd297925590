package io.fluxalchemy.flush.company;

import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;

/** An id of two columns. */
@Entity
public class Shift {

    @EmbeddedId
    public ShiftId id;

    public String worker;

    public Shift() {}

    public Shift(ShiftId id, String worker) {
        this.id = id;
        this.worker = worker;
    }
}
