package io.fluxalchemy.security;

import static io.fluxalchemy.security.people.Patient_.PATIENT;
import static io.fluxalchemy.sql.Sql.sql;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fluxalchemy.engine.AsyncEngine;
import io.fluxalchemy.mapping.flush.StaleEntityException;
import io.fluxalchemy.mapping.session.AsyncSessionFactory;
import io.fluxalchemy.security.people.Patient;
import io.fluxalchemy.testkit.database.DatabaseKind;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Point 11: an object filled from outside and merged writes no id, no version, no column that is not writable. */
class MassAssignmentIT {

    @RegisterExtension
    static final Canary CANARY = new Canary();

    @ParameterizedTest
    @EnumSource(DatabaseKind.class)
    void mergeWritesWritableColumnsOnly(DatabaseKind kind) {
        AsyncEngine engine = CANARY.engine(kind);
        AsyncSessionFactory sessions = AsyncSessionFactory.of(engine, Patient.class);
        sessions.dropAll().then(sessions.createAll()).block(Canary.PATIENCE);
        Long id = sessions.transaction(s -> s.persist(new Patient("Ada", null, null, null, null)))
                .block(Canary.PATIENCE)
                .getId();
        Canary.execute(engine, sql("update patient set role = 'reader'"));

        sessions.transaction(s -> s.merge(Patient.fromOutside(id, "Ada L.", "admin", 0)))
                .block(Canary.PATIENCE);

        Patient now = sessions.read(s -> s.get(PATIENT, id)).block(Canary.PATIENCE);
        assertThat(now.getName()).isEqualTo("Ada L.");
        assertThat(now.getRole()).as("insertable = false, updatable = false").isEqualTo("reader");
        assertThat(now.getVersion()).as("counted by the flush, not taken over").isEqualTo(1);
        assertThat(now.isAdmin()).as("not mapped").isFalse();

        assertThatThrownBy(() -> sessions.transaction(s -> s.merge(Patient.fromOutside(id, "Eve", "admin", 99)))
                        .block(Canary.PATIENCE))
                .as("a version from outside is compared, never written")
                .isInstanceOf(StaleEntityException.class);
    }
}
