package io.fluxalchemy.mapping.load;

import io.fluxalchemy.error.MappingException;
import io.fluxalchemy.mapping.model.EntityColumn;
import io.fluxalchemy.mapping.model.EntityModel;
import io.fluxalchemy.mapping.model.EntityTable;
import io.fluxalchemy.mapping.model.ToManyAttribute;
import io.fluxalchemy.sql.Order;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** In which order a relation's members come: as the load says, else as the mapping says, else by id. Stateless. */
final class MemberOrder {

    private MemberOrder() {}

    static List<Order> of(
            Criteria criteria, EntityModel<?> owner, ToManyAttribute<?, ?> attribute, EntityTable<?, ?> target) {
        if (!criteria.orders().isEmpty()) {
            return criteria.orders();
        }
        List<Order> orders = new ArrayList<>();
        for (String item : attribute.orderBy()) {
            String[] words = item.strip().split("\\s+");
            boolean isDescending =
                    words.length > 1 && words[1].toLowerCase(Locale.ROOT).equals("desc");
            for (EntityColumn<?> column : columns(owner, attribute, target, words[0])) {
                orders.add(
                        isDescending
                                ? target.column(column).desc()
                                : target.column(column).asc());
            }
        }
        return orders.isEmpty() ? byId(target) : orders;
    }

    static List<Order> byId(EntityTable<?, ?> target) {
        return target.model().columns().id().stream()
                .map(column -> target.column(column).asc())
                .toList();
    }

    private static List<? extends EntityColumn<?>> columns(
            EntityModel<?> owner, ToManyAttribute<?, ?> attribute, EntityTable<?, ?> target, String path) {
        List<? extends EntityColumn<?>> found = target.model().columns().all().stream()
                .filter(column -> column.path().equals(path) || column.path().startsWith(path + "."))
                .toList();
        if (found.isEmpty()) {
            throw new MappingException(owner.type().getName() + "." + attribute.name() + " is ordered by " + path
                    + ", and " + target.model().type().getName() + " has no such attribute: correct @OrderBy");
        }
        return found;
    }
}
