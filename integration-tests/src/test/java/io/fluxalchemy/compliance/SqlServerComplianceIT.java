package io.fluxalchemy.compliance;

import io.fluxalchemy.testkit.compliance.ComplianceTarget;
import io.fluxalchemy.testkit.compliance.DialectCompliance;
import io.fluxalchemy.testkit.database.ContainerDatabase;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * The compliance suite on SQL Server: on the server of {@code FLUXALCHEMY_SQLSERVER_URL}, else in a container, else skipped. No server
 * has run it so far.
 */
@EnabledIfSystemProperty(
        named = "compliance.unconfirmed",
        matches = "true",
        disabledReason = "no server has confirmed this dialect yet: run it with -Dcompliance.unconfirmed=true")
class SqlServerComplianceIT extends DialectCompliance {

    @RegisterExtension
    static final ComplianceTarget TARGET = ComplianceTarget.on(ContainerDatabase.sqlServer());

    SqlServerComplianceIT() {
        super(TARGET);
    }
}
