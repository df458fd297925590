package io.fluxalchemy.inheritance.kinds;

import jakarta.persistence.DiscriminatorColumn;
import jakarta.persistence.DiscriminatorType;
import jakarta.persistence.DiscriminatorValue;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.util.UUID;

/** Told apart by a number; ids are made in the program. */
@Entity
@DiscriminatorColumn(name = "form", discriminatorType = DiscriminatorType.INTEGER)
@DiscriminatorValue("1")
public class Shape {

    @Id
    @GeneratedValue(strategy = GenerationType.UUID)
    public UUID id;

    public String colour;

    protected Shape() {}

    public Shape(String colour) {
        this.colour = colour;
    }

    @Entity
    @DiscriminatorValue("2")
    public static class Circle extends Shape {

        public double radius;

        protected Circle() {}

        public Circle(String colour, double radius) {
            super(colour);
            this.radius = radius;
        }
    }

    /** Without columns of its own. */
    @Entity
    @DiscriminatorValue("3")
    public static class Dot extends Shape {

        protected Dot() {}

        public Dot(String colour) {
            super(colour);
        }
    }
}
