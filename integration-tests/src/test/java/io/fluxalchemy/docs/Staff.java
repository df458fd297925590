package io.fluxalchemy.docs;

import static io.fluxalchemy.docs.Employee_.EMPLOYEE;
import static io.fluxalchemy.docs.Manager_.MANAGER;
import static io.fluxalchemy.mapping.load.Load.selectin;
import static io.fluxalchemy.sql.Sql.select;

import io.fluxalchemy.sql.Select;

final class Staff {

    private Staff() {}

    // docs: subclasses
    /** Managers with a large budget, as Manager objects, each with the boss and those who report to them. */
    static Select<Employee> wealthy(int budget) {
        return select(EMPLOYEE)
                .where(EMPLOYEE.isA(MANAGER), EMPLOYEE.treat(MANAGER).budget.gt(budget))
                .options(selectin(EMPLOYEE.boss), EMPLOYEE.whenIs(MANAGER, selectin(MANAGER.reports)));
    }

    static Select<Manager> managers() {
        return select(MANAGER).options(selectin(MANAGER.boss), selectin(MANAGER.reports));
    }
    // docs: end
}
