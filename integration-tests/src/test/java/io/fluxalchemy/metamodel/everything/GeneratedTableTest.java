package io.fluxalchemy.metamodel.everything;

import static io.fluxalchemy.metamodel.everything.Everything_.EVERYTHING;
import static org.assertj.core.api.Assertions.assertThat;

import io.fluxalchemy.mapping.model.EntityColumn;
import io.fluxalchemy.mapping.model.EntityTable;
import io.fluxalchemy.mapping.model.JoinColumnModel;
import io.fluxalchemy.mapping.model.ToManyAttribute;
import io.fluxalchemy.mapping.model.ToOneAttribute;
import io.fluxalchemy.schema.Generation;
import io.fluxalchemy.schema.Index;
import io.fluxalchemy.schema.UniqueConstraint;
import io.fluxalchemy.sql.ArrayColumn;
import io.fluxalchemy.sql.BooleanColumn;
import io.fluxalchemy.sql.NumericColumn;
import io.fluxalchemy.sql.TemporalColumn;
import io.fluxalchemy.sql.TextColumn;
import io.fluxalchemy.sql.ValueColumn;
import io.fluxalchemy.sql.tree.TableName;
import io.fluxalchemy.type.SqlType;
import io.fluxalchemy.type.Types;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Modifier;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What the generated tables say, compiled with every warning an error by this module's build. */
class GeneratedTableTest {

    @Test
    void columnsHaveTheKindOfTheirField() {
        TextColumn title = EVERYTHING.title;
        NumericColumn<Integer> number = EVERYTHING.number;
        NumericColumn<BigDecimal> price = EVERYTHING.price;
        BooleanColumn flag = EVERYTHING.flag;
        TemporalColumn<Instant> madeAt = EVERYTHING.madeAt;
        ValueColumn<Everything.Shade> shade = EVERYTHING.shade;
        ValueColumn<Money> money = EVERYTHING.money;
        ArrayColumn<List<String>, String> words = EVERYTHING.words;

        assertThat(List.<SqlType<?>>of(
                        title.type(),
                        number.type(),
                        price.type(),
                        flag.type(),
                        madeAt.type(),
                        shade.type(),
                        words.type()))
                .containsExactly(
                        Types.varchar(200),
                        Types.INTEGER,
                        Types.numeric(10, 2),
                        Types.BOOLEAN,
                        Types.TIMESTAMP,
                        Types.enumOf(Everything.Shade.class),
                        Types.arrayOf(Types.TEXT));
        assertThat(EVERYTHING.story.type()).isEqualTo(Types.TEXT);
        assertThat(EVERYTHING.ordinal.type()).isEqualTo(Types.enumOrdinal(Everything.Shade.class));
        assertThat(money.type().toStorage(new Money(BigDecimal.TEN))).isEqualTo(BigDecimal.TEN);
        assertThat(EVERYTHING.as("e").money.type()).isEqualTo(money.type());
    }

    @Test
    void namesAreSnakeCaseUnlessSaid() {
        assertThat(EVERYTHING.madeAt.name()).isEqualTo("made_at");
        assertThat(EVERYTHING.isbnNumber.name()).isEqualTo("isbn");
        assertThat(EVERYTHING.home.city.name()).isEqualTo("city");
        assertThat(EVERYTHING.work.city.name()).isEqualTo("work_city");
        assertThat(EVERYTHING.model().tableName()).isEqualTo(new TableName(null, "everything"));
        assertThat(Closed_.CLOSED.model().tableName()).isEqualTo(new TableName("lib", "closed"));
        assertThat(Outer_Inner_.INNER.model().tableName()).isEqualTo(new TableName(null, "inner"));
    }

    @Test
    void foreignKeysAreColumnsBesideTheirRelation() {
        ValueColumn<UUID> ownerId = EVERYTHING.ownerId;
        NumericColumn<Long> partOrder = EVERYTHING.partOrderId;
        NumericColumn<Integer> partNo = EVERYTHING.partNo;

        assertThat(ownerId.name()).isEqualTo("owner_id");
        assertThat(partOrder.name()).isEqualTo("part_order");
        assertThat(partNo.name()).isEqualTo("part_no");
        assertThat(toOne(EVERYTHING, "part").columns())
                .containsExactly(
                        new JoinColumnModel("part_order", "order_id", Types.BIGINT),
                        new JoinColumnModel("part_no", "no", Types.INTEGER));
    }

    @Test
    void flagsOfColumnsReachTheModel() {
        assertThat(column("title").nullable()).isFalse();
        assertThat(column("story").nullable()).isTrue();
        assertThat(column("number").primitive()).isTrue();
        assertThat(column("number").nullable()).isFalse();
        assertThat(column("isbn").unique()).isTrue();
        assertThat(column("isbn").updatable()).isFalse();
        assertThat(column("owner_id").nullable()).isFalse();
        assertThat(column("twin_id").unique()).isTrue();
        assertThat(EVERYTHING.model().version()).isNotNull();
        assertThat(EVERYTHING.model().uniques())
                .containsExactly(new UniqueConstraint("one_title", List.of("title", "isbn")));
        assertThat(EVERYTHING.model().indexes())
                .containsExactly(
                        new Index(null, List.of("title", "made_at"), false),
                        new Index("by_isbn", List.of("isbn"), true));
    }

    @Test
    void idsAreGeneratedAsSaid() {
        assertThat(id(EVERYTHING).generation()).isEqualTo(new Generation.Identity());
        assertThat(id(Owner_.OWNER).generation()).isEqualTo(new Generation.RandomUuid());
        assertThat(id(Outer_Inner_.INNER).generation()).isEqualTo(new Generation.Sequence("inner_ids", 7, 20));
        assertThat(id(Closed_.CLOSED).generation()).isNull();
    }

    @Test
    void collectionsSayWhereTheyAreKept() {
        ToManyAttribute<?, ?> inners = toMany(EVERYTHING, "inners");
        assertThat(inners.kind()).isEqualTo(ToManyAttribute.Kind.SET);
        assertThat(inners.joinTable().table()).isEqualTo(new TableName(null, "everything_inner"));
        assertThat(inners.joinTable().ownerColumns())
                .containsExactly(new JoinColumnModel("everything_id", "id", Types.BIGINT));
        assertThat(inners.joinTable().targetColumns())
                .containsExactly(new JoinColumnModel("inner_id", "id", Types.BIGINT));
        assertThat(toMany(EVERYTHING, "friends").joinTable().targetColumns())
                .containsExactly(new JoinColumnModel("friends_id", "id", Types.BIGINT));
        assertThat(toMany(EVERYTHING, "parts").orderBy()).containsExactly("quantity desc", "remark");
        assertThat(toMany(Owner_.OWNER, "owned").mappedBy()).isEqualTo("owner");
        assertThat(toOne(EVERYTHING, "twin").orphanRemoval()).isTrue();
        assertThat(toOne(EVERYTHING, "twin").cascades()).hasSize(5);
    }

    @Test
    void anAliasIsAnotherTableOfTheSameClass() {
        Everything_ other = EVERYTHING.as("other");

        assertThat(other.qualifier()).isEqualTo("other");
        assertThat(other.title.table()).isSameAs(other);
        assertThat(other.work.city.table()).isSameAs(other);
        assertThat(other.model()).isSameAs(EVERYTHING.model());
    }

    @Test
    void relationsLeadToTheTargetsTableInCircles() {
        assertThat(toOne(EVERYTHING, "owner").target().get()).isSameAs(Owner_.OWNER);
        assertThat(toMany(Owner_.OWNER, "owned").target().get()).isSameAs(EVERYTHING);
        assertThat(toOne(Outer_Inner_.INNER, "boss").target().get()).isSameAs(Outer_Inner_.INNER);
    }

    @Test
    void theRegistryLeadsFromTheEntityToItsTable() {
        assertThat(registered(Everything.class)).isEqualTo(Everything_.class.getName());
        assertThat(registered(Outer.Inner.class)).isEqualTo(Outer_Inner_.class.getName());
        assertThat(Modifier.isFinal(Everything_.class.getModifiers())).isTrue();
    }

    private static String registered(Class<?> entity) {
        try (InputStream entry = entity.getResourceAsStream("/META-INF/fluxalchemy/" + entity.getName())) {
            return new String(entry.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static EntityColumn<Everything> column(String name) {
        Map<String, EntityColumn<Everything>> columns = EVERYTHING.model().columns().all().stream()
                .collect(java.util.stream.Collectors.toMap(EntityColumn::name, c -> c));
        assertThat(columns).containsKey(name);
        return columns.get(name);
    }

    private static EntityColumn<?> id(EntityTable<?, ?> table) {
        return table.model().columns().id().get(0);
    }

    private static ToOneAttribute<?, ?> toOne(EntityTable<?, ?> table, String name) {
        return (ToOneAttribute<?, ?>) attribute(table, name);
    }

    private static ToManyAttribute<?, ?> toMany(EntityTable<?, ?> table, String name) {
        return (ToManyAttribute<?, ?>) attribute(table, name);
    }

    private static Object attribute(EntityTable<?, ?> table, String name) {
        return table.model().attributes().stream()
                .filter(attribute -> attribute.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
