package io.fluxalchemy.testkit.compliance;

import static io.fluxalchemy.sql.Sql.insertInto;
import static io.fluxalchemy.sql.Sql.select;
import static io.fluxalchemy.testkit.compliance.TypeTable.TYPES;

import io.fluxalchemy.schema.MetaData;
import io.fluxalchemy.sql.Column;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import reactor.core.publisher.Mono;

/** Suites of types: what is written is read, exactly, and found by the server. */
abstract class TypeSuite extends ComplianceSuite {

    private static final MetaData TABLE = MetaData.of(TYPES);
    private static final AtomicInteger IDS = new AtomicInteger();

    TypeSuite(ComplianceTarget target) {
        super(target);
    }

    @BeforeEach
    final void createTable() {
        once(TABLE, Mono::empty);
    }

    @SafeVarargs
    final <T> void comeBack(Column<T> column, T... values) {
        for (T value : values) {
            int id = IDS.incrementAndGet();
            await(engine().execute(insertInto(TYPES).set(TYPES.id, id).set(column, value)));
            assertRows(select(column).from(TYPES).where(TYPES.id.eq(id)))
                    .as("%s in %s", value, column.name())
                    .containsExactly(value);
            assertRows(select(TYPES.id).from(TYPES).where(TYPES.id.eq(id), column.eq(value)))
                    .as("%s in %s, compared by the server", value, column.name())
                    .containsExactly(id);
        }
    }

    final void comeBackNull(Column<?> column) {
        int id = IDS.incrementAndGet();
        await(engine().execute(insertInto(TYPES).set(TYPES.id, id).setNull(column)));
        assertRows(select(column).from(TYPES).where(TYPES.id.eq(id)))
                .as("null in %s", column.name())
                .hasSize(1)
                .containsOnlyNulls();
    }
}
