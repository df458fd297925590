package io.fluxalchemy.dialects.postgresql.driver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.fluxalchemy.error.ConversionException;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.r2dbc.postgresql.message.Format;
import io.r2dbc.spi.Row;
import io.r2dbc.spi.RowMetadata;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Any bytes in any column: a value or our own exception comes out, no other exception and no hang. */
@Timeout(60)
class WireFuzzTest {

    private static final String ALPHABET = "0123456789-+:. BCTtfNaInfinity{}\",\\x[]=e/\u00e9";

    private final long seed = Long.getLong("fluxalchemy.seed", System.nanoTime());
    private final Random random = new Random(seed);

    @Test
    void randomBytesGiveAValueOrARefusal() {
        int rounds = Integer.getInteger("fluxalchemy.fuzz", 3_000);
        int read = 0;
        for (WireValue type : types()) {
            for (int i = 0; i < rounds; i++) {
                read += decoded(type, bytes(), random.nextBoolean());
            }
        }
        assertThat(read).as("values that were read, seed " + seed).isGreaterThan(rounds);
    }

    /** What a server sends, with one byte changed, left out or put in. */
    @Test
    void almostRightBytesGiveAValueOrARefusal() {
        List<String> texts = List.of(
                "2026-01-31",
                "2026-01-31 12:00:00.123456+02",
                "12:34:56",
                "0044-03-15 BC",
                "{1,2,NULL}",
                "{\"a b\",c}",
                "[0:1]={1,2}",
                "\\x00ff",
                "\\001a",
                "123.456e10",
                "t",
                "1e999999999",
                "NaN",
                "6ba7b810-9dad-11d1-80b4-00c04fd430c8");
        for (WireValue type : types()) {
            for (String text : texts) {
                for (int i = 0; i < 60; i++) {
                    decoded(type, changed(text.getBytes(StandardCharsets.UTF_8)), false);
                }
            }
            for (int i = 0; i < 500; i++) {
                decoded(
                        type,
                        changed(new byte[] {
                            0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 23, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 4, 0, 0, 0, 7
                        }),
                        true);
                decoded(type, changed(new byte[] {0, 2, 0, 1, 0, 0, 0, 4, 0, 1, 0, 2}), true);
            }
        }
    }

    private static List<WireValue> types() {
        List<WireValue> all = new ArrayList<>(List.of(WireType.values()));
        for (WireType type : WireType.values()) {
            all.add(new ArrayValue(type));
        }
        all.add(LabelValue.INSTANCE);
        return all;
    }

    private int decoded(WireValue type, byte[] bytes, boolean binary) {
        RawColumn column = new RawColumn(type, UnaryOperator.identity());
        ByteBuf buffer = Unpooled.wrappedBuffer(bytes);
        long before = System.nanoTime();
        try {
            Object value = column.decode(new OneColumn(buffer, binary ? Format.FORMAT_BINARY : Format.FORMAT_TEXT), 0);
            assertThat(value).isNotNull();
            assertThat(buffer.readerIndex()).as("read again from its beginning").isZero();
            return 1;
        } catch (ConversionException refused) {
            assertThat(refused.getCause()).as("a cause could show the value").isNull();
            return 0;
        } catch (RuntimeException | Error other) {
            return fail(
                    "seed " + seed + ", " + type + (binary ? " binary " : " text ")
                            + java.util.HexFormat.of().formatHex(bytes),
                    other);
        } finally {
            assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(10));
        }
    }

    private byte[] bytes() {
        byte[] bytes = new byte[random.nextInt(40)];
        random.nextBytes(bytes);
        if (random.nextInt(3) == 0) {
            for (int i = 0; i < bytes.length; i++) {
                bytes[i] = (byte) ALPHABET.charAt(random.nextInt(ALPHABET.length()));
            }
        }
        return bytes;
    }

    private byte[] changed(byte[] right) {
        byte[] bytes = right.clone();
        int at = random.nextInt(bytes.length);
        return switch (random.nextInt(4)) {
            case 0 -> java.util.Arrays.copyOf(bytes, at);
            case 1 -> java.util.Arrays.copyOf(bytes, bytes.length + random.nextInt(8));
            case 2 -> {
                bytes[at] = (byte) random.nextInt();
                bytes[random.nextInt(bytes.length)] = (byte) 0xff;
                yield bytes;
            }
            default -> {
                bytes[at] = (byte) ALPHABET.charAt(random.nextInt(ALPHABET.length()));
                yield bytes;
            }
        };
    }

    private record OneColumn(ByteBuf buffer, Format format) implements Row {

        @Override
        public RowMetadata getMetadata() {
            throw new IllegalStateException("not asked for");
        }

        @Override
        public <T> T get(int index, Class<T> type) {
            return type.cast(new RawValueCodec().decode(buffer, 0, format, type));
        }

        @Override
        public <T> T get(String name, Class<T> type) {
            return type.cast(new RawValueCodec().decode(buffer, 0, format, type));
        }
    }
}
