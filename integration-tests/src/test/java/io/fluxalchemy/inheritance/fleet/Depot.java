package io.fluxalchemy.inheritance.fleet;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import java.util.ArrayList;
import java.util.List;

@Entity
public class Depot {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;

    public String city;

    @OneToMany(mappedBy = "depot", cascade = CascadeType.ALL, orphanRemoval = true)
    @OrderBy("name")
    public List<Vehicle> vehicles = new ArrayList<>();

    /** One of the vehicles, of whatever kind. */
    @ManyToOne
    public Vehicle flagship;

    @ManyToOne
    public Truck reserve;

    protected Depot() {}

    public Depot(String city, Vehicle... vehicles) {
        this.city = city;
        for (Vehicle vehicle : vehicles) {
            vehicle.depot = this;
            this.vehicles.add(vehicle);
        }
    }

    public Vehicle getFlagship() {
        return flagship;
    }
}
