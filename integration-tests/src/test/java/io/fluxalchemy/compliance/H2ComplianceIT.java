package io.fluxalchemy.compliance;

import io.fluxalchemy.testkit.compliance.ComplianceTarget;
import io.fluxalchemy.testkit.compliance.DialectCompliance;
import io.fluxalchemy.testkit.database.TestDatabase;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The compliance suite on H2. */
class H2ComplianceIT extends DialectCompliance {

    @RegisterExtension
    static final ComplianceTarget TARGET = ComplianceTarget.on(TestDatabase.h2());

    H2ComplianceIT() {
        super(TARGET);
    }
}
