package io.fluxalchemy.jvm;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxalchemy.testkit.database.TestDatabase;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Little memory is enough, for long. The programs run beside each other, each in a JVM of its own. */
@Timeout(value = 6, unit = TimeUnit.HOURS)
class SmallMemoryIT {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.postgresql();

    private static final long SECONDS = Long.getLong("fluxalchemy.test.soak", 10);
    private static final int ROWS = 2_000_000;
    private static final int ENTITIES = Integer.getInteger("fluxalchemy.test.entities", 40_000);

    private static Future<ChildJvm.Output> soak;
    private static Future<ChildJvm.Output> hugeMessage;
    private static Future<ChildJvm.Output> stream;

    @BeforeAll
    static void start() {
        stream = ChildJvm.start(
                StreamProgram.class,
                List.of("-Xmx64m", "-XX:MaxDirectMemorySize=24m", "-XX:+UseSerialGC"),
                Duration.ofSeconds(280),
                DATABASE.url(),
                String.valueOf(ROWS),
                String.valueOf(ENTITIES));
        soak = ChildJvm.start(
                SoakProgram.class,
                List.of("-Xmx96m", "-XX:MaxDirectMemorySize=24m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"),
                Duration.ofSeconds(SECONDS + 120),
                DATABASE.url(),
                String.valueOf(SECONDS));
        hugeMessage = ChildJvm.start(
                HugeMessageProgram.class,
                List.of("-Xmx64m", "-XX:MaxDirectMemorySize=24m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"),
                Duration.ofSeconds(280),
                DATABASE.url(),
                "200000000");
    }

    @Test
    void B12_theHeapStaysFlatOverMixedWork() throws Exception {
        ChildJvm.Output output = soak.get();
        assertThat(output.exit()).as(String.join("\n", output.lines())).isZero();
        assertThat(output.number("operations")).isGreaterThan(SECONDS * 20);
        assertThat(output.number("late") - output.number("early"))
                .as("KiB more")
                .isLessThan(2_048);
        assertThat(output.number("acquired")).isZero();
    }

    /** A row of the server that does not fit: its caller is told, its connection is given up, the next one works. */
    @Test
    void D9_aRowLargerThanTheMemoryIsAnErrorOfItsCaller() throws Exception {
        ChildJvm.Output output = hugeMessage.get();
        String told = String.join("\n", output.lines());
        assertThat(output.exit()).as(told).isZero();
        assertThat(output.value("huge")).as(told).startsWith("io.fluxalchemy.error.");
        assertThat(output.value("after")).as(told).isNotEqualTo(output.value("before"));
        assertThat(output.number("acquired")).isZero();
    }

    @Test
    void twoMillionRowsAndEntitiesWithTheirParentsStreamInSixtyFourMegabytes() throws Exception {
        ChildJvm.Output output = stream.get();
        assertThat(output.exit()).as(String.join("\n", output.lines())).isZero();
        assertThat(output.number("rows")).isEqualTo(ROWS);
        assertThat(output.number("entities")).isEqualTo(ENTITIES);
        assertThat(output.number("acquired")).isZero();
    }
}
