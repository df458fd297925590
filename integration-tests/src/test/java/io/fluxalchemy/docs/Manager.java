package io.fluxalchemy.docs;

import jakarta.persistence.Entity;
import jakarta.persistence.OneToMany;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

@Entity
public class Manager extends Employee {

    BigDecimal budget;

    @OneToMany(mappedBy = "boss")
    List<Employee> reports = new ArrayList<>();
}
