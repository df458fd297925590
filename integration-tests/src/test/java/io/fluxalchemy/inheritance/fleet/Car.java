package io.fluxalchemy.inheritance.fleet;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;

@Entity
public class Car extends Motorised {

    @Column(nullable = false)
    public Integer seats;

    protected Car() {}

    public Car(String name, int power, Integer seats) {
        super(name, power);
        this.seats = seats;
    }
}
