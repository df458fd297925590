package io.fluxalchemy.inheritance.fleet;

import jakarta.persistence.Column;
import jakarta.persistence.DiscriminatorValue;
import jakarta.persistence.Entity;

@Entity
@DiscriminatorValue("heavy")
public class Hauler extends Truck {

    public Integer axles;

    /** Kept where a bike keeps its frame. */
    @Column(name = "frame")
    public String chassis;

    protected Hauler() {}

    public Hauler(String name, int power, String payload, int axles) {
        super(name, power, payload);
        this.axles = axles;
    }

    @Override
    public int wheels() {
        return axles * 2;
    }
}
