package io.fluxalchemy.flush.seats;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** Without a version: whoever writes last has it. */
@Entity
public class Seat {

    @Id
    public Long number;

    public String guest;

    protected Seat() {}

    public Seat(long number, String guest) {
        this.number = number;
        this.guest = guest;
    }
}
