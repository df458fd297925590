package io.fluxalchemy.flush.company;

import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;

/** Part of its id is its shift's: the same columns are written through the id and only read through the relation. */
@Entity
@Table(name = "shift_break")
public class Break {

    @EmbeddedId
    public BreakId id;

    @ManyToOne(optional = false)
    @JoinColumn(name = "week", referencedColumnName = "week", insertable = false, updatable = false)
    @JoinColumn(name = "no", referencedColumnName = "no", insertable = false, updatable = false)
    public Shift shift;

    public Break() {}

    public Break(Shift shift, int place) {
        this.id = new BreakId(shift.id.week(), shift.id.no(), place);
        this.shift = shift;
    }
}
