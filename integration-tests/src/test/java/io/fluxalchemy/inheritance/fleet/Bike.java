package io.fluxalchemy.inheritance.fleet;

import jakarta.persistence.Entity;

@Entity
public class Bike extends Vehicle {

    public String frame;

    protected Bike() {}

    public Bike(String name, String frame) {
        super(name);
        this.frame = frame;
    }

    @Override
    public int wheels() {
        return 2;
    }
}
