package io.fluxalchemy.testkit.compliance;

import static io.fluxalchemy.sql.Sql.insertInto;
import static io.fluxalchemy.sql.Sql.select;
import static io.fluxalchemy.testkit.compliance.Makers.MAKERS;

import io.fluxalchemy.error.DatabaseException;
import io.fluxalchemy.schema.MetaData;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.test.StepVerifier;

/** Tables are created before what refers to them and dropped after it, and a second time changes nothing. */
public abstract class DdlSuite extends WritingSuite {

    private static final MetaData ITEMS_FIRST = MetaData.of(Items.ITEMS, Makers.MAKERS);

    /**
     * For one database.
     *
     * @param target where to run
     */
    protected DdlSuite(ComplianceTarget target) {
        super(target);
    }

    @AfterEach
    void tablesAreThereForOtherSuites() {
        renew(TABLES);
    }

    @Test
    void creatingTwiceKeepsWhatIsThere() {
        await(engine().execute(insertInto(MAKERS).set(MAKERS.name, "Ada")));
        StepVerifier.create(engine().createAll(ITEMS_FIRST)).expectComplete().verify(PATIENCE);
        StepVerifier.create(engine().count(select(MAKERS.id).from(MAKERS)))
                .expectNext(1L)
                .expectComplete()
                .verify(PATIENCE);
    }

    @Test
    void theOrderOfDeclarationDoesNotMatter() {
        StepVerifier.create(engine().dropAll(ITEMS_FIRST).then(engine().createAll(ITEMS_FIRST)))
                .expectComplete()
                .verify(PATIENCE);
    }

    @Test
    void whatIsDroppedIsGoneAndDroppingTwiceIsNoError() {
        StepVerifier.create(engine().dropAll(ITEMS_FIRST).then(engine().dropAll(ITEMS_FIRST)))
                .expectComplete()
                .verify(PATIENCE);
        StepVerifier.create(engine().count(select(MAKERS.id).from(MAKERS)))
                .expectError(DatabaseException.class)
                .verify(PATIENCE);
    }
}
