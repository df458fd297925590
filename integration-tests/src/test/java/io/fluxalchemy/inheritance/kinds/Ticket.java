package io.fluxalchemy.inheritance.kinds;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;

/** Says nothing: one table by default, names as discriminators; ids come from a sequence. */
@Entity
public class Ticket {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE)
    public Long id;

    public String title;

    protected Ticket() {}

    public Ticket(String title) {
        this.title = title;
    }

    @Entity(name = "Defect")
    public static class Bug extends Ticket {

        public Integer severity;

        protected Bug() {}

        public Bug(String title, Integer severity) {
            super(title);
            this.severity = severity;
        }
    }
}
