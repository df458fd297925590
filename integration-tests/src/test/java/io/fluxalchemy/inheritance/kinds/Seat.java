package io.fluxalchemy.inheritance.kinds;

import jakarta.persistence.DiscriminatorColumn;
import jakarta.persistence.DiscriminatorType;
import jakarta.persistence.DiscriminatorValue;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;

/** Told apart by a character; the id has two columns. */
@Entity
@DiscriminatorColumn(discriminatorType = DiscriminatorType.CHAR)
@DiscriminatorValue("S")
public class Seat {

    @EmbeddedId
    public Place place;

    protected Seat() {}

    public Seat(int row, int number) {
        this.place = new Place(row, number);
    }

    @Embeddable
    public record Place(int line, int number) {}

    @Entity
    @DiscriminatorValue("B")
    public static class Bed extends Seat {

        @ManyToOne
        @JoinColumn(name = "beside_line", referencedColumnName = "line")
        @JoinColumn(name = "beside_number", referencedColumnName = "number")
        public Seat beside;

        protected Bed() {}

        public Bed(int row, int number, Seat beside) {
            super(row, number);
            this.beside = beside;
        }
    }
}
