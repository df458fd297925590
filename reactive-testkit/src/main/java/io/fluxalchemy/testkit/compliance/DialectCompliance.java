package io.fluxalchemy.testkit.compliance;

import org.junit.jupiter.api.Nested;

/**
 * Every suite, for one database:
 *
 * <pre>{@code
 * class MyDialectComplianceIT extends DialectCompliance {
 *     @RegisterExtension
 *     static final ComplianceTarget TARGET = ComplianceTarget.on(TestDatabase.postgresql());
 *
 *     MyDialectComplianceIT() {
 *         super(TARGET);
 *     }
 * }
 * }</pre>
 *
 * <p>What a dialect says it does not have must be refused by that name; everything else must give the rows the suites expect. A server that
 * stands in for another one may differ, as {@link ComplianceTarget#differing} says.
 */
public abstract class DialectCompliance {

    private final ComplianceTarget on;

    /**
     * For one database.
     *
     * @param target where to run
     */
    protected DialectCompliance(ComplianceTarget target) {
        this.on = target;
    }

    @Nested
    class Connections extends ConnectionSuite {
        Connections() {
            super(on);
        }
    }

    @Nested
    class Ddl extends DdlSuite {
        Ddl() {
            super(on);
        }
    }

    @Nested
    class Errors extends ErrorSuite {
        Errors() {
            super(on);
        }
    }

    @Nested
    class ForeignKeys extends ForeignKeySuite {
        ForeignKeys() {
            super(on);
        }
    }

    @Nested
    class Inserts extends InsertSuite {
        Inserts() {
            super(on);
        }
    }

    @Nested
    class Selects extends SelectSuite {
        Selects() {
            super(on);
        }
    }

    @Nested
    class Transactions extends TransactionSuite {
        Transactions() {
            super(on);
        }
    }

    @Nested
    class Isolations extends IsolationSuite {
        Isolations() {
            super(on);
        }
    }

    @Nested
    class Joins extends JoinSuite {
        Joins() {
            super(on);
        }
    }

    @Nested
    class SubQueries extends SubQuerySuite {
        SubQueries() {
            super(on);
        }
    }

    @Nested
    class Ctes extends CteSuite {
        Ctes() {
            super(on);
        }
    }

    @Nested
    class SetOperations extends SetOperationSuite {
        SetOperations() {
            super(on);
        }
    }

    @Nested
    class Groups extends GroupSuite {
        Groups() {
            super(on);
        }
    }

    @Nested
    class Windows extends WindowSuite {
        Windows() {
            super(on);
        }
    }

    @Nested
    class Limits extends LimitSuite {
        Limits() {
            super(on);
        }
    }

    @Nested
    class Orders extends OrderSuite {
        Orders() {
            super(on);
        }
    }

    @Nested
    class Conditions extends ConditionSuite {
        Conditions() {
            super(on);
        }
    }

    @Nested
    class Patterns extends PatternSuite {
        Patterns() {
            super(on);
        }
    }

    @Nested
    class Cases extends CaseSuite {
        Cases() {
            super(on);
        }
    }

    @Nested
    class TextFunctions extends TextFunctionSuite {
        TextFunctions() {
            super(on);
        }
    }

    @Nested
    class NumberFunctions extends NumberFunctionSuite {
        NumberFunctions() {
            super(on);
        }
    }

    @Nested
    class TimeFunctions extends TimeFunctionSuite {
        TimeFunctions() {
            super(on);
        }
    }

    @Nested
    class Json extends JsonSuite {
        Json() {
            super(on);
        }
    }

    @Nested
    class Values extends ValuesSuite {
        Values() {
            super(on);
        }
    }

    @Nested
    class Constructs extends ConstructSuite {
        Constructs() {
            super(on);
        }
    }

    @Nested
    class Rows extends RowSuite {
        Rows() {
            super(on);
        }
    }

    @Nested
    class Remarks extends RemarkSuite {
        Remarks() {
            super(on);
        }
    }

    @Nested
    class Writes extends WriteSuite {
        Writes() {
            super(on);
        }
    }

    @Nested
    class Upserts extends UpsertSuite {
        Upserts() {
            super(on);
        }
    }

    @Nested
    class Locks extends LockSuite {
        Locks() {
            super(on);
        }
    }

    @Nested
    class NumberTypes extends NumberTypeSuite {
        NumberTypes() {
            super(on);
        }
    }

    @Nested
    class TextTypes extends TextTypeSuite {
        TextTypes() {
            super(on);
        }
    }

    @Nested
    class TimeTypes extends TimeTypeSuite {
        TimeTypes() {
            super(on);
        }
    }

    @Nested
    class Arrays extends ArraySuite {
        Arrays() {
            super(on);
        }
    }

    @Nested
    class GeneratedColumns extends GeneratedColumnSuite {
        GeneratedColumns() {
            super(on);
        }
    }

    @Nested
    class Names extends NameSuite {
        Names() {
            super(on);
        }
    }
}
