package io.fluxalchemy.metamodel.everything;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxalchemy.mapping.model.Mapping;
import io.fluxalchemy.metamodel.shop.Author_;
import io.fluxalchemy.metamodel.shop.Book_;
import io.fluxalchemy.metamodel.shop.Employee_;
import io.fluxalchemy.metamodel.shop.OrderLine_;
import io.fluxalchemy.metamodel.shop.Tag_;
import io.fluxalchemy.schema.ForeignKey;
import io.fluxalchemy.schema.Generation;
import io.fluxalchemy.schema.TableDefinition;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Generated tables pass the checks of start-up and give the tables of the schema. */
class GeneratedMappingTest {

    private final Mapping everything =
            Mapping.of(List.of(Everything_.EVERYTHING, Owner_.OWNER, Part_.PART, Outer_Inner_.INNER, Closed_.CLOSED));

    @Test
    void linkTablesAreAmongTheTables() {
        assertThat(everything.tableDefinitions())
                .extracting(definition -> definition.tableName().name())
                .containsExactlyInAnyOrder(
                        "everything",
                        "owner",
                        "part",
                        "inner",
                        "closed",
                        "everything_inner",
                        "everything_everything",
                        "everything_parts");
    }

    @Test
    void foreignKeysReferToTheTargetsId() {
        TableDefinition table = Everything_.EVERYTHING.tableDefinition();

        assertThat(table.primaryKey()).containsExactly("id");
        assertThat(table.keys())
                .extracting(ForeignKey::columns, key -> key.target().name(), ForeignKey::targetColumns)
                .contains(
                        org.assertj.core.groups.Tuple.tuple(List.of("owner_id"), "owner", List.of("id")),
                        org.assertj.core.groups.Tuple.tuple(
                                List.of("part_order", "part_no"), "part", List.of("order_id", "no")));
    }

    @Test
    void aColumnWithTwoAttributesIsCreatedOnce() {
        assertThat(Part_.PART.tableDefinition().columns())
                .extracting(column -> column.name())
                .containsExactly("order_id", "no", "quantity", "remark");
    }

    @Test
    void sequencesAreKnown() {
        assertThat(everything.sequences()).containsExactly(new Generation.Sequence("inner_ids", 7, 20));
    }

    @Test
    void theShopFitsTogether() {
        Mapping shop =
                Mapping.of(List.of(Author_.AUTHOR, Book_.BOOK, Tag_.TAG, Employee_.EMPLOYEE, OrderLine_.ORDER_LINE));

        assertThat(shop.tableDefinitions()).hasSize(6);
    }
}
