package io.fluxalchemy.dialects.oracle.driver;

import static io.fluxalchemy.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fluxalchemy.compiler.BoundSql;
import io.fluxalchemy.compiler.SqlCompiler;
import io.fluxalchemy.dialects.oracle.OracleDialect;
import io.fluxalchemy.engine.driver.DriverSettings;
import io.fluxalchemy.error.ConversionException;
import io.fluxalchemy.schema.Table;
import io.fluxalchemy.sql.TextColumn;
import io.fluxalchemy.type.SqlType;
import io.fluxalchemy.type.Types;
import io.r2dbc.spi.Blob;
import io.r2dbc.spi.Clob;
import io.r2dbc.spi.ConnectionFactoryOptions;
import io.r2dbc.spi.Option;
import io.r2dbc.spi.Statement;
import java.lang.reflect.Proxy;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import oracle.r2dbc.impl.DriverFacts;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Statements through the real driver's parser, and values as they are given to it, without a server. */
class OracleBindsTest {

    /** A table whose names hold what the driver looks for. */
    private static final class Hostile extends Table<Hostile> {

        static final Hostile HOSTILE = new Hostile(Name.of("a?:b'--{\\"));

        final TextColumn text = varchar("it's /* ?", 20);
        final TextColumn q = varchar("q", 20);

        private Hostile(Name name) {
            super(name, Hostile::new);
        }
    }

    private final OracleDriverAdapter adapter = new OracleDriverAdapter();
    private final SqlCompiler compiler = new SqlCompiler(new OracleDialect(), 16);

    /** What the adapter gives the driver. */
    private <T> Object bound(SqlType<T> type, @Nullable T value) {
        List<Object> given = new ArrayList<>();
        Statement statement = (Statement) Proxy.newProxyInstance(
                Statement.class.getClassLoader(), new Class<?>[] {Statement.class}, (proxy, method, arguments) -> {
                    assertThat(arguments[0]).isEqualTo(3);
                    given.add(arguments[1]);
                    return proxy;
                });
        adapter.bind(statement, 3, type, value == null ? null : type.toStorage(value));
        assertThat(given).hasSize(1);
        return given.get(0);
    }

    private <T> String type(SqlType<T> type, T value) {
        Object given = bound(type, value);
        return DriverFacts.typeOf(given instanceof ByteBuffer ? ByteBuffer.class : given.getClass());
    }

    @Test
    void whatNamesAndLiteralsHoldIsNoMarker() {
        BoundSql run = compiler.prepare(select(Hostile.HOSTILE.text)
                .from(Hostile.HOSTILE)
                .where(Hostile.HOSTILE.text.startsWith("?"), Hostile.HOSTILE.q.eq(":x")));
        assertThat(run.text()).contains("\"a?:b'--{\\\"", "\"it's /* ?\"");
        assertThat(DriverFacts.markers(run.text())).isEqualTo(2);
        assertThat(DriverFacts.named(run.text())).isEmpty();
    }

    @Test
    void everyTypeIsOneThatTheDriverBinds() {
        assertThat(type(Types.BOOLEAN, true)).isEqualTo("BOOLEAN");
        assertThat(type(Types.SMALLINT, (short) 1)).isEqualTo("SMALLINT");
        assertThat(type(Types.INTEGER, 1)).isEqualTo("INTEGER");
        assertThat(type(Types.BIGINT, 1L)).isEqualTo("BIGINT");
        assertThat(type(Types.NUMERIC, new BigDecimal("1.5"))).isEqualTo("NUMERIC");
        assertThat(type(Types.TEXT, "x")).isEqualTo("VARCHAR");
        assertThat(type(Types.BYTES, new byte[] {1})).isEqualTo("VARBINARY");
        assertThat(type(Types.UUID, new UUID(1, 2))).isEqualTo("VARBINARY");
        assertThat(type(Types.DATE, LocalDate.of(2026, 1, 2))).isEqualTo("DATE");
        assertThat(type(Types.TIME, LocalTime.NOON)).isEqualTo("INTERVAL_DAY_TO_SECOND");
        assertThat(type(Types.LOCAL_TIMESTAMP, LocalDateTime.of(2026, 1, 2, 3, 4)))
                .isEqualTo("TIMESTAMP");
        assertThat(type(Types.TIMESTAMP, Instant.EPOCH)).isEqualTo("TIMESTAMP_WITH_TIMEZONE");
        assertThat(bound(Types.TEXT, "x".repeat(4_001))).isInstanceOf(Clob.class);
        assertThat(bound(Types.BYTES, new byte[2_001])).isInstanceOf(Blob.class);
        assertThat(bound(Types.TEXT, null)).isEqualTo(String.class);
        assertThat(bound(Types.TIME, null)).isEqualTo(Duration.class);
    }

    @Test
    void aTimeOfDayAndAUuidComeBackAsTheyWere() {
        LocalTime time = LocalTime.of(23, 59, 59, 999_999_000);
        assertThat(Storable.ofDay(bound(Types.TIME, time))).isEqualTo(time);
        UUID uuid = UUID.randomUUID();
        assertThat(Storable.uuid(((ByteBuffer) bound(Types.UUID, uuid)).array()))
                .isEqualTo(uuid);
        assertThatThrownBy(() -> Storable.ofDay(Duration.ofDays(1))).isInstanceOf(ConversionException.class);
        assertThat(Storable.date(LocalDateTime.of(2026, 1, 2, 0, 0))).isEqualTo(LocalDate.of(2026, 1, 2));
        assertThatThrownBy(() -> Storable.date(LocalDateTime.of(2026, 1, 2, 0, 1)))
                .isInstanceOf(ConversionException.class)
                .hasMessageContaining("has a time of day");
    }

    @Test
    void whatTheServerTakesForNullOrRoundsIsRefused() {
        assertThatThrownBy(() -> bound(Types.TEXT, ""))
                .isInstanceOf(ConversionException.class)
                .hasMessageContaining("Oracle keeps the empty text as NULL");
        assertThatThrownBy(() -> bound(Types.BYTES, new byte[0]))
                .isInstanceOf(ConversionException.class)
                .hasMessageContaining("keeps that as NULL");
        assertThatThrownBy(() -> bound(Types.NUMERIC, new BigDecimal("1" + "0".repeat(37) + ".1")))
                .isInstanceOf(ConversionException.class)
                .hasMessageContaining("more than 38 digits");
        assertThat(bound(Types.NUMERIC, new BigDecimal("1" + "0".repeat(60)))).isInstanceOf(BigDecimal.class);
        assertThatThrownBy(() -> bound(Types.DATE, LocalDate.of(0, 1, 1)))
                .isInstanceOf(ConversionException.class)
                .hasMessageContaining("1 to 9999");
    }

    @Test
    void anotherMachineMustProveWhoItIsUnlessTheUrlSaysOtherwise() {
        DriverSettings settings = new DriverSettings(Duration.ofSeconds(3), 64, 1);
        assertThat(configured("r2dbc:oracle://u:p@db.example.com/s", settings)).isEqualTo(true);
        assertThat(configured("r2dbc:oracle://u:p@db.example.com/s?ssl=false", settings))
                .isEqualTo("false");
        assertThat(configured("r2dbc:oracle://u:p@localhost/s", settings)).isNull();
    }

    private @Nullable Object configured(String url, DriverSettings settings) {
        return adapter.configure(ConnectionFactoryOptions.parse(url), settings)
                .getValue(Option.valueOf(ConnectionFactoryOptions.SSL.name()));
    }
}
