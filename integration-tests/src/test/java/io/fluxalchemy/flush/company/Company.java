package io.fluxalchemy.flush.company;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OneToOne;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Versioned, with an id of the database, an embedded, an enum, children it owns and a one-to-one. */
@Entity
public class Company {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;

    @Column(nullable = false, length = 40, unique = true)
    public String name;

    @Version
    public int version;

    @Embedded
    public Address address;

    public Size size;

    @Column(precision = 12, scale = 2)
    public BigDecimal capital;

    @OneToMany(mappedBy = "company", cascade = CascadeType.ALL, orphanRemoval = true)
    public List<Office> offices = new ArrayList<>();

    @OneToOne(mappedBy = "company", cascade = CascadeType.ALL, orphanRemoval = true)
    public Licence licence;

    public Company() {}

    public Company(String name, Office... offices) {
        this.name = name;
        for (Office office : offices) {
            this.offices.add(office);
            office.company = this;
        }
    }

    /** How big it is. */
    public enum Size {
        SMALL,
        LARGE
    }
}
