package io.fluxalchemy.tck;

import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.test.TestKit;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** R2DBC's own tests for one factory, which may be an engine's or a driver's. */
abstract class TckCase implements TestKit<String> {

    @RegisterExtension
    final ExpectedFailures expected;

    private final ConnectionFactory factory;
    private final JdbcOperations jdbc;

    /** @param failures tests that must fail, with why */
    TckCase(ConnectionFactory factory, String r2dbcUrl, Map<String, String> failures) {
        this.factory = factory;
        this.jdbc = new JdbcTemplate(new DriverManagerDataSource(jdbcUrl(r2dbcUrl)));
        this.expected = new ExpectedFailures(failures.keySet());
    }

    @Override
    public ConnectionFactory getConnectionFactory() {
        return factory;
    }

    @Override
    public JdbcOperations getJdbcOperations() {
        return jdbc;
    }

    private static String jdbcUrl(String r2dbcUrl) {
        if (r2dbcUrl.startsWith("r2dbc:h2:mem:")) {
            return "jdbc:h2:mem:" + r2dbcUrl.replaceFirst("r2dbc:h2:mem:/*", "").replaceFirst("\\?.*", "")
                    + ";DB_CLOSE_DELAY=-1";
        }
        URI server = URI.create(r2dbcUrl.substring("r2dbc:".length()));
        return "jdbc:" + server.getScheme() + "://" + server.getHost() + ":" + server.getPort() + server.getPath()
                + "?user=" + server.getUserInfo();
    }
}
