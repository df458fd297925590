package io.fluxalchemy.compliance;

import io.fluxalchemy.testkit.compliance.ComplianceTarget;
import io.fluxalchemy.testkit.compliance.ConnectionSuite;
import io.fluxalchemy.testkit.compliance.DdlSuite;
import io.fluxalchemy.testkit.compliance.ErrorSuite;
import io.fluxalchemy.testkit.compliance.InsertSuite;
import io.fluxalchemy.testkit.compliance.SelectSuite;
import io.fluxalchemy.testkit.compliance.TransactionSuite;
import io.fluxalchemy.testkit.compliance.TypeSuite;
import io.fluxalchemy.testkit.database.TestDatabase;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The compliance suite on H2. */
class H2ComplianceIT {

    @RegisterExtension
    static final ComplianceTarget TARGET = ComplianceTarget.on(TestDatabase.h2());

    @Nested
    class Connections extends ConnectionSuite {
        Connections() {
            super(TARGET);
        }
    }

    @Nested
    class Ddl extends DdlSuite {
        Ddl() {
            super(TARGET);
        }
    }

    @Nested
    class Inserts extends InsertSuite {
        Inserts() {
            super(TARGET);
        }
    }

    @Nested
    class Selects extends SelectSuite {
        Selects() {
            super(TARGET);
        }
    }

    @Nested
    class Types extends TypeSuite {
        Types() {
            super(TARGET);
        }
    }

    @Nested
    class Transactions extends TransactionSuite {
        Transactions() {
            super(TARGET);
        }
    }

    @Nested
    class Errors extends ErrorSuite {
        Errors() {
            super(TARGET);
        }
    }
}
