package io.fluxalchemy.metamodel.shop;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;

@Entity
public class Employee {

    @Id
    Long id;

    String name;

    @ManyToOne
    Employee boss;
}
