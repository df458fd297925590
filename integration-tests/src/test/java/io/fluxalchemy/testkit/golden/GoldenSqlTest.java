package io.fluxalchemy.testkit.golden;

import static io.fluxalchemy.testkit.golden.GoldenSql.assertSql;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fluxalchemy.dialect.Dialect;
import io.fluxalchemy.dialect.Dialects;
import io.fluxalchemy.sql.Query;
import io.fluxalchemy.sql.Sql;
import io.fluxalchemy.sql.SqlRow;
import org.junit.jupiter.api.Test;

class GoldenSqlTest {

    private final Query<SqlRow> one = Sql.sql("select 1").rows();

    @Test
    void aDialectThatIsNotMentionedFailsTheAssertion() {
        assertThatThrownBy(() -> assertSql(one))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("postgresql: (nothing is expected)");
    }

    @Test
    void aWrongTextFailsAndShowsTheRightOne() {
        assertThatThrownBy(() -> assertSql(one, "*: select 2"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("postgresql: select 2")
                .hasMessageContaining("postgresql: select 1");
    }

    @Test
    void aDialectThatIsExpectedAndNotFoundFails() {
        assertThatThrownBy(() -> assertSql(one, "*: select 1", "rainbow: select 1"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("rainbow");
    }

    @Test
    void everyDialectHasAText() {
        String all =
                String.join(", ", Dialects.all().stream().map(Dialect::name).toList());
        assertSql(one, all + ": select 1");
        assertSql(one, "*: select 1");
    }

    @Test
    void anExpectationWithoutADialectIsRefused() {
        assertThatThrownBy(() -> assertSql(one, "select 1"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'select 1'");
    }
}
