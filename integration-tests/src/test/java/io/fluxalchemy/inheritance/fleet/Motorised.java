package io.fluxalchemy.inheritance.fleet;

import jakarta.persistence.MappedSuperclass;

@MappedSuperclass
public abstract class Motorised extends Vehicle {

    public int power;

    public Engine engine;

    protected Motorised() {}

    protected Motorised(String name, int power) {
        super(name);
        this.power = power;
        this.engine = new Engine("diesel", power * 10);
    }

    @Override
    public int wheels() {
        return 4;
    }
}
