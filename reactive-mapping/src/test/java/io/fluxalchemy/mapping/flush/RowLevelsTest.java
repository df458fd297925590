package io.fluxalchemy.mapping.flush;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fluxalchemy.mapping.library.Book_;
import io.fluxalchemy.mapping.library.Employee_;
import io.fluxalchemy.mapping.model.EntityTable;
import io.fluxalchemy.mapping.model.ToOneAttribute;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RowLevelsTest {

    private static final ToOneAttribute<?, ?> NULLABLE = attribute(Employee_.EMPLOYEE, "boss");
    private static final ToOneAttribute<?, ?> NOT_NULL = attribute(Book_.BOOK, "author");

    @Test
    void aCircleWithoutANullableReferenceIsRefused() {
        List<EntityRow> rows = rows(3);
        List<RowEdge> edges = List.of(
                new RowEdge(rows.get(0), rows.get(1), NOT_NULL),
                new RowEdge(rows.get(1), rows.get(0), NOT_NULL),
                new RowEdge(rows.get(2), rows.get(0), NULLABLE));

        assertThatThrownBy(() -> RowLevels.of(rows, edges))
                .isInstanceOf(FlushRefusedException.class)
                .hasMessageContaining("Employee+1.author to Employee+2, Employee+2.author to Employee+1")
                .hasMessageContaining("make one of these attributes nullable and updatable");
    }

    @Test
    void manyCirclesAreBrokenAtOnceSoThatLevelsStayFew() {
        List<EntityRow> rows = rows(10_000);
        List<RowEdge> edges = new ArrayList<>();
        for (int i = 0; i < rows.size(); i += 2) {
            edges.add(new RowEdge(rows.get(i), rows.get(i + 1), NULLABLE));
            edges.add(new RowEdge(rows.get(i + 1), rows.get(i), NULLABLE));
        }

        RowLevels order = RowLevels.of(rows, edges);

        assertThat(order.levels()).hasSize(2);
        assertThat(order.deferred()).hasSize(5_000);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void anyGraphIsOrderedSoThatNoReferenceLeadsForwardUnlessItIsPutOff(long seed) {
        Random random = new Random(seed);
        List<EntityRow> rows = rows(300);
        List<RowEdge> edges = new ArrayList<>();
        for (int i = 0; i < 450; i++) {
            edges.add(new RowEdge(rows.get(random.nextInt(300)), rows.get(random.nextInt(300)), NULLABLE));
        }
        Collections.shuffle(edges, random);

        RowLevels order = RowLevels.of(rows, edges);

        Map<EntityRow, Integer> level = new HashMap<>();
        for (int i = 0; i < order.levels().size(); i++) {
            for (EntityRow row : order.levels().get(i)) {
                assertThat(level.put(row, i)).as("written once").isNull();
            }
        }
        assertThat(level).hasSize(300);
        assertThat(edges)
                .allSatisfy(edge -> assertThat(
                                order.deferred().contains(edge) || level.get(edge.to()) < level.get(edge.from()))
                        .isTrue());
    }

    private static List<EntityRow> rows(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(i -> new EntityRow(Employee_.EMPLOYEE.model(), new Object(), null, null, i - 1, i))
                .toList();
    }

    private static ToOneAttribute<?, ?> attribute(EntityTable<?, ?> table, String name) {
        return (ToOneAttribute<?, ?>) table.model().attribute(name);
    }
}
