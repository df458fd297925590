package io.fluxalchemy.jvm;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxalchemy.testkit.database.TestDatabase;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Nothing of ours blocks a thread that must not block. */
class BlockHoundIT {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.postgresql();

    @Test
    void D8_noFrameOfOursBlocksAnEventLoop() throws Exception {
        ChildJvm.Output output = ChildJvm.run(
                BlockHoundProgram.class,
                List.of("-XX:+AllowRedefinitionToAddDeleteMethods", "-Xmx256m", "-XX:TieredStopAtLevel=1"),
                Duration.ofSeconds(120),
                System.getProperty("fluxalchemy.test.blockhound", "60"),
                DATABASE.url(),
                "r2dbc:h2:mem:///blockhound");
        assertThat(output.exit()).as(String.join("\n", output.lines())).isZero();
        assertThat(output.value("seen")).contains(BlockHoundProgram.class.getName());
        assertThat(output.value("reports1")).as("on PostgreSQL").isEqualTo("[]");
        assertThat(output.value("reports2")).as("on H2").doesNotContain("io.fluxalchemy");
    }
}
