package io.fluxalchemy.type;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fluxalchemy.error.ConversionException;
import io.fluxalchemy.error.StatementException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.BitSet;
import org.junit.jupiter.api.Test;

class NativeTypesTest {

    @Test
    void anIntervalKeepsMonthsDaysAndMicrosecondsApart() {
        assertThat(Interval.of(Period.of(1, 2, 3))).isEqualTo(new Interval(14, 3, 0));
        assertThat(new Interval(14, 3, 0).period()).isEqualTo(Period.of(1, 2, 3));
        for (Duration duration : new Duration[] {
            Duration.ZERO,
            Duration.ofNanos(-1_000),
            Duration.ofSeconds(-1),
            Duration.ofHours(25).plusNanos(1_000)
        }) {
            assertThat(Interval.of(duration).duration()).isEqualTo(duration);
        }
        Interval least = new Interval(0, 0, Long.MIN_VALUE);
        assertThat(Interval.of(least.duration())).isEqualTo(least);
        assertThat(Interval.parse(least.toString())).isEqualTo(least);
    }

    @Test
    void aDurationThatAnIntervalDoesNotKeepIsRefused() {
        assertThatThrownBy(() -> Interval.of(Duration.ofNanos(1))).isInstanceOf(ConversionException.class);
        assertThatThrownBy(() -> Interval.of(Duration.ofSeconds(Long.MAX_VALUE)))
                .isInstanceOf(ConversionException.class);
        assertThatThrownBy(() -> Interval.of(Period.ofYears(Integer.MAX_VALUE)))
                .isInstanceOf(ConversionException.class);
        assertThatThrownBy(() -> Interval.parse("P1Y")).hasMessageContaining("intervalstyle");
        assertThatThrownBy(() -> Interval.parse("infinity")).isInstanceOf(ConversionException.class);
    }

    @Test
    void aRangeInWhichThereIsNothingIsEmpty() {
        assertThat(Range.closedOpen(5, 5)).isEqualTo(Range.empty());
        assertThat(Range.open(5, 5).isEmpty()).isTrue();
        assertThat(Range.closed(5, 5).contains(5)).isTrue();
        assertThat(Range.open(1, 3).contains(1)).isFalse();
        assertThat(Range.openClosed(1, 3).contains(3)).isTrue();
        assertThat(Range.<Integer>all().contains(7)).isTrue();
        assertThat(Range.<Integer>empty().contains(7)).isFalse();
        assertThat(Range.atMost(3).contains(4)).isFalse();
        assertThatThrownBy(() -> Range.closed(2, 1)).hasMessageContaining("swap them");
    }

    @Test
    void rangesOfWholeNumbersAndDaysAreKeptFromTheFirstToTheOneBehindTheLast() {
        SqlType<Range<Integer>> integers = Types.rangeOf(Types.INTEGER);
        assertThat(integers.kept(Range.openClosed(1, 3))).isEqualTo(Range.closedOpen(2, 4));
        assertThat(integers.kept(Range.open(1, 2))).isEqualTo(Range.empty());
        assertThat(integers.toStorage(Range.closed(1, 3))).isEqualTo(integers.toStorage(Range.closedOpen(1, 4)));
        assertThat(Types.rangeOf(Types.DATE).kept(Range.atMost(LocalDate.of(2024, 2, 28))))
                .isEqualTo(Range.lessThan(LocalDate.of(2024, 2, 29)));
        assertThat(Types.rangeOf(Types.TIMESTAMP).kept(Range.closed(Instant.EPOCH, Instant.EPOCH)))
                .isEqualTo(Range.closed(Instant.EPOCH, Instant.EPOCH));
        assertThat(Types.rangeOf(Types.INTEGER)).isEqualTo(integers);
    }

    @Test
    void boundsThatAreNotKeptExactlyAreRefused() {
        SqlType<Range<Instant>> instants = Types.rangeOf(Types.TIMESTAMP);
        assertThatThrownBy(() -> instants.toStorage(Range.atLeast(Instant.ofEpochSecond(0, 1))))
                .isInstanceOf(ConversionException.class);
        assertThatThrownBy(() -> Types.rangeOf(Types.DATE).toStorage(Range.atLeast(LocalDate.of(10_000, 1, 1))))
                .hasMessageContaining("years 1 to 9999");
        assertThatThrownBy(() -> instants.fromStorage(new NativeText("[\"2026-01-01 00:00:00+00\",infinity)")))
                .hasMessageContaining("cast(column as text)");
        assertThatThrownBy(() -> Types.rangeOf(Types.UUID)).isInstanceOf(StatementException.class);
    }

    @Test
    void anAddressIsReadWithoutLookingUpAName() throws UnknownHostException {
        assertThat(Inet.parse("10.0.0.0/8")).isEqualTo(new Inet(InetAddress.getByAddress(new byte[] {10, 0, 0, 0}), 8));
        assertThat(Inet.of(InetAddress.getByAddress("named", new byte[] {10, 0, 0, 1}))
                        .toString())
                .isEqualTo("10.0.0.1/32");
        assertThat(Inet.parse("::ffff:1.2.3.4").address().getAddress()).hasSize(16);
        assertThat(Inet.parse(Inet.parse("::ffff:1.2.3.4").toString())).isEqualTo(Inet.parse("::ffff:1.2.3.4"));
        for (String text :
                new String[] {"localhost", "10.1", "10.0.0.1/33", "", "::1%lo", "10.0.0.1/x", "fe80::/200"}) {
            assertThatThrownBy(() -> Inet.parse(text)).as(text).isInstanceOf(ConversionException.class);
        }
    }

    @Test
    void bitsCountTheirLeadingZeros() {
        BitSet set = new BitSet();
        set.set(2);
        assertThat(Bits.of(set, 4)).isEqualTo(new Bits("0010"));
        assertThat(new Bits("0010").toBitSet()).isEqualTo(set);
        assertThat(new Bits("01")).isNotEqualTo(new Bits("1"));
        assertThatThrownBy(() -> new Bits("012")).hasMessageContaining("at 2");
        assertThatThrownBy(() -> Types.bit(3).toStorage(new Bits("01"))).isInstanceOf(ConversionException.class);
        assertThatThrownBy(() -> Types.varbit(1).toStorage(new Bits("01"))).isInstanceOf(ConversionException.class);
    }

    @Test
    void textThatIsNoHstoreIsRefused() {
        for (String text : new String[] {"x", "\"a\"=>", "\"a\"=>\"b", "\"a\"", "\"a\"=>\"b\"\"c\"=>NULL"}) {
            assertThatThrownBy(() -> Types.HSTORE.fromStorage(new NativeText(text)))
                    .as(text)
                    .isInstanceOf(ConversionException.class);
        }
    }
}
