package io.fluxalchemy.snippets;

import io.fluxalchemy.schema.Table;
import io.fluxalchemy.sql.NumericColumn;
import io.fluxalchemy.sql.TextColumn;

final class Employees extends Table<Employees> {

    static final Employees EMPLOYEES = new Employees(Name.of("employee"));

    final NumericColumn<Long> id = bigint("id", primaryKey(), identity());
    final TextColumn name = text("name", notNull());
    final NumericColumn<Long> bossId = bigint("boss_id", references(() -> Employees.EMPLOYEES.id));
    final NumericColumn<Long> mentorId = bigint("mentor_id", references(() -> Employees.EMPLOYEES.id));

    private Employees(Name name) {
        super(name, Employees::new);
    }
}
