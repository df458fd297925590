package io.fluxalchemy.testkit.database;

/** A database whose server only a URL or a container brings: nobody publishes one that a JVM could start. */
enum ContainerKind {
    SQL_SERVER("SQL Server", "FLUXALCHEMY_SQLSERVER_URL", "org.testcontainers.mssqlserver.MSSQLServerContainer") {
        @Override
        String create(String name) {
            return "create database " + name;
        }

        /** Connections that a test left open would keep the database. */
        @Override
        String drop(String name) {
            return "if db_id('" + name + "') is not null begin alter database " + name
                    + " set single_user with rollback immediate; drop database " + name + " end";
        }
    };

    private final String displayName;
    private final String urlVariable;
    private final String container;

    ContainerKind(String displayName, String urlVariable, String container) {
        this.displayName = displayName;
        this.urlVariable = urlVariable;
        this.container = container;
    }

    String urlVariable() {
        return urlVariable;
    }

    /** The name of the class that starts a server. */
    String container() {
        return container;
    }

    abstract String create(String name);

    abstract String drop(String name);

    /** The URL of a database that was made, from the administrator's. */
    String url(String adminUrl, String name) {
        return SqlServer.withDatabase(adminUrl, name);
    }

    @Override
    public String toString() {
        return displayName;
    }
}
