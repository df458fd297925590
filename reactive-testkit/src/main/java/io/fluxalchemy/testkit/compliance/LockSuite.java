package io.fluxalchemy.testkit.compliance;

import static io.fluxalchemy.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;

import io.fluxalchemy.dialect.Feature;
import io.fluxalchemy.error.LockTimeoutException;
import io.fluxalchemy.sql.Select;
import java.util.List;
import org.junit.jupiter.api.Test;
import reactor.test.StepVerifier;

/** Rows that are read to be written. */
public abstract class LockSuite extends ReadingSuite {

    /**
     * For one database.
     *
     * @param target where to run
     */
    protected LockSuite(ComplianceTarget target) {
        super(target);
    }

    @Test
    void rowsAreLockedAndRead() {
        Books drafts = drafts();
        assertThat(ComplianceSuite.<List<String>>awaitOne(engine().transaction(c -> c.all(select(drafts.title)
                        .from(drafts)
                        .where(drafts.year.eq(1950))
                        .forUpdate()))))
                .containsExactly("a");
    }

    @Test
    void aRowThatIsLockedIsSkipped() {
        Books drafts = drafts();
        Select<String> all = select(drafts.title).from(drafts).orderBy(drafts.id.asc());
        assertThat(ComplianceSuite.<List<String>>awaitOne(engine().transaction(
                                c -> c.all(all.where(drafts.title.eq("a")).forUpdate())
                                        .then(engine().requiresNew(other ->
                                                other.all(all.forUpdate().skipLocked()))))))
                .containsExactly("b", "C", "d");
    }

    @Test
    void aRowThatIsLockedIsNotWaitedFor() {
        Books drafts = drafts();
        Select<String> one =
                select(drafts.title).from(drafts).where(drafts.title.eq("a")).forUpdate();
        StepVerifier.create(engine().transaction(
                                c -> c.all(one).then(engine().requiresNew(other -> other.all(one.noWait())))))
                .expectErrorMatches(LockTimeoutException.class::isInstance)
                .verify(PATIENCE);
    }

    @Test
    void locksOfOtherStrengthsAreTakenOrRefused() {
        Books drafts = drafts();
        Select<Long> rows = select(drafts.id).from(drafts).where(drafts.title.eq("a"));
        where(Feature.LOCK_SHARE, rows.forShare(), found -> found.hasSize(1));
        where(Feature.LOCK_KEY, rows.forNoKeyUpdate(), found -> found.hasSize(1));
        where(Feature.LOCK_KEY, rows.forKeyShare(), found -> found.hasSize(1));
        where(Feature.LOCK_OF, rows.forUpdate(drafts), found -> found.hasSize(1));
    }
}
