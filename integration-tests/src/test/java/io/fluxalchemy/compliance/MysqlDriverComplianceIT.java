package io.fluxalchemy.compliance;

import io.fluxalchemy.testkit.compliance.ComplianceTarget;
import io.fluxalchemy.testkit.compliance.DialectCompliance;
import io.fluxalchemy.testkit.database.TestDatabase;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * The compliance suite through MySQL's dialect and driver, on MariaDB: the nearest there is where no MySQL server runs. What MariaDB
 * cannot confirm is said below, and must fail; the SQL that MySQL is sent there is compared by {@code LanguageGoldenTest}.
 */
class MysqlDriverComplianceIT extends DialectCompliance {

    @RegisterExtension
    static final ComplianceTarget TARGET = ComplianceTarget.on(
                    TestDatabase.mariadb(), url -> url.replace("r2dbc:mariadb:", "r2dbc:mysql:"))
            .differing("SubQuerySuite.aSubQueryInFromMayReadTheTablesBesideIt", "MariaDB has no LATERAL")
            .differing(
                    "SubQuerySuite.aListOfALimitedQueryMayReadWhatIsAroundIt", "MariaDB reads nothing around it there")
            .differing("GroupSuite.aRowOfSumsIsToldFromARowOfNull", "MariaDB has no GROUPING")
            .differing("WindowSuite.aFrameReachesAsFarAsDaysDo", "MariaDB has no intervals in frames")
            .differing("WindowSuite.aFrameReachesAsFarAsMicrosecondsDo", "MariaDB has no intervals in frames")
            .differing("PatternSuite.aRegularExpressionIsFoundAnywhere", "MariaDB has no REGEXP_LIKE")
            .differing("PatternSuite.everyMatchOfARegularExpressionIsReplaced", "MariaDB's takes three arguments")
            .differing("LockSuite.locksOfOtherStrengthsAreTakenOrRefused", "MariaDB has no FOR SHARE");

    MysqlDriverComplianceIT() {
        super(TARGET);
    }
}
