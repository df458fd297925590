package io.fluxalchemy.mapping.library;

import io.fluxalchemy.mapping.model.Accessor;
import io.fluxalchemy.mapping.model.BasicAttribute;
import io.fluxalchemy.mapping.model.Cascade;
import io.fluxalchemy.mapping.model.EntityModel;
import io.fluxalchemy.mapping.model.EntityReference;
import io.fluxalchemy.mapping.model.EntityTable;
import io.fluxalchemy.mapping.model.JoinColumnModel;
import io.fluxalchemy.mapping.model.ToMany;
import io.fluxalchemy.mapping.model.ToManyAttribute;
import io.fluxalchemy.mapping.model.ToOne;
import io.fluxalchemy.mapping.model.ToOneAttribute;
import io.fluxalchemy.schema.Generation;
import io.fluxalchemy.sql.TextColumn;
import io.fluxalchemy.type.Types;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;

public final class Employee_ extends EntityTable<Employee, Long> {
    public static final Employee_ EMPLOYEE = new Employee_(null);
    public final TextColumn name = new TextColumn(this, "name", Types.TEXT);
    public final ToOne<Employee, Employee> boss = new ToOne<>(this, "boss", () -> Employee_.EMPLOYEE);
    public final ToMany<Employee, Employee> reports = new ToMany<>(this, "reports", () -> Employee_.EMPLOYEE);

    private Employee_(String alias) {
        super(Model.MODEL, alias);
    }

    @Override
    public Employee_ as(String alias) {
        return new Employee_(alias);
    }

    /** Stands for one that was not loaded. */
    public static final class Reference extends Employee implements EntityReference {
        private final Object referencedId;

        Reference(Object id) {
            this.referencedId = id;
        }

        @Override
        public Object referencedId() {
            return referencedId;
        }
    }

    private static final class Model {
        static final EntityModel<Employee> MODEL = EntityModel.of(Employee.class, "employee", Employee::new)
                .reference(Reference::new)
                .id(BasicAttribute.of(
                                "id", "id", Types.BIGINT, Accessor.<Employee, Long>of(e -> e.id, (e, v) -> e.id = v))
                        .asPrimitive()
                        .generated(new Generation.Sequence("employee_seq", 1, 50)))
                .attribute(BasicAttribute.of(
                                "name",
                                "name",
                                Types.TEXT,
                                Accessor.<Employee, String>of(e -> e.name, (e, v) -> e.name = v))
                        .notNull())
                .attribute(new ToOneAttribute<Employee, Employee>(
                        "boss",
                        Accessor.of(e -> e.boss, (e, v) -> e.boss = v),
                        () -> Employee_.EMPLOYEE,
                        List.of(new JoinColumnModel("boss_id", "id", Types.BIGINT)),
                        null,
                        true,
                        false,
                        true,
                        true,
                        Set.of(Cascade.PERSIST),
                        false))
                .attribute(new ToManyAttribute<Employee, Employee>(
                        "reports",
                        Accessor.of(e -> e.reports, Model::setReports),
                        () -> Employee_.EMPLOYEE,
                        ToManyAttribute.Kind.LIST,
                        "boss",
                        null,
                        Set.of(Cascade.PERSIST),
                        false,
                        List.of()))
                .build();

        private static void setReports(Employee employee, Collection<Employee> reports) {
            employee.reports = reports instanceof List<Employee> list ? list : new ArrayList<>(reports);
        }
    }
}
