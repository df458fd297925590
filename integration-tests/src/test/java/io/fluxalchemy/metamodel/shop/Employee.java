package io.fluxalchemy.metamodel.shop;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import java.util.HashSet;
import java.util.Set;

@Entity
public class Employee {

    @Id
    Long id;

    String name;

    @ManyToOne
    Employee boss;

    @OneToMany(mappedBy = "boss")
    Set<Employee> reports = new HashSet<>();
}
