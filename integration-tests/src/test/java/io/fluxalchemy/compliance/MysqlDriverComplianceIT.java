package io.fluxalchemy.compliance;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fluxalchemy.error.StatementException;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * The compliance suite through MySQL's dialect and driver, on MariaDB: the nearest there is where no MySQL server runs. What MariaDB
 * cannot confirm is said where it is overridden.
 */
class MysqlDriverComplianceIT {

    @RegisterExtension
    static final ComplianceTarget TARGET =
            ComplianceTarget.on(TestDatabase.mariadb(), url -> url.replace("r2dbc:mariadb:", "r2dbc:mysql:"));

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

        /** MySQL returns no columns but the key it counts up. */
        @Test
        @Override
        public void severalColumnsAreReturned() {
            assertThatThrownBy(super::severalColumnsAreReturned)
                    .isInstanceOf(StatementException.class)
                    .hasMessageContaining("mysql does not have returning");
        }

        @Test
        @Override
        public void manyRowsComeBackInTheOrderGiven() {
            assertThatThrownBy(super::manyRowsComeBackInTheOrderGiven)
                    .isInstanceOf(StatementException.class)
                    .hasMessageContaining("mysql does not have returning");
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
