package io.fluxalchemy.testkit.database;

import io.r2dbc.spi.ConnectionFactories;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.Result;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A server reached by the URL of one of its databases, whose user may create others. */
final class SqlServer implements TestServer {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Pattern URL = Pattern.compile("(r2dbcs?:[^/?]+://[^/?]+)(/[^?]*)?(\\?.*)?");

    private final DatabaseKind kind;
    private final String adminUrl;
    private final boolean outlivesJvm;
    private final DatabaseNames names = new DatabaseNames();

    /**
     * @param outlivesJvm whether what is left behind stays: databases of a server that ends with this JVM need no drop
     */
    SqlServer(DatabaseKind kind, String adminUrl, boolean outlivesJvm) {
        this.kind = kind;
        this.adminUrl = adminUrl;
        this.outlivesJvm = outlivesJvm;
    }

    @Override
    public String createDatabase() {
        String name = names.next();
        String url = withDatabase(adminUrl, name);
        try {
            execute("create database " + name);
        } catch (RuntimeException e) {
            throw new TestDatabaseException(
                    "Could not create a test database on " + kind + ": " + e.getMessage() + ". The user named in "
                            + kind.urlVariable() + " must be allowed to create databases.",
                    e);
        }
        return url;
    }

    @Override
    public void dropDatabase(String url) {
        if (outlivesJvm) {
            String name = url.replaceFirst("\\?.*", "").replaceFirst(".*/", "");
            execute("drop database if exists " + name + (kind == DatabaseKind.POSTGRESQL ? " with (force)" : ""));
        }
    }

    private void execute(String sql) {
        ConnectionFactory factory = ConnectionFactories.get(adminUrl);
        Flux.usingWhen(
                        factory.create(),
                        c -> Flux.from(c.createStatement(sql).execute()).concatMap(Result::getRowsUpdated),
                        c -> Mono.from(c.close()))
                .then()
                .block(PATIENCE);
    }

    static String withDatabase(String url, String name) {
        Matcher matcher = URL.matcher(url);
        if (!matcher.matches()) {
            throw new TestDatabaseException("'" + url.replaceAll("//[^@]*@", "//…@")
                    + "' is not a URL of the form r2dbc:<driver>://user:password@host:port/database");
        }
        String options = matcher.group(3);
        return matcher.group(1) + "/" + name + (options == null ? "" : options);
    }
}
