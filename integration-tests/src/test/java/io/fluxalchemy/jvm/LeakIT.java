package io.fluxalchemy.jvm;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxalchemy.testkit.database.TestDatabase;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Buffers that are lost are the driver's; the engine loses none. */
class LeakIT {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.postgresql();

    @Test
    void B11_theEngineLosesNoBufferThatTheDriverAloneWouldNot() throws Exception {
        Future<ChildJvm.Output> beside = start("driver");
        ChildJvm.Output engine = done(start("engine"));
        ChildJvm.Output driver = done(beside);
        assertThat(engine.value("level")).isEqualTo("PARANOID");
        assertThat(leaks(engine)).isLessThanOrEqualTo(leaks(driver));
        assertThat(engine.lines())
                .filteredOn(line -> line.startsWith("\tio.fluxalchemy.") && !line.contains("LeakProgram"))
                .as("frames of ours in what Netty says of lost buffers")
                .isEmpty();
    }

    private static long leaks(ChildJvm.Output output) {
        return output.lines().stream().filter(line -> line.contains("LEAK:")).count();
    }

    private static Future<ChildJvm.Output> start(String through) {
        return ChildJvm.start(
                LeakProgram.class,
                List.of("-Dio.netty.leakDetection.level=paranoid", "-Xmx256m", "-XX:TieredStopAtLevel=1"),
                Duration.ofSeconds(120),
                through,
                DATABASE.url(),
                System.getProperty("fluxalchemy.test.leaks", "15"));
    }

    private static ChildJvm.Output done(Future<ChildJvm.Output> program) throws Exception {
        ChildJvm.Output output = program.get();
        assertThat(output.exit()).as(String.join("\n", output.lines())).isZero();
        return output;
    }
}
