package io.fluxalchemy.mapping.load;

import io.fluxalchemy.error.MappingException;
import io.fluxalchemy.mapping.model.EntityColumn;
import io.fluxalchemy.mapping.model.EntityModel;
import io.fluxalchemy.mapping.model.EntityTable;
import io.fluxalchemy.mapping.model.Hierarchy;
import io.fluxalchemy.sql.RowValues;
import io.fluxalchemy.sql.SelectItem;
import io.fluxalchemy.sql.tree.ColumnNode;
import io.fluxalchemy.type.SqlType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How the rows of a class and of those that extend it are selected and read: the columns of the class, then the further ones of
 * its subclasses. Immutable, thread-safe.
 */
final class RowLayout<E> {

    private record Extra(String name, SqlType<?> type) {}

    /** How a row of one class is read: its columns are at these positions, counted on from the class's own into the further ones. */
    private record Member(EntityPlan<?> plan, int @Nullable [] positions) {}

    private final EntityModel<E> model;
    private final EntityPlan<E> own;
    private final List<Extra> extras = new ArrayList<>();
    private final Map<Object, Member> members = new HashMap<>();
    private final int discriminator;

    /** @param subclasses those of the session factory, each after the one it extends */
    RowLayout(EntityPlan<E> own, List<EntityPlan<?>> subclasses) {
        this.own = own;
        this.model = own.model();
        Hierarchy hierarchy = model.hierarchy();
        this.discriminator = hierarchy == null ? -1 : model.columns().indexOf(hierarchy.column());
        member(own);
        subclasses.forEach(this::member);
    }

    private void member(EntityPlan<?> plan) {
        int size = model.columns().size();
        int[] positions = new int[plan.model().columns().size()];
        for (int i = 0; i < positions.length; i++) {
            positions[i] = i;
            if (i >= size) {
                EntityColumn<?> column = plan.model().columns().all().get(i);
                Extra extra = new Extra(column.name(), column.type());
                if (!extras.contains(extra)) {
                    extras.add(extra);
                }
                positions[i] = size + extras.indexOf(extra);
            }
        }
        Object value = plan.model().discriminatorValue();
        if (value != null) {
            members.put(value, new Member(plan, plan == own ? null : positions));
        }
    }

    /** Whether subclasses have columns that the class has not. */
    boolean isWide() {
        return !extras.isEmpty();
    }

    /** How many columns are selected for one row. */
    int width() {
        return model.columns().size() + extras.size();
    }

    /** The columns of the class, then the further ones. */
    List<SelectItem> items(EntityTable<?, ?> table) {
        List<SelectItem> items = new ArrayList<>(table.selection().items());
        items.addAll(furtherItems(table));
        return items;
    }

    List<SelectItem> furtherItems(EntityTable<?, ?> table) {
        return extras.stream()
                .map(extra -> new SelectItem(new ColumnNode(table.source(), extra.name()), extra.type(), null))
                .toList();
    }

    /** The key of the row whose columns start at a position; null where the row has no such entity. */
    @Nullable
    Object key(RowValues row, int from) {
        return own.key(row, from);
    }

    /**
     * What makes entities of the row.
     *
     * @throws MappingException if no class of the session factory has the row's discriminator value
     */
    EntityPlan<? extends E> plan(RowValues row, int from, Object key) {
        return discriminator < 0 ? own : typed(member(row, from, key).plan());
    }

    @SuppressWarnings("unchecked") // the members of a layout extend its class
    private EntityPlan<? extends E> typed(EntityPlan<?> plan) {
        return (EntityPlan<? extends E>) plan;
    }

    /**
     * The values of the row in the order of the columns of its class.
     *
     * @param further where the columns begin that the class itself has not
     * @param into is overwritten where it has the right length; null for a new array
     */
    @Nullable
    Object[] values(RowValues row, int from, int further, Object key, @Nullable Object @Nullable [] into) {
        Member member = discriminator < 0 ? null : member(row, from, key);
        if (member == null || member.positions() == null) {
            return own.values(row, from, key, into);
        }
        int size = model.columns().size();
        int[] positions = member.positions();
        @Nullable Object[] values = EntityPlan.room(positions.length, into);
        for (int i = 0; i < positions.length; i++) {
            values[i] = row.get(positions[i] < size ? from + positions[i] : further + positions[i] - size);
        }
        return values;
    }

    private Member member(RowValues row, int from, Object key) {
        Object value = row.get(from + discriminator);
        Member member = members.get(value);
        if (member == null) {
            throw unknown(value, key);
        }
        return member;
    }

    private MappingException unknown(@Nullable Object value, Object key) {
        Hierarchy hierarchy = model.hierarchy();
        String column = hierarchy == null ? "" : hierarchy.column();
        List<EntityModel<?>> all = hierarchy == null ? List.of() : hierarchy.members();
        String fix = all.stream()
                .filter(member -> value != null && value.equals(member.discriminatorValue()))
                .map(member -> member.isKindOf(model)
                        ? "add " + member.type().getSimpleName() + ".class to AsyncSessionFactory.of(…)"
                        : "it is a " + member + ", which does not extend " + model)
                .findFirst()
                .orElse(
                        "map a class with that @DiscriminatorValue and add it to AsyncSessionFactory.of(…), or correct the row");
        String known = members.entrySet().stream()
                .map(entry -> entry.getKey() + " for " + entry.getValue().plan().model())
                .sorted()
                .collect(Collectors.joining(", "));
        return new MappingException("row " + key + " of table " + model.tableName() + " has '" + value + "' in column "
                + column + ", and this session factory knows " + known + ": " + fix);
    }
}
