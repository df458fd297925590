package io.fluxalchemy.compliance;

import io.fluxalchemy.testkit.compliance.ComplianceTarget;
import io.fluxalchemy.testkit.compliance.DialectCompliance;
import io.fluxalchemy.testkit.database.TestDatabase;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The compliance suite on MariaDB. */
class MariadbComplianceIT extends DialectCompliance {

    @RegisterExtension
    static final ComplianceTarget TARGET = ComplianceTarget.on(TestDatabase.mariadb());

    MariadbComplianceIT() {
        super(TARGET);
    }
}
