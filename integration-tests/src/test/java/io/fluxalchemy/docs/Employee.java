package io.fluxalchemy.docs;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.ManyToOne;

@Entity
@Inheritance
public class Employee {

    @Id
    Long id;

    String name;

    @ManyToOne
    Employee boss;
}
