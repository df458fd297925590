package io.fluxalchemy.benchmarks.contender;

/** The database to connect to, as its superuser without a password; every contender may hold this many connections. */
public record Target(String host, int port, String database, String user, int connections) {

    public String r2dbcUrl() {
        return "r2dbc:postgresql://" + user + "@" + host + ":" + port + "/" + database;
    }
}
