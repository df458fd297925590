package io.fluxalchemy.mapping.model;

import io.fluxalchemy.error.MappingException;
import io.fluxalchemy.schema.Generation;
import io.fluxalchemy.sql.tree.TableName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Checks that entities fit together and collects everything that does not, so that one start-up tells all of it. */
final class MappingCheck {

    private static final Pattern SEQUENCE_NAME = Pattern.compile("[a-z_][a-z0-9_]*(\\.[a-z_][a-z0-9_]*)?");

    private final Map<Class<?>, EntityTable<?, ?>> tables = new LinkedHashMap<>();
    private final Map<TableName, String> owners = new HashMap<>();
    private final Map<String, Generation.Sequence> sequences = new HashMap<>();
    private final List<String> problems = new ArrayList<>();

    MappingCheck(Collection<? extends EntityTable<?, ?>> entities) {
        for (EntityTable<?, ?> table : entities) {
            tables.putIfAbsent(table.model().type(), table);
        }
    }

    Map<Class<?>, EntityTable<?, ?>> tables() {
        return tables;
    }

    void run() {
        tables.values().forEach(table -> table(table.model()));
        new HierarchyCheck(tables, problems).run();
        tables.values().forEach(table -> new RelationCheck(table.model(), tables, owners, problems).run());
        if (!problems.isEmpty()) {
            throw new MappingException(
                    problems.size() == 1
                            ? problems.get(0)
                            : problems.size() + " things are wrong with the entities:\n- "
                                    + String.join("\n- ", problems));
        }
    }

    private void table(EntityModel<?> model) {
        String name = model.type().getName();
        String other = model.parent() == null ? owners.putIfAbsent(model.tableName(), name) : null;
        if (other != null) {
            problems.add(other + " and " + name + " are both mapped to table " + model.tableName()
                    + ": give one of them another name with @Table(name = …)");
        }
        Map<String, EntityColumn<?>> writers = new HashMap<>();
        for (EntityColumn<?> column : model.columns().all()) {
            if (!column.isReadOnly()) {
                column(model, writers.put(column.name(), column), column);
            }
            if (column.generation() instanceof Generation.Sequence sequence) {
                sequence(model, column, sequence);
            }
        }
    }

    private void column(EntityModel<?> model, @Nullable EntityColumn<?> first, EntityColumn<?> second) {
        if (first == null) {
            return;
        }
        String fix = first.part() == null && second.part() == null
                ? "rename one with @Column(name = …), or make one of them insertable = false, updatable = false"
                : "rename the embedded one with @AttributeOverride, or make one of them insertable = false, updatable = false";
        problems.add(model.type().getName() + "." + first.path() + " and " + model + "." + second.path()
                + " are both written to column " + model.tableName() + "." + second.name() + ": " + fix);
    }

    private void sequence(EntityModel<?> model, EntityColumn<?> column, Generation.Sequence sequence) {
        String place = model.type().getName() + "." + column.path();
        if (!SEQUENCE_NAME.matcher(sequence.name()).matches()) {
            problems.add(
                    place + " draws from sequence " + sequence.name()
                            + ": its name must be lower-case letters, digits and underscores, which every database takes as it stands");
        }
        if (sequence.allocation() < 1) {
            problems.add(place + " draws from sequence " + sequence.name() + " with allocationSize "
                    + sequence.allocation() + ": it must be at least 1");
        }
        Generation.Sequence known = sequences.putIfAbsent(sequence.name(), sequence);
        if (known != null && !known.equals(sequence)) {
            problems.add(place + " declares sequence " + sequence.name() + " with start " + sequence.start()
                    + " and allocationSize " + sequence.allocation() + ", elsewhere it has start " + known.start()
                    + " and allocationSize " + known.allocation() + ": say the same in both places");
        }
    }
}
