package io.fluxalchemy.inheritance.fleet;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.DiscriminatorColumn;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Version;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

@Entity
@Inheritance
@DiscriminatorColumn(name = "kind", length = 12)
public abstract class Vehicle {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;

    @Column(nullable = false, length = 100)
    public String name;

    @Version
    public int version;

    @ManyToOne
    public Depot depot;

    @ManyToMany
    public Set<Label> labels = new LinkedHashSet<>();

    @OneToMany(mappedBy = "vehicle", cascade = CascadeType.ALL, orphanRemoval = true)
    @OrderBy("day")
    public List<Service> services = new ArrayList<>();

    /** The discriminator, to be read. */
    @Column(insertable = false, updatable = false)
    public String kind;

    protected Vehicle() {}

    protected Vehicle(String name) {
        this.name = name;
    }

    public String getName() {
        return name;
    }

    public abstract int wheels();
}
