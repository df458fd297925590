package io.fluxalchemy.flush.company;

/** Mapped by hand, for the database gives its state when none is set. */
public class Ticket {

    public Long id;
    public String title;
    public String state;

    public Ticket() {}

    public Ticket(String title) {
        this.title = title;
    }
}
