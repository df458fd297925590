package io.fluxalchemy.mapping.flush;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fluxalchemy.mapping.model.Accessor;
import io.fluxalchemy.mapping.model.BasicAttribute;
import io.fluxalchemy.mapping.model.EntityModel;
import io.fluxalchemy.mapping.model.EntityTable;
import io.fluxalchemy.mapping.model.JoinColumnModel;
import io.fluxalchemy.mapping.model.Mapping;
import io.fluxalchemy.mapping.model.ToManyAttribute;
import io.fluxalchemy.mapping.model.ToOneAttribute;
import io.fluxalchemy.mapping.state.IdentityMap;
import io.fluxalchemy.mapping.state.Snapshot;
import io.fluxalchemy.type.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Members that need an owner and are not removed with it: taken out of one collection, they must go into another. */
class KeptMembersTest {

    private static final Table<Box> BOX = new Table<>(
            EntityModel.of(Box.class, "box", Box::new)
                    .id(BasicAttribute.of(
                            "id", "id", Types.BIGINT, Accessor.<Box, Long>of(b -> b.id, (b, v) -> b.id = v)))
                    .attribute(new ToManyAttribute<Box, Item>(
                            "items",
                            Accessor.of(b -> b.items, (b, v) -> b.items = List.copyOf(v)),
                            () -> KeptMembersTest.ITEM,
                            ToManyAttribute.Kind.LIST,
                            "box",
                            null,
                            Set.of(),
                            false,
                            List.of()))
                    .build(),
            null);
    private static final Table<Item> ITEM = new Table<>(
            EntityModel.of(Item.class, "item", Item::new)
                    .id(BasicAttribute.of(
                            "id", "id", Types.BIGINT, Accessor.<Item, Long>of(i -> i.id, (i, v) -> i.id = v)))
                    .attribute(new ToOneAttribute<Item, Box>(
                            "box",
                            Accessor.of(i -> i.box, (i, v) -> i.box = v),
                            () -> BOX,
                            List.of(new JoinColumnModel("box_id", "id", Types.BIGINT)),
                            null,
                            false,
                            false,
                            true,
                            true,
                            Set.of(),
                            false))
                    .build(),
            null);
    private static final FlushPlanner PLANNER = new FlushPlanner(Mapping.of(List.of(BOX, ITEM)));

    private final IdentityMap identityMap = new IdentityMap();
    private final Box from = new Box();
    private final Box to = new Box();
    private final Item item = new Item();

    @BeforeEach
    void load() {
        from.id = 1L;
        to.id = 2L;
        item.id = 5L;
        item.box = from;
        from.items.add(item);
        for (Box box : List.of(from, to)) {
            identityMap.load(
                    BOX.model(), box, box.id, Snapshot.of(new Object[] {box.id}).withCollection("items", box.items));
        }
        identityMap.load(ITEM.model(), item, item.id, Snapshot.of(new Object[] {5L, 1L}));
    }

    @Test
    void aMemberTakenOutIsRefusedWithTheWaysOut() {
        from.items.clear();

        assertThatThrownBy(() -> PLANNER.plan(identityMap))
                .isInstanceOf(FlushRefusedException.class)
                .hasMessage(
                        "Item#5 was removed from Box#1.items, but Item.box must not be null: give it another Box, delete it with "
                                + "session.delete(…), or declare orphanRemoval = true on Box.items");
    }

    @Test
    void aMemberPutElsewhereMovesThereWithoutAWordToItself() {
        from.items.clear();
        to.items.add(item);

        assertThat(PLANNER.plan(identityMap)).hasToString("update item (box_id) by id: Item#5");
    }

    @Test
    void aMemberPutIntoTwoCollectionsIsRefused() {
        from.items.clear();
        to.items.add(item);
        Box third = new Box();
        third.id = 3L;
        third.items.add(item);
        identityMap.add(BOX.model(), third);

        assertThatThrownBy(() -> PLANNER.plan(identityMap))
                .isInstanceOf(FlushRefusedException.class)
                .hasMessageContaining("was put into Box.items of both")
                .hasMessageContaining("leave it in one of them, or set Item.box");
    }

    @Test
    void aMemberOfNoSessionIsRefused() {
        Item other = new Item();
        other.id = 9L;
        to.items.add(other);

        assertThatThrownBy(() -> PLANNER.plan(identityMap))
                .isInstanceOf(FlushRefusedException.class)
                .hasMessage("Box#2.items has a member that is not in this session, a Item with an id: take it in with "
                        + "session.merge(…) and add what that returns");
    }

    static class Box {
        Long id;
        List<Item> items = new ArrayList<>();
    }

    static class Item {
        Long id;
        Box box;
    }

    private static final class Table<E> extends EntityTable<E, Long> {
        Table(EntityModel<E> model, String alias) {
            super(model, alias);
        }

        @Override
        public EntityTable<E, Long> as(String alias) {
            return new Table<>(model(), alias);
        }
    }
}
