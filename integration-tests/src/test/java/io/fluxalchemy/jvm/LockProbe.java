package io.fluxalchemy.jvm;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;

/** Makes a file old and tries to lock it. Prints whether another process holds it. */
final class LockProbe {

    private LockProbe() {}

    /** @param arguments a file */
    public static void main(String[] arguments) throws IOException {
        Path path = Path.of(arguments[0]);
        Files.setLastModifiedTime(path, FileTime.from(Instant.now().minus(Duration.ofHours(1))));
        try (FileChannel file = FileChannel.open(path, StandardOpenOption.WRITE)) {
            FileLock lock = file.tryLock();
            System.out.println("held=" + (lock == null));
        }
    }
}
