package io.fluxalchemy.compliance;

import io.fluxalchemy.testkit.compliance.ComplianceTarget;
import io.fluxalchemy.testkit.compliance.DialectCompliance;
import io.fluxalchemy.testkit.database.ContainerDatabase;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * The compliance suite on Oracle: on the server of {@code FLUXALCHEMY_ORACLE_URL}, else in a container, else skipped. No server
 * has run it so far.
 */
@EnabledIfSystemProperty(
        named = "compliance.unconfirmed",
        matches = "true",
        disabledReason = "no server has confirmed this dialect yet: run it with -Dcompliance.unconfirmed=true")
class OracleComplianceIT extends DialectCompliance {

    @RegisterExtension
    static final ComplianceTarget TARGET = ComplianceTarget.on(ContainerDatabase.oracle());

    OracleComplianceIT() {
        super(TARGET);
    }
}
