package io.fluxalchemy.inheritance.fleet;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import java.time.LocalDate;

@Entity
public class Service {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;

    @ManyToOne(optional = false)
    public Vehicle vehicle;

    @Column(name = "service_day")
    public LocalDate day;

    protected Service() {}

    public Service(Vehicle vehicle, LocalDate day) {
        this.vehicle = vehicle;
        this.day = day;
    }
}
