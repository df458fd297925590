package io.fluxalchemy.session.library;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import java.util.ArrayList;
import java.util.List;

@Entity
public class Employee {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    private String name;

    @ManyToOne
    private Employee boss;

    @OneToMany(mappedBy = "boss", cascade = CascadeType.PERSIST)
    private List<Employee> reports = new ArrayList<>();

    protected Employee() {}

    public Employee(String name, Employee... reports) {
        this.name = name;
        for (Employee report : reports) {
            this.reports.add(report);
            report.boss = this;
        }
    }

    public Long getId() {
        return id;
    }

    public String getName() {
        return name;
    }

    public Employee getBoss() {
        return boss;
    }

    public List<Employee> getReports() {
        return reports;
    }
}
