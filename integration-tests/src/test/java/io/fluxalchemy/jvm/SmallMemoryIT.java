package io.fluxalchemy.jvm;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxalchemy.testkit.database.TestDatabase;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Little memory is enough, for long. */
@Timeout(value = 6, unit = TimeUnit.HOURS)
class SmallMemoryIT {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.postgresql();

    @Test
    void B12_theHeapStaysFlatOverMixedWork() throws Exception {
        long seconds = Long.getLong("fluxalchemy.test.soak", 10);
        ChildJvm.Output output = ChildJvm.run(
                SoakProgram.class,
                List.of("-Xmx96m", "-XX:MaxDirectMemorySize=24m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"),
                Duration.ofSeconds(seconds + 120),
                DATABASE.url(),
                String.valueOf(seconds));
        assertThat(output.exit()).as(String.join("\n", output.lines())).isZero();
        assertThat(output.number("operations")).isGreaterThan(seconds * 20);
        assertThat(output.number("late") - output.number("early"))
                .as("KiB more")
                .isLessThan(2_048);
        assertThat(output.number("acquired")).isZero();
    }

    /** A row of the server that does not fit: its caller is told, its connection is given up, the next one works. */
    @Test
    void D9_aRowLargerThanTheMemoryIsAnErrorOfItsCaller() throws Exception {
        ChildJvm.Output output = ChildJvm.run(
                HugeMessageProgram.class,
                List.of("-Xmx64m", "-XX:MaxDirectMemorySize=24m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"),
                Duration.ofSeconds(280),
                DATABASE.url(),
                "200000000");
        String told = String.join("\n", output.lines());
        assertThat(output.exit()).as(told).isZero();
        assertThat(output.value("huge")).as(told).startsWith("io.fluxalchemy.error.");
        assertThat(output.value("after")).as(told).isNotEqualTo(output.value("before"));
        assertThat(output.number("acquired")).isZero();
    }

    @Test
    void twoMillionRowsAndEntitiesWithTheirParentsStreamInSixtyFourMegabytes() throws Exception {
        int rows = 2_000_000;
        int entities = Integer.getInteger("fluxalchemy.test.entities", 40_000);
        ChildJvm.Output output = ChildJvm.run(
                StreamProgram.class,
                List.of("-Xmx64m", "-XX:MaxDirectMemorySize=24m", "-XX:+UseSerialGC"),
                Duration.ofSeconds(280),
                DATABASE.url(),
                String.valueOf(rows),
                String.valueOf(entities));
        assertThat(output.exit()).as(String.join("\n", output.lines())).isZero();
        assertThat(output.number("rows")).isEqualTo(rows);
        assertThat(output.number("entities")).isEqualTo(entities);
        assertThat(output.number("acquired")).isZero();
    }
}
