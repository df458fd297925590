package io.fluxalchemy.inheritance.fleet;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

@Entity
public class Truck extends Motorised {

    @Column(precision = 10, scale = 2)
    public BigDecimal payload;

    @ManyToOne
    public Vehicle towed;

    @OneToMany(mappedBy = "truck", cascade = CascadeType.ALL, orphanRemoval = true)
    public List<Trip> trips = new ArrayList<>();

    protected Truck() {}

    public Truck(String name, int power, String payload) {
        super(name, power);
        this.payload = new BigDecimal(payload);
    }

    public Trip drive(String to) {
        Trip trip = new Trip(this, to);
        trips.add(trip);
        return trip;
    }
}
