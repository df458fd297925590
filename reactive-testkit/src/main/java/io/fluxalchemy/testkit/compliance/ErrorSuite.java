package io.fluxalchemy.testkit.compliance;

import static io.fluxalchemy.sql.Sql.insertInto;
import static io.fluxalchemy.sql.Sql.select;
import static io.fluxalchemy.sql.Sql.sql;
import static io.fluxalchemy.testkit.compliance.Items.ITEMS;
import static io.fluxalchemy.testkit.compliance.Makers.MAKERS;
import static org.assertj.core.api.Assertions.assertThat;

import io.fluxalchemy.error.CheckViolationException;
import io.fluxalchemy.error.DatabaseException;
import io.fluxalchemy.error.ForeignKeyViolationException;
import io.fluxalchemy.error.NotNullViolationException;
import io.fluxalchemy.error.ServerReport;
import io.fluxalchemy.error.SqlSyntaxException;
import io.fluxalchemy.error.UniqueViolationException;
import io.fluxalchemy.sql.Command;
import io.r2dbc.spi.R2dbcException;
import org.junit.jupiter.api.Test;
import reactor.test.StepVerifier;

/** What a database refuses is an exception by its cause, with the statement and the driver's own error in it. */
public abstract class ErrorSuite extends WritingSuite {

    /**
     * For one database.
     *
     * @param target where to run
     */
    protected ErrorSuite(ComplianceTarget target) {
        super(target);
    }

    @Test
    void aSecondRowOfTheSameKeyIsAUniqueViolation() {
        Command insert = insertInto(MAKERS).set(MAKERS.name, "Ada");
        await(engine().execute(insert));
        fails(insert, UniqueViolationException.class);
    }

    @Test
    void aRowWithoutItsParentIsAForeignKeyViolation() {
        fails(insertInto(ITEMS).set(ITEMS.title, "orphan").set(ITEMS.makerId, -1L), ForeignKeyViolationException.class);
    }

    @Test
    void aMissingValueIsANotNullViolation() {
        fails(insertInto(ITEMS).set(ITEMS.price, 1).setNull(ITEMS.title), NotNullViolationException.class);
    }

    @Test
    void aRowThatBreaksACheckIsACheckViolation() {
        fails(insertInto(ITEMS).set(ITEMS.title, "gift").set(ITEMS.price, -1), CheckViolationException.class);
    }

    @Test
    void aStatementThatDoesNotParseIsASyntaxError() {
        fails(sql("selekt nothing"), SqlSyntaxException.class);
    }

    @Test
    void theEngineGoesOnAfterAnError() {
        fails(sql("selekt nothing"), SqlSyntaxException.class);
        StepVerifier.create(engine().count(select(ITEMS.id).from(ITEMS)))
                .expectNext(0L)
                .expectComplete()
                .verify(PATIENCE);
    }

    /** The driver's own error where its text quotes no values of rows, else what stands for it. */
    private static Class<? extends Throwable> cause(Throwable error) {
        return error instanceof DatabaseException database && database.kind().mayQuoteValues()
                ? ServerReport.class
                : R2dbcException.class;
    }

    private void fails(Command command, Class<? extends DatabaseException> with) {
        StepVerifier.create(engine().execute(command))
                .expectErrorSatisfies(
                        error -> assertThat(error).isInstanceOf(with).hasCauseInstanceOf(cause(error)))
                .verify(PATIENCE);
    }
}
