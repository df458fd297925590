package io.fluxalchemy.flush.gauge;

import io.fluxalchemy.mapping.annotation.ServerDefault;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Version;

/** A row of whose values the database makes the id and, where nothing is said, the unit. */
@Entity
public class Reading {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;

    @Column(nullable = false, unique = true)
    public String name;

    @ServerDefault("'kPa'")
    public String unit;

    @Version
    public int version;

    public Reading() {}

    public Reading(String name) {
        this.name = name;
    }
}
