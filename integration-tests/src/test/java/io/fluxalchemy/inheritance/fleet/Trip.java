package io.fluxalchemy.inheritance.fleet;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;

@Entity
public class Trip {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;

    @ManyToOne(optional = false)
    public Truck truck;

    public String destination;

    protected Trip() {}

    Trip(Truck truck, String destination) {
        this.truck = truck;
        this.destination = destination;
    }
}
