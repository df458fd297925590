package io.fluxalchemy.testkit.compliance;

import static io.fluxalchemy.sql.Sql.select;
import static io.fluxalchemy.sql.Sql.value;
import static org.assertj.core.api.Assertions.assertThat;

import io.fluxalchemy.dialect.Isolation;
import io.fluxalchemy.engine.TransactionOptions;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

/** Levels of isolation are the transaction's own. */
public abstract class IsolationSuite extends ComplianceSuite {

    /**
     * For one database.
     *
     * @param target where to run
     */
    protected IsolationSuite(ComplianceTarget target) {
        super(target);
    }

    @Test
    void everyLevelIsTakenAndLeftBehind() {
        for (Isolation level : Isolation.values()) {
            assertThat(ComplianceSuite.<Integer>awaitOne(engine().transaction(
                                    TransactionOptions.defaults().isolation(level), c -> c.one(select(value(7))))))
                    .as(level.name())
                    .isEqualTo(7);
        }
        assertThat(ComplianceSuite.<Integer>awaitOne(engine().transaction(c -> c.one(select(value(8))))))
                .isEqualTo(8);
    }

    @Test
    void aConnectionKnowsWhetherItIsInATransaction() {
        assertThat(ComplianceSuite.<Boolean>awaitOne(engine().transaction(c -> Mono.just(c.inTransaction()))))
                .isTrue();
        assertThat(ComplianceSuite.<Boolean>awaitOne(engine().read(c -> Mono.just(c.inTransaction()))))
                .isFalse();
    }
}
