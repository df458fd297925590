package io.fluxalchemy.mapping.library;

import java.util.ArrayList;
import java.util.List;

/** Employees refer to their boss in the same table; ids come from a sequence. */
public class Employee {
    public long id;
    public String name;
    public Employee boss;
    public List<Employee> reports = new ArrayList<>();

    public Employee() {}

    public Employee(String name, Employee... reports) {
        this.name = name;
        for (Employee report : reports) {
            this.reports.add(report);
            report.boss = this;
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
