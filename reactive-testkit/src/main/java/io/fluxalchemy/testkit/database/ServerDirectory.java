package io.fluxalchemy.testkit.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where embedded servers are unpacked: one directory per user, so that root and others on one machine do not collide. */
final class ServerDirectory {

    private ServerDirectory() {}

    static Path of(String server) throws IOException {
        return in(System.getProperty("java.io.tmpdir"), server);
    }

    /** For a server whose scripts break on a space: such a temporary directory gives way to the system's. */
    static Path withoutSpaces(String server) throws IOException {
        String temporary = System.getProperty("java.io.tmpdir");
        return in(temporary.contains(" ") && Files.isWritable(Path.of("/tmp")) ? "/tmp" : temporary, server);
    }

    private static Path in(String temporary, String server) throws IOException {
        return Files.createDirectories(Path.of(temporary, "fluxalchemy-" + System.getProperty("user.name"))
                .resolve(server));
    }
}
