package io.fluxalchemy.testkit.compliance;

import static io.fluxalchemy.sql.Sql.deleteFrom;

import io.fluxalchemy.schema.MetaData;
import org.junit.jupiter.api.BeforeEach;
import reactor.core.publisher.Mono;

/** Suites that write: makers and items, without rows before every test. */
abstract class WritingSuite extends ComplianceSuite {

    static final MetaData TABLES = MetaData.of(Makers.MAKERS, Items.ITEMS);

    WritingSuite(ComplianceTarget target) {
        super(target);
    }

    @BeforeEach
    final void emptyTables() {
        once(TABLES, Mono::empty);
        await(engine().execute(deleteFrom(Items.ITEMS).everyRow())
                .then(engine().execute(deleteFrom(Makers.MAKERS).everyRow())));
    }
}
