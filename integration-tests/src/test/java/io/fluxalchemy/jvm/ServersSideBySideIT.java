package io.fluxalchemy.jvm;

import static io.fluxalchemy.sql.Sql.sql;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.fluxalchemy.engine.AsyncEngine;
import io.fluxalchemy.testkit.database.TestDatabase;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Builds on one machine leave each other's embedded servers alone. */
class ServersSideBySideIT {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.postgresql();

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** What tells other JVMs that a server is in use is a lock; a JVM that looks at its own lock file loses it. */
    @Test
    void aServerIsStillSaidToBeInUseWhenAnotherWasStartedInItsJvm(@TempDir Path directory) throws Exception {
        Path lock = dataDirectory().resolve("epg-lock");
        assumeTrue(Files.exists(lock), "the server is not embedded");
        // another process, since this one must not touch the file; it makes it old, as servers younger than ten minutes
        // are not looked at
        assertThat(isHeld(lock)).isTrue();

        // looks for servers left behind, then fails, which is quicker than a start
        assertThatThrownBy(() -> EmbeddedPostgres.builder()
                        .setDataDirectory(directory.resolve("data"))
                        .setLocaleConfig("locale", "none_of_this_name")
                        .start())
                .isInstanceOf(IllegalStateException.class);

        assertThat(isHeld(lock)).isTrue();
    }

    private static boolean isHeld(Path lock) throws Exception {
        ChildJvm.Output output =
                ChildJvm.run(LockProbe.class, List.of("-XX:TieredStopAtLevel=1", "-Xmx64m"), PATIENCE, lock.toString());
        return Boolean.parseBoolean(output.value("held"));
    }

    private static Path dataDirectory() {
        AsyncEngine engine =
                AsyncEngine.builder().url(DATABASE.url()).maxSize(1).build();
        try {
            return Path.of(engine.one(
                            sql("select current_setting('data_directory') as d").as(String.class))
                    .block(PATIENCE));
        } finally {
            engine.close().block(PATIENCE);
        }
    }
}
