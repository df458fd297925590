package io.fluxalchemy.testkit.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where embedded servers are unpacked: one directory per user, so that root and others on one machine do not collide. */
final class ServerDirectory {

    private ServerDirectory() {}

    static Path of(String server) throws IOException {
        Path root = Path.of(System.getProperty("java.io.tmpdir"), "fluxalchemy-" + System.getProperty("user.name"));
        return Files.createDirectories(root.resolve(server));
    }
}
