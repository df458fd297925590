package io.fluxalchemy.testkit.database;

import java.util.List;

/** A database whose server only a URL or a container brings: nobody publishes one that a JVM could start. */
enum ContainerKind {
    SQL_SERVER("SQL Server", "FLUXALCHEMY_SQLSERVER_URL", "org.testcontainers.mssqlserver.MSSQLServerContainer") {
        @Override
        List<String> create(String name) {
            return List.of("create database " + name);
        }

        @Override
        String url(String adminUrl, String name) {
            return SqlServer.withDatabase(adminUrl, name);
        }

        /** Connections that a test left open would keep the database. */
        @Override
        String drop(String name) {
            return "if db_id('" + name + "') is not null begin alter database " + name
                    + " set single_user with rollback immediate; drop database " + name + " end";
        }
    },
    ORACLE("Oracle", "FLUXALCHEMY_ORACLE_URL", "org.testcontainers.oracle.OracleContainer") {
        /** What other servers call a database is a user here. */
        @Override
        List<String> create(String name) {
            return List.of(
                    "create user " + name + " identified by \"" + name + "\" quota unlimited on users",
                    "grant create session, create table, create sequence to " + name);
        }

        @Override
        String url(String adminUrl, String name) {
            return adminUrl.replaceFirst("//[^@/]*@", "//" + name + ":" + name + "@");
        }

        @Override
        String drop(String name) {
            return "drop user if exists " + name + " cascade";
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

    /** What makes an empty database, in order. */
    abstract List<String> create(String name);

    abstract String drop(String name);

    /** The URL of a database that was made, from the administrator's. */
    abstract String url(String adminUrl, String name);

    @Override
    public String toString() {
        return displayName;
    }
}
